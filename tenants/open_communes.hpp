// The communes whose files are open: at most one opening of each, at most so many at a time, the oldest use closed first.
#pragma once

#include "core/base/result.hpp"
#include "tenants/tenant.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// Shared: a request in flight keeps its commune open while the list lets go of it.
using TenantHandle = std::shared_ptr<Tenant>;

// Whether an opening counts as use: a round of all communes must not close those that residents read.
enum class Keep { recent, no };

class OpenCommunes {
 public:
  explicit OpenCommunes(std::size_t limit);
  ~OpenCommunes();
  OpenCommunes(const OpenCommunes&) = delete;
  OpenCommunes& operator=(const OpenCommunes&) = delete;

  // Makes the tenant, or says why it cannot be. `first_generation` is for Tenant's constructor.
  using Open = std::function<Result<std::unique_ptr<Tenant>>(std::int64_t first_generation)>;

  // The commune, opened by `open` when it is not yet; waits a few seconds for one that is held closed.
  // unavailable commune.busy, commune.unreadable (after an I/O error, until it is opened anew), or what `open` answers.
  [[nodiscard]] Result<TenantHandle> acquire(std::string_view insee, Keep keep, const Open& open);

  // If it is open and free; never waits.
  [[nodiscard]] TenantHandle peek(std::string_view insee);

  // Runs `body` with the commune's file closed and every other opening of it waiting.
  // conflict commune.busy when a request holds it for longer than a few seconds.
  [[nodiscard]] Result<void> with_closed(std::string_view insee, const std::function<void()>& body);

  [[nodiscard]] std::vector<std::string> list() const;  // INSEE codes, the one used last first

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::tenants
