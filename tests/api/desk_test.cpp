// A régie's work through the API: the day, receipts, bordereaux, months, statements, tariffs.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/planted_desk.hpp"

#include "core/base/base64.hpp"
#include "payments/documents.hpp"
#include "tenants/documents/document_job.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Desk {
  Desk() {
    const auto tenant = platform.tenant();
    make_agent(*tenant, platform.now());
    planted = plant_desk(*tenant, platform.texts(), "Perce-neige", platform.now());
    sign_in(agent);
  }
  int post(const std::string& path, const std::string& body) {
    return agent.json(http::Method::post, path, body).status;
  }
  json::Object get(const std::string& path) {
    REQUIRE(agent.json(http::Method::get, path).status == 200);
    return agent.body();
  }
  std::string error_field(std::string_view name) {
    return json::string_or(agent.body().at("error").as_object().at("fields").as_object(), name);
  }
  std::string regie(const std::string& rest) const { return "/api/v1/regies/" + std::to_string(planted.regie) + rest; }

  TestPlatform platform;
  Browser agent{platform};
  PlantedDesk planted;
};

const std::string sale =
    R"({"request_key":"guichet-1","means":"cash","amount_cents":750,"debt_reference":"","product":"cantine","label":"2 repas","payer":"","bank":"","document":"","piece_count":0})";

std::string with(std::string body, std::string_view what, std::string_view other) {
  return body.replace(body.find(what), what.size(), other);
}

}  // namespace

TEST_CASE("the API tells how the till stands, and closes the day") {
  Desk desk;
  const json::Object till = desk.get(desk.regie("/till"));
  CHECK(till.at("cash_cents").as_int64() == 1250);
  CHECK(till.at("expected_cents").as_int64() == 6250);
  CHECK(till.at("open").as_object().at("day").as_string() == "2026-11-24");
  CHECK(desk.post(desk.regie("/till/open"), R"({"float_cents":0})") == 409);
  CHECK(desk.post(desk.regie("/till/close"), R"({"till":[{"cents":5000,"count":1}],"remark":""})") == 422);
  CHECK(desk.error_field("remark").find("-12,50\u00a0€") != std::string::npos);
  CHECK(desk.post(desk.regie("/till/close"), R"({"till":[{"cents":"x"}],"remark":""})") == 422);
  CHECK(
      desk.post(
          desk.regie("/till/close"),
          R"({"till":[{"cents":5000,"count":1},{"cents":1000,"count":1},{"cents":200,"count":1},{"cents":50,"count":1}],"remark":""})") ==
      200);
  CHECK(desk.get(desk.regie("/till")).at("open").is_null());
}

TEST_CASE("the API takes a payment once per form, and undoes it") {
  Desk desk;
  CHECK(desk.post(desk.regie("/receipts"), sale) == 201);
  const std::int64_t id = desk.agent.body().at("receipt").as_object().at("id").as_int64();
  CHECK(desk.post(desk.regie("/receipts"), sale) == 201);
  CHECK(desk.agent.body().at("receipt").as_object().at("id").as_int64() == id);
  CHECK(desk.get(desk.regie("/receipts")).at("items").as_array().size() == 3);
  const std::string path = "/api/v1/counter-receipts/" + std::to_string(id) + "/correct";
  CHECK(desk.post(path, R"({"why":""})") == 422);
  CHECK(desk.post(path, R"({"why":"Erreur de montant"})") == 200);
  CHECK(desk.agent.body().at("corrected").as_string() == "Erreur de montant");
  CHECK(desk.post(path, R"({"why":"Encore"})") == 409);
}

TEST_CASE("the API says which field of a receipt is wrong") {
  Desk desk;
  CHECK(desk.post(desk.regie("/receipts"), with(sale, R"("amount_cents":750)", R"("amount_cents":0)")) == 422);
  CHECK_FALSE(desk.error_field("amount").empty());
  CHECK(desk.post(desk.regie("/receipts"), with(sale, R"("debt_reference":"")", R"("debt_reference":"nimporte")")) ==
        422);
  CHECK_FALSE(desk.error_field("debt_reference").empty());
  CHECK(desk.post(desk.regie("/receipts"), with(sale, R"("means":"cash")", R"("means":"troc")")) == 422);
  CHECK(desk.post("/api/v1/regies/999/receipts", sale) == 404);
}

TEST_CASE("the API pours cash and shows a bordereau with its receipts") {
  Desk desk;
  CHECK(desk.post(desk.regie("/bordereaux"), R"({"request_key":"versement-1","means":"cash","amount_cents":1250})") ==
        201);
  CHECK(desk.agent.body().at("number").as_int64() == 2);
  const json::Object list = desk.get(desk.regie("/bordereaux"));
  CHECK(list.at("items").as_array().size() == 2);
  CHECK(list.at("waiting").as_array().at(0).as_object().at("amount_cents").as_int64() == 0);
  CHECK(desk.get("/api/v1/bordereaux/" + std::to_string(desk.planted.bordereau)).at("receipts").as_array().size() == 1);
  CHECK(desk.agent.json(http::Method::get, "/api/v1/bordereaux/99").status == 404);
}

