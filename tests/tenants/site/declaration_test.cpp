// The accessibility declaration: its state follows from the audit and from nothing else.
#include "tenants/site/declaration.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::tenants;

namespace {

const Date today = *parse_iso_date("2026-11-24");

Declaration audited(std::int64_t passed, std::int64_t applicable, std::string_view day = "2026-01-15") {
  Declaration declaration;
  declaration.audited_on = parse_iso_date(day);
  declaration.criteria_passed = passed;
  declaration.criteria_applicable = applicable;
  return declaration;
}

}  // namespace

TEST_CASE("the state of conformity follows the rate of the audit") {
  CHECK(conformity_of(audited(60, 60), today) == Conformity::full);
  CHECK(conformity_of(audited(59, 60), today) == Conformity::partial);
  CHECK(conformity_of(audited(30, 60), today) == Conformity::partial);
  CHECK(conformity_of(audited(29, 60), today) == Conformity::none);
  CHECK(conformity_of(audited(0, 60), today) == Conformity::none);
}

TEST_CASE("without a valid audit the site is not conformant, whatever it claims") {
  CHECK(conformity_of(std::nullopt, today) == Conformity::none);
  CHECK(conformity_of(audited(60, 60, ""), today) == Conformity::none);
  CHECK(conformity_of(audited(0, 0), today) == Conformity::none);
  CHECK(conformity_of(audited(60, 60, "2023-11-24"), today) == Conformity::full);
  CHECK(conformity_of(audited(60, 60, "2023-11-23"), today) == Conformity::none);
}

TEST_CASE("an audit is valid for three years, also one of 29 February") {
  CHECK(to_iso(*valid_until(audited(1, 1, "2024-02-29"))) == "2027-02-28");
  CHECK(to_iso(*valid_until(audited(1, 1, "2026-01-15"))) == "2029-01-15");
  CHECK_FALSE(valid_until(audited(1, 1, "")));
}

TEST_CASE("the rate is never rounded up") {
  CHECK(rate_text(audited(7, 8)) == "87,5\u00A0%");
  CHECK(rate_text(audited(105, 106)) == "99\u00A0%");
  CHECK(rate_text(audited(60, 60)) == "100\u00A0%");
  CHECK(rate_text(audited(0, 0)).empty());
}

TEST_CASE("what cannot be declared is told by its field") {
  const auto errors = [](std::string_view name, json::Value value) {
    json::Object object = to_json(audited(60, 60));
    object["auditor"] = "Cabinet Exemple";
    object[name] = std::move(value);
    const auto read = parse_declaration(object, today);
    return read ? std::string("none") : read.error().fields.at(0).field;
  };
  CHECK(errors("auditor", "Cabinet") == "none");
  CHECK(errors("auditor", "") == "auditor");
  CHECK(errors("audited_on", "2026-11-25") == "audited_on");
  CHECK(errors("audited_on", "hier") == "audited_on");
  CHECK(errors("criteria_passed", 61) == "criteria_passed");
  CHECK(errors("criteria_passed", -1) == "criteria_passed");
  CHECK(errors("criteria_applicable", 107) == "criteria_applicable");
  CHECK(errors("issues", "texte") == "issues");
  CHECK(errors("issues", json::Array{json::Value(std::string(501, 'a'))}) == "issues");
  for (const char* url : {"javascript:alert(1)", "//autre.example", "data:text/html,x", "https://a b", "vbscript:x"})
    CHECK(errors("report_url", url) == "report_url");
}
