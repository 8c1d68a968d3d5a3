// Money for agents: régies on their way to production, debts, imports with errors by row, payments; a person elected reads only.
#include "payments/debt.hpp"
#include "tests/payments/money/played_gateway.hpp"
#include "tests/support/api_contract.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/planted_money.hpp"

using namespace clocher;
using namespace clocher::test;
using http::Method;

namespace {

constexpr const char* regie_body =
    R"({"name":"Régie","kind":"recettes","products":[{"code":"cantine","label":"Cantine"}],"means":["online","cash"],)"
    R"("members":[{"role":"regisseur","name":"Paul Régis"}]})";

struct Office {
  TestPlatform platform;
  PlayedBank bank;
  Browser agent{platform};

  Office() {
    platform.services.gateways.replace(bank.maker());
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
  }
  json::Object done(Method method, const std::string& target, const std::string& body, int status = 200) {
    agent.json(method, "/api/v1" + target, body);
    INFO(agent.page());
    REQUIRE(agent.last().status == status);
    return agent.body();
  }
  std::string refused(Method method, const std::string& target, const std::string& body) {
    agent.json(method, "/api/v1" + target, body);
    INFO(agent.page());
    REQUIRE(agent.last().status >= 400);
    return json::string_or(*json::find_object(agent.body(), "error"), "code");
  }
};

std::string csv_body(std::int64_t regie, const std::string& csv) {
  return json::serialize(
      json::Object{{"regie_id", regie}, {"product", "cantine"}, {"file_name", "mars.csv"}, {"csv", csv}});
}

}  // namespace

TEST_CASE("a régie goes from its act to production, with a connection that was tested and a trial") {
  Office office;
  const auto regie = office.done(Method::post, "/regies", regie_body, 201);
  const std::string path = "/regies/" + std::to_string(json::find_integer(regie, "id").value());
  CHECK(office.refused(Method::post, path + "/connection", "") == "regie_no_gateway");
  office.done(Method::put, path + "/account", R"({"gateway":"payfip","account":"006382"})");
  CHECK(office.refused(Method::post, path + "/mode", R"({"mode":"activation"})") == "regie_not_checked");
  CHECK(json::string_or(office.done(Method::post, path + "/connection", ""), "checked_label") == "REGIE");
  const auto trial = office.done(Method::post, path + "/trial", "", 201);
  CHECK(json::find_integer(trial, "amount_cents") == 100);
  office.done(Method::post, path + "/mode", R"({"mode":"activation"})");
  const auto open = office.done(Method::post, path + "/mode", R"({"mode":"production"})");
  CHECK(json::is_true(open, "takes_payments"));
}

TEST_CASE("a bank's key never leaves again") {
  Office office;
  const auto regie = office.done(Method::post, "/regies", regie_body, 201);
  const std::string path = "/regies/" + std::to_string(json::find_integer(regie, "id").value());
  office.done(Method::put, path + "/account", R"({"gateway":"systempay","account":"12345678","secret":"tres-secret"})");
  office.done(Method::get, path, "");
  CHECK(office.agent.page().find("secret") == std::string::npos);
}

TEST_CASE("a debt is created, found, exported and cancelled") {
  Office office;
  const auto money = plant_money(*office.platform.tenant(), "de mars", office.platform.now());
  const std::string regie = std::to_string(money.regie.id.value);
  const auto debt =
      office.done(Method::post, "/debts",
                  R"({"regie_id":)" + regie +
                      R"(,"product":"cantine","object":"Cantine d’avril","amount_cents":1999,"debtor_name":"=Leroy"})",
                  201);
  const std::string path = "/debts/" + std::to_string(json::find_integer(debt, "id").value());
  CHECK(json::find_array(office.done(Method::get, "/debts?text=avril", ""), "items")->size() == 1);
  office.agent.get("/api/v1/debts.csv");
  CHECK(office.agent.shows("19,99"));
  CHECK(office.agent.shows("\"'=Leroy\""));
  CHECK(json::string_or(office.done(Method::post, path + "/cancel", R"({"why":"Erreur"})"), "state") == "cancelled");
  CHECK(json::find_array(office.done(Method::get, path, ""), "attempts")->empty());
  CHECK(office.refused(
            Method::post, "/debts",
            R"({"regie_id":)" + regie + R"(,"product":"piscine","object":"x","amount_cents":1,"debtor_name":"x"})") ==
        "input_invalid");
}

