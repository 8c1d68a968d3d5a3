// The commune's profile: from the register, then from the town hall.
#include "tenants/site/profile.hpp"

#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

ProfileInput good() {
  ProfileInput input{"1 place de l’Église", "72230", "Mulsanne",   "02 43 00 00 00", " Mairie@Mulsanne.example ",
                     closed_all_week(),     false,   "Anne Petit"};
  return input;
}

Profile read(Tenant& tenant) {
  return tenant.read([](db::ReadTx& tx) { return read_profile(tx); });
}

std::vector<std::string> errors_of(Tenant& tenant, const ProfileInput& input) {
  const auto saved = save_profile(tenant, claire, input, test_start);
  std::vector<std::string> list;
  if (saved) return list;
  for (const FieldError& error : saved.error().fields) list.push_back(error.field + " " + error.key);
  return list;
}

}  // namespace

TEST_CASE("a new commune is what the register says and knows no hours") {
  TenantWorld world;
  const Profile profile = read(*world.commune());
  CHECK(profile.insee == "72213");
  CHECK(profile.name == "Mulsanne");
  CHECK(profile.department_name == "Sarthe");
  CHECK(profile.postcode == "72230");
  CHECK(profile.population > 1000);
  CHECK_FALSE(profile.hours_confirmed_at);
  CHECK(profile.address.empty());
  CHECK(profile.phone.empty());
}

TEST_CASE("what the town hall writes is kept clean, and the register's part stays") {
  TenantWorld world;
  const auto tenant = world.commune();
  ProfileInput input = good();
  input.mayor_name = "  Anne\nPetit ";
  input.hours_confirmed = true;
  REQUIRE(save_profile(*tenant, claire, input, world.now()));
  const Profile profile = read(*tenant);
  CHECK(profile.email == "mairie@mulsanne.example");
  CHECK(profile.mayor_name == "Anne Petit");
  CHECK(profile.hours_confirmed_at == world.now());
  CHECK(profile.insee == "72213");
  CHECK(profile.name == "Mulsanne");
}

TEST_CASE("wrong lines are all told and nothing is saved") {
  TenantWorld world;
  const auto tenant = world.commune();
  ProfileInput input = good();
  input.postcode = "7223";
  input.phone = "appelez-nous";
  input.email = "mairie";
  input.address = std::string(201, 'a');
  CHECK(errors_of(*tenant, input) == std::vector<std::string>{"address input.too_long", "postcode profile.postcode",
                                                              "phone profile.phone", "email profile.email"});
  CHECK(read(*tenant).address.empty());
}

TEST_CASE("everything may be left empty") {
  TenantWorld world;
  CHECK(errors_of(*world.commune(), {"", "", "", "", "", closed_all_week(), false, ""}).empty());
}

TEST_CASE("phones of every usual spelling pass and others do not") {
  TenantWorld world;
  const auto tenant = world.commune();
  for (const char* phone : {"0243000000", "02.43.00.00.00", "+33 2 43 00 00 00", "+33 (0)2 43 00 00 00",
                            "02\u00A043\u00A000\u00A000\u00A000", "02-43-00-00-00"}) {
    ProfileInput input = good();
    input.phone = phone;
    INFO(phone);
    CHECK(errors_of(*tenant, input).empty());
  }
  for (const char* phone : {"02 43", "02 43 00 00 00 <b>", "1234567890123456"}) {
    ProfileInput input = good();
    input.phone = phone;
    INFO(phone);
    CHECK(errors_of(*tenant, input) == std::vector<std::string>{"phone profile.phone"});
  }
}

TEST_CASE("confirming the hours later keeps the day of the first confirmation only while they stay confirmed") {
  TenantWorld world;
  const auto tenant = world.commune();
  ProfileInput input = good();
  input.hours_confirmed = true;
  REQUIRE(save_profile(*tenant, claire, input, world.now()));
  input.hours_confirmed = false;
  REQUIRE(save_profile(*tenant, claire, input, world.now() + 1));
  CHECK_FALSE(read(*tenant).hours_confirmed_at);
}
