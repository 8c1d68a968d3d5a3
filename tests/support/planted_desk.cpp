// Opens a régie and a till, sells, hands in, imports a statement and fixes a tariff.
#include "tests/support/planted_desk.hpp"

#include "payments/desk/bordereau.hpp"
#include "payments/reconcile/discrepancy.hpp"
#include "payments/regie_edit.hpp"
#include "payments/tariff/tariff_store.hpp"
#include "tests/support/catch.hpp"

namespace clocher::test {
namespace {

payments::Regie plant_regie(tenants::Tenant& tenant, const std::string& marker, Instant now) {
  using namespace payments;
  const auto regie = create_regie(tenant, claire,
                                  {.name = marker,
                                   .act_reference = marker,
                                   .act_date = "2024-03-14",
                                   .products = {{"cantine", marker, "7067"}},
                                   .means = {Means::online, Means::cash, Means::cheque, Means::card, Means::cesu},
                                   .members = {{MemberRole::regisseur, marker, "canari-zq7@exemple.fr"}},
                                   .cash_ceiling = {20'000},
                                   .comptable = marker},
                                  now);
  REQUIRE(regie);
  return *regie;
}

}  // namespace

PlantedDesk plant_desk(tenants::Tenant& tenant, const tenants::Texts& texts, const std::string& marker, Instant now) {
  using namespace payments;
  const Regie regie = plant_regie(tenant, marker, now);
  PlantedDesk planted{.regie = regie.id.value};
  REQUIRE(desk::open_day(tenant, claire, regie.id, {5000}, now));
  const auto take = [&](const std::string& key, Means means) {
    return desk::take_payment(tenant, claire,
                              {.request_key = key,
                               .regie_id = regie.id,
                               .means = means,
                               .amount = {1250},
                               .product = "cantine",
                               .label = marker,
                               .payer = marker,
                               .bank = marker,
                               .document = marker},
                              now);
  };
  REQUIRE(take("plantation-1", Means::cheque));
  planted.bordereau = desk::make_bordereau(tenant, claire, {"plantation-2", regie.id, Means::cheque, {}}, now)->id.value;
  planted.receipt = take("plantation-3", Means::cash)->receipt.line.number;
  REQUIRE(reconcile::import_statement(tenant, claire,
                                      {regie.id, marker + ".csv", "LIGNE;10/11/2026;" + marker + ";12,50\n"}, now));
  planted.discrepancy = tenant.read([&](db::ReadTx& tx) {
    return reconcile::list_discrepancies(tx, regie.id, reconcile::Which::open).at(0).id.value;
  });
  const tariff::Grid grid{.from = parse_iso_date("2026-09-01").value(),
                          .deliberation = {marker, parse_iso_date("2026-06-12").value()},
                          .lines = {{{}, {250}}}};
  planted.tariff =
      tariff::create_tariff(tenant, claire, regie.id, {"cantine", {.name = marker, .unit = "repas", .grids = {grid}}},
                            texts.catalogue, now)
          ->id.value;
  return planted;
}

std::optional<std::string> desk_id_for(std::string_view parameter, std::string_view pattern,
                                        const PlantedDesk& planted) {
  const auto is_about = [&](std::string_view noun) { return pattern.find(noun) != std::string_view::npos; };
  if (parameter != "id") return std::nullopt;
  if (is_about("/regies/")) return std::to_string(planted.regie);
  if (is_about("/counter-receipts/")) return std::to_string(planted.receipt);
  if (is_about("/bordereaux/")) return std::to_string(planted.bordereau);
  if (is_about("/discrepancies/")) return std::to_string(planted.discrepancy);
  if (is_about("/tariffs/")) return std::to_string(planted.tariff);
  return std::nullopt;
}

}  // namespace clocher::test
