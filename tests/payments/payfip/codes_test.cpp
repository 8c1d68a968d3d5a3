// Every code has its kind and its sentence; those that nobody has seen yet are handled all the same.
#include "payments/payfip/codes.hpp"

#include "core/http/assets.hpp"
#include "core/json/json.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::payfip;

namespace {

FaultKind kind_of(const char* type, const char* code) { return fault_of(type, code, "", {}).kind; }

}  // namespace

TEST_CASE("every code has a sentence in French that says what to do") {
  const json::Value catalogue = json::parse_trusted(http::find_asset("locales/fr.json")->bytes);
  std::set<std::string> keys;
  for (const Code& code : codes()) keys.insert("payfip.fault." + std::string(code.code));
  keys.insert({"payfip.fault.other", "payfip.fault.wrong_place", "systempay.fault.bad_signature", "systempay.fault.amount",
               "systempay.fault.reference", "systempay.fault.order", "systempay.fault.site_id"});
  for (const std::string& key : keys) {
    CAPTURE(key);
    CHECK_FALSE(json::string_or(catalogue.as_object(), key).empty());
  }
}

TEST_CASE("faults are told apart by who can mend them") {
  CHECK(kind_of("FonctionnelleErreur", "A2") == FaultKind::permanent);
  CHECK(kind_of("FonctionnelleErreur", "T4") == FaultKind::configuration);
  CHECK(kind_of("TechIndisponibiliteErreur", "") == FaultKind::transient);
  CHECK(kind_of("TechDysfonctionnementErreur", "X") == FaultKind::transient);
  CHECK(kind_of("TechProtocolaireErreur", "") == FaultKind::configuration);
}

TEST_CASE("a code that nobody has seen keeps its name and gets the general sentence") {
  const GatewayFault fault = fault_of("FonctionnelleErreur", "Q7", "dit", {});
  CHECK(fault.kind == FaultKind::permanent);
  CHECK(fault.code == "Q7");
  CHECK(fault.key == "payfip.fault.other");
  CHECK(fault.said == "dit");
  CHECK(kind_of("FonctionnelleErreur", "T7") == FaultKind::configuration);
  CHECK(kind_of("FonctionnelleErreur", "T11") == FaultKind::permanent);
  CHECK(kind_of("AutreErreur", "P1") == FaultKind::transient);
  CHECK(fault_of("", "", "", {}).code == "fault");
}

TEST_CASE("a technical fault is not taken for the business code it carries") {
  CHECK(fault_of("TechIndisponibiliteErreur", "P1", "", {}).code == "TechIndisponibiliteErreur");
}

TEST_CASE("a status says whether to wait or to look at the settings") {
  for (const char* passing : {"http_500", "http_502", "http_503", "http_429", "http_408"})
    CHECK(fault_on_the_way(passing).kind == FaultKind::transient);
  for (const char* wrong : {"http_404", "http_401", "http_301"}) CHECK(fault_on_the_way(wrong).kind == FaultKind::configuration);
  CHECK(fault_on_the_way("timed_out").kind == FaultKind::transient);
}

TEST_CASE("no code stands twice in the table") {
  std::set<std::string_view> seen;
  for (const Code& code : codes()) CHECK(seen.insert(code.code).second);
}