TEST_CASE("the API gives the month as figures, as two tables and on paper once it is over") {
  Desk desk;
  CHECK(desk.get(desk.regie("/months/2026-11")).at("total_cents").as_int64() == 2500);
  for (const char* file : {"/months/2026-11/statement.csv", "/months/2026-11/entries.csv"}) {
    const http::Response& table = desk.agent.json(http::Method::get, desk.regie(file));
    CHECK(table.status == 200);
    CHECK(table.headers.get("Content-Type") == "text/csv; charset=utf-8");
    CHECK(desk.agent.shows("12,50"));
  }
  CHECK(desk.agent.json(http::Method::get, desk.regie("/months/2026-13")).status == 404);
  CHECK(desk.post(desk.regie("/months/2026-11/documents"), "") == 409);
  desk.platform.clock.advance(10 * one_day);
  sign_in(desk.agent);
  CHECK(desk.post(desk.regie("/months/2026-11/documents"), "") == 201);
  std::string printed;
  (void)tenants::make_due_documents(
      *desk.platform.tenant(), desk.platform.texts(),
      [&](std::string_view html, std::string_view) -> Result<std::string> {
        printed = html;
        return "%PDF-1.7";
      },
      desk.platform.now(), payments::document_kinds());
  CHECK(printed.find("Relevé de la régie, novembre 2026") != std::string::npos);
  CHECK(printed.find("25,00\u00a0€") != std::string::npos);
  CHECK(printed.find("Perce-neige") != std::string::npos);
  const json::Object documents = desk.get(desk.regie("/months/2026-11/documents"));
  CHECK(documents.at("items").as_array().at(0).as_object().at("state").as_string() == "made");
}

TEST_CASE("the API imports a statement, asks for its unit, and settles what differs") {
  Desk desk;
  const auto file = [](std::string_view lines, std::string_view unit) {
    return R"({"file_name":"releve.csv","content_base64":")" + encode_base64(lines) + R"(","unit":")" +
           std::string(unit) + R"("})";
  };
  CHECK(desk.post(desk.regie("/bank-statements"), file("LIGNE;12/11/2026;26A000000001;1250\n", "as_written")) == 422);
  CHECK_FALSE(desk.error_field("unit").empty());
  CHECK(desk.post(desk.regie("/bank-statements"), file("LIGNE;12/11/2026;26A000000001;1250\n", "cents")) == 201);
  CHECK(desk.agent.body().at("found_count").as_int64() == 1);
  CHECK(desk.post(desk.regie("/bank-statements"), file("LIGNE;12/11/2026;26A000000001;1250\n", "cents")) == 409);
  CHECK(desk.get(desk.regie("/bank-statements")).at("items").as_array().size() == 2);
  CHECK(desk.get(desk.regie("/discrepancies")).at("items").as_array().size() == 2);
  const std::string path = "/api/v1/discrepancies/" + std::to_string(desk.planted.discrepancy) + "/settle";
  CHECK(desk.post(path, R"({"remark":"Payé pour une autre commune"})") == 200);
  CHECK(desk.post(path, R"({"remark":"Encore"})") == 409);
  CHECK(desk.get(desk.regie("/discrepancies?state=settled")).at("items").as_array().size() == 1);
}

TEST_CASE("the API reads a file with fixed columns by its description") {
  Desk desk;
  const std::string body =
      R"({"file_name":"releve.txt","content_base64":")" + encode_base64("12112026REF000001000001250\n") +
      R"(","unit":"cents","layout":{"date":{"start":1,"length":8},"reference":{"start":9,"length":9},"amount":{"start":18,"length":9}}})";
  CHECK(desk.post(desk.regie("/bank-statements"), body) == 201);
  CHECK(desk.agent.body().at("statement").as_object().at("total_cents").as_int64() == 1250);
  CHECK(desk.post(desk.regie("/bank-statements"), with(body, R"("start":1,)", R"("start":0,)")) == 422);
}

TEST_CASE("the API keeps tariffs, says where a grid is wrong, and explains a price") {
  Desk desk;
  const std::string tariff =
      R"({"product":"cantine","name":"Cantine","unit":"repas","continuity":"all_year","grids":[{"from":"2026-09-01","until":null,"deliberation":{"number":"2026-31","date":"2026-06-12"},)"
      R"("lines":[{"home":"commune","quotient":null,"child_rank":null,"price_cents":320},{"home":"elsewhere","quotient":null,"child_rank":null,"price_cents":560}]}]})";
  CHECK(desk.post(desk.regie("/tariffs"), tariff) == 201);
  const std::string path = "/api/v1/tariffs/" + std::to_string(desk.agent.body().at("id").as_int64());
  CHECK(desk.post(path + "/price", R"({"day":"2026-10-12","home":"commune","quotient":null,"child_rank":1})") == 200);
  CHECK(desk.agent.body().at("amount_cents").as_int64() == 320);
  CHECK(desk.post(path + "/price", R"({"day":"2026-08-31","home":"","quotient":null,"child_rank":1})") == 404);
  const std::string holed = with(tariff, R"({"home":"elsewhere")", R"({"home":"commune")");
  CHECK(desk.post(desk.regie("/tariffs"), holed) == 422);
  CHECK(desk.error_field("grids.0.lines.1").find("habitants de la commune") != std::string::npos);
  CHECK(
      desk.agent.json(http::Method::put, path, with(tariff, R"("product")", R"("base_version":7,"product")")).status ==
      409);
  CHECK(desk.post(path + "/withdraw", "") == 200);
  CHECK(desk.get(desk.regie("/tariffs")).at("items").as_array().size() == 2);
}
