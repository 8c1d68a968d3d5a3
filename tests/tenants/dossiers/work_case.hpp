// One case of a fresh commune, and the deeds that tests of the work on cases share.
#pragma once

#include "tenants/dossiers/inbox.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/work.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/tenant_world.hpp"

#include <string_view>
#include <vector>

namespace clocher::test {

using dossiers::State;

struct Case {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  Id<dossiers::Dossier> id = sent_dossier(*tenant, world.texts(), world.now()).id;

  dossiers::Dossier now() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id).value(); });
  }
  dossiers::Work work() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::read_work(tx, id); });
  }
  std::vector<tenants::OutboxItem> mails() {
    return tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, world.now() + one_day, 50); });
  }
  Result<dossiers::Dossier> change(const dossiers::WorkChange& change) {
    return dossiers::change_work(*tenant, world.texts(), claire, id, change, world.now());
  }
  Result<dossiers::Dossier> move(State to, const dossiers::CorrectionRequest& correction = {}) {
    return dossiers::change_state(*tenant, world.texts(), claire, {id, to, "Voici pourquoi.", correction}, world.now());
  }
  std::int64_t count(std::string_view verb) {
    std::int64_t found = 0;
    for (const auto& event : tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", id.value}); }))
      found += event.verb == verb ? 1 : 0;
    return found;
  }
  std::size_t found(std::string_view words) {
    dossiers::InboxQuery query;
    query.text = words;
    return tenant->read([&](db::ReadTx& tx) { return dossiers::inbox_ids(tx, query, 10).size(); });
  }
};

}  // namespace clocher::test
