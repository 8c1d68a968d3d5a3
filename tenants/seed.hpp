// What a new commune starts with: pages, a first news item and procedures, from files embedded in the program.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"
#include "tenants/reference/register.hpp"
#include "tenants/tenant.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// A file of tenants/seed: path below it ("pages/la-mairie/horaires.md") and its text.
struct SeedFile {
  std::string_view path;
  std::string_view text;
};

class Seed {
 public:
  // Throws std::runtime_error when a file cannot be read: the program itself is then wrong.
  explicit Seed(const std::vector<SeedFile>& files);
  ~Seed();

  // The profile, the published pages and news, and the procedures, in the caller's transaction.
  void sow(db::Tx& tx, const reference::Commune& commune, std::string_view name, Instant now) const;
  // What the catalogue of procedures holds that this commune lacks, as models; newer revisions of those it never changed itself.
  // How many. For the communes that were there before.
  std::int64_t sow_procedures(Tenant& tenant, Instant now) const;
  // The profile alone, for the space of an intercommunality.
  static void sow_space(db::Tx& tx, const reference::Commune& space, Instant now);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::tenants