TEST_CASE("a table with errors names each row and imports nothing") {
  Office office;
  const auto money = plant_money(*office.platform.tenant(), "de mars", office.platform.now());
  const std::string csv =
      "nom;objet;montant;numéro;échéance\nLeroy;Cantine;12,50;F1;31/12/2026\n;Cantine;abc;F1;hier\n";
  const auto check = office.done(Method::post, "/debt-imports/check", csv_body(money.regie.id.value, csv));
  CHECK(json::find_integer(check, "debt_count") == 2);
  const json::Array& errors = *json::find_array(check, "errors");
  REQUIRE(errors.size() == 4);  // name, amount, day, number
  for (const json::Value& each : errors) CHECK(json::find_integer(each.as_object(), "row") == 3);
  const auto before = json::find_array(office.done(Method::get, "/debts", ""), "items")->size();
  CHECK(office.refused(Method::post, "/debt-imports", csv_body(money.regie.id.value, csv)) == "import_has_errors");
  CHECK(json::find_array(office.done(Method::get, "/debts", ""), "items")->size() == before);
}

TEST_CASE("an import is made once, and undone while nothing was paid") {
  Office office;
  const auto money = plant_money(*office.platform.tenant(), "de mars", office.platform.now());
  const std::string body =
      csv_body(money.regie.id.value, "Nom,Objet,Montant,Numero\nLeroy,Cantine,\"12,50\",F1\nMorel,Cantine,7,F2\n");
  const auto import = office.done(Method::post, "/debt-imports", body, 201);
  CHECK(json::find_integer(import, "debt_count") == 2);
  CHECK(json::find_integer(import, "total_cents") == 1950);
  CHECK(office.refused(Method::post, "/debt-imports", body) == "import_same_file");
  const std::string path = "/debt-imports/" + std::to_string(json::find_integer(import, "id").value());
  office.done(Method::delete_, path, "");
  CHECK(office.refused(Method::delete_, path, "") == "import_is_undone");
  office.done(Method::post, "/debt-imports", body, 201);  // the numbers are free again
}

TEST_CASE("payments are listed by what they need") {
  Office office;
  (void)plant_money(*office.platform.tenant(), "de mars", office.platform.now());
  CHECK(json::find_array(office.done(Method::get, "/payments?pending=1", ""), "items")->size() == 1);
  const auto all = office.done(Method::get, "/payments", "");
  const std::string path =
      "/payments/" +
      std::to_string(json::find_integer(json::find_array(all, "items")->front().as_object(), "id").value());
  CHECK(json::find_array(office.done(Method::get, "/payments?flagged=1", ""), "items")->empty());
  office.done(Method::post, path + "/ask", "", 202);
  CHECK(json::string_or(office.done(Method::post, path + "/looked-at", ""), "looked_by") == "Claire Morel");
}

TEST_CASE("an elected member reads money and changes none") {
  Office office;
  const auto money = plant_money(*office.platform.tenant(), "de mars", office.platform.now());
  REQUIRE(tenants::create_agent(*office.platform.tenant(), claire,
                                {"elu@mairie.example", "Une Élue", "elu", agent_password}, office.platform.now())
              .has_value());
  sign_in(office.agent, "elu@mairie.example");
  office.done(Method::get, "/regies", "");
  CHECK(office.refused(Method::post, "/regies", regie_body) == "money_role");
  CHECK(office.refused(Method::post, "/debts/" + std::to_string(money.debt.id.value) + "/cancel", R"({"why":"x"})") ==
        "money_role");
}
