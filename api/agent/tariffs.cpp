// Tariffs of a régie: kept, and tried out with the sentence that a family would read.
#include "api/agent/desk_handlers.hpp"
#include "api/agent/desk_json.hpp"
#include "api/respond.hpp"
#include "payments/tariff/price.hpp"
#include "payments/tariff/tariff_json.hpp"
#include "payments/tariff/tariff_store.hpp"

namespace clocher::api::agent {
namespace {

using namespace payments;
using namespace payments::tariff;

json::Object tariff_json(const StoredTariff& stored) {
  return {{"id", stored.id.value},
          {"product", stored.product},
          {"name", stored.tariff.name},
          {"unit", stored.tariff.unit},
          {"continuity", std::string(to_string(stored.tariff.continuity))},
          {"grids", grids_json(stored.tariff.grids)},
          {"version", stored.version},
          {"updated_at", stored.updated_at.seconds},
          {"withdrawn_at", time_json(stored.withdrawn_at)}};
}

Result<TariffEdit> read_edit(JsonBody& body) {
  TariffEdit edit{.product = body.text("product"),
                  .tariff = {.name = body.text("name"), .unit = body.text("unit"), .grids = {}}};
  const auto continuity = parse_continuity(body.text("continuity"));
  if (!continuity) body.note({"continuity", "tariff.unreadable", {}});
  const json::Array grids = body.array("grids");
  if (const auto valid = body.check(); !valid) return fail(valid.error());
  auto read = grids_of(grids);
  if (!read) return fail(read.error());
  edit.tariff.continuity = *continuity;
  edit.tariff.grids = std::move(*read);
  return edit;
}

Result<StoredTariff> tariff_of(Context& context) {
  const auto id = parse_id<StoredTariff>(context.parameters.get("id"));
  auto stored = id ? context.tenant.read([&](db::ReadTx& tx) { return find_tariff(tx, *id); }) : std::nullopt;
  if (!stored) return fail(ErrorKind::not_found, "tariff.not_found");
  return std::move(*stored);
}

Result<http::Response> answer(int status, const Result<StoredTariff>& stored) {
  if (!stored) return fail(stored.error());
  return json_response(status, tariff_json(*stored));
}

}  // namespace

Result<http::Response> list_tariffs(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  json::Array items;
  const bool is_there = context.tenant.read([&](db::ReadTx& tx) {
    for (const StoredTariff& each : tariff::list_tariffs(tx, *id)) items.push_back(tariff_json(each));
    return find_regie(tx, *id).has_value();
  });
  if (!is_there) return fail(ErrorKind::not_found, "regie.unknown");
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> create_tariff(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  if (!context.tenant.read([&](db::ReadTx& tx) { return find_regie(tx, *id); }))
    return fail(ErrorKind::not_found, "regie.unknown");
  auto body = JsonBody::read(context.request, {"product", "name", "unit", "continuity", "grids"});
  if (!body) return fail(body.error());
  const auto edit = read_edit(*body);
  if (!edit) return fail(edit.error());
  return answer(
      201, tariff::create_tariff(context.tenant, context.actor(), *id, *edit, context.tools.catalogue, context.now));
}

Result<http::Response> save_tariff(Context& context) {
  const auto stored = tariff_of(context);
  if (!stored) return fail(stored.error());
  auto body = JsonBody::read(context.request, {"product", "name", "unit", "continuity", "grids", "base_version"});
  if (!body) return fail(body.error());
  const std::int64_t version = body->integer("base_version");
  const auto edit = read_edit(*body);
  if (!edit) return fail(edit.error());
  return answer(200, tariff::save_tariff(context.tenant, context.actor(), stored->id, *edit, version,
                                         context.tools.catalogue, context.now));
}

Result<http::Response> withdraw_tariff(Context& context) {
  const auto stored = tariff_of(context);
  if (!stored) return fail(stored.error());
  return answer(200, tariff::withdraw_tariff(context.tenant, context.actor(), stored->id, context.now));
}

Result<http::Response> try_tariff(Context& context) {
  const auto stored = tariff_of(context);
  if (!stored) return fail(stored.error());
  auto body = JsonBody::read(context.request, {"day", "home", "quotient", "child_rank"});
  if (!body) return fail(body.error());
  const auto day = parse_iso_date(body->text("day"));
  if (!day) body->note({"day", "tariff.day", {}});
  const std::string home = body->text("home");
  const auto lives = parse_home(home);
  if (!lives && !home.empty()) body->note({"home", "tariff.unreadable", {}});
  const auto quotient = body->integer_or_null("quotient");
  const std::int64_t rank = body->integer("child_rank");
  if (quotient && (*quotient < 0 || *quotient > most_quotient)) body->note({"quotient", "tariff.number_wrong", {}});
  if (rank < 1 || rank > most_rank) body->note({"child_rank", "tariff.number_wrong", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const Family family{lives, quotient ? std::optional(static_cast<int>(*quotient)) : std::nullopt,
                      static_cast<int>(rank)};
  const auto price = price_on(*day, stored->tariff, family, context.tools.catalogue);
  if (!price) return fail(price.error());
  return json_response(200, {{"amount_cents", price->amount.cents}, {"why", price->why}});
}

}  // namespace clocher::api::agent
