// The throw-away commune, and the memory of what was played.
#include "tenants/dossiers/rehearsal.hpp"

#include "core/security/crypto.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/test_player.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/site/profile.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <system_error>

#include <stdlib.h>

namespace clocher::dossiers {
namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    path_ = (std::filesystem::temp_directory_path() / "clocher-essai-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), "rehearsal: no folder");
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

tenants::CommuneIdentity identity() {
  return {"00000", "Essai-sur-Loire", "essai.invalid", "https://essai.invalid"};
}

tenants::Profile profile() {
  tenants::Profile profile;
  profile.insee = identity().insee;
  profile.name = identity().name;
  profile.department_name = "Loire";
  profile.address = "1 place de la Mairie";
  profile.postcode = "42000";
  profile.city = identity().name;
  profile.phone = "0400000000";
  profile.email = "mairie@essai.invalid";
  profile.hours = tenants::closed_all_week();
  profile.theme = "theme-ardoise";
  return profile;
}

// Long before any test: what it holds is there already when a test begins.
constexpr Instant founding{0};
constexpr std::size_t most_reports = 1'000;  // kept at once

}  // namespace

struct Rehearsal::Impl {
  tenants::Texts texts;
  std::span<const db::Migration> migrations;
  std::mutex mutex;  // one at a time: nobody waits long
  std::string model;  // the file of a commune as every test finds it; "" until the first test
  std::map<std::string, TestReport, std::less<>> reports;  // by the digest of the text

  // Nothing in it needs to outlive a power cut.
  void found(const std::string& folder) const {
    tenants::Tenant tenant(identity(), folder, 0, db::OpenMode::scratch);
    db::migrate(tenant.database(), migrations, founding);
    tenant.write([](db::Tx& tx) { tenants::insert_profile(tx, profile(), founding); });
    const auto agent = tenants::create_agent(
        tenant, {tenants::ActorKind::system, "essai"},
        {std::string(test_agent_address), "Claire Morel", "secretaire", security::random_token()}, founding);
    if (!agent) throw std::logic_error("rehearsal: no agent: " + agent.error().key);
  }

  void make_model(const std::string& folder) {
    found(folder);
    std::ifstream file(folder + "/commune.db", std::ios::binary);
    model = {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  void copy_model(const std::string& folder) const {
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/commune.db", std::ios::binary) << model;
  }

  TestReport play(const forms::Definition& definition, std::string_view text) {
    TestReport report;
    report.tests = static_cast<std::int64_t>(definition.tests.size());
    if (definition.tests.empty()) return report;
    const TemporaryFolder folder;
    if (model.empty()) make_model(folder.path());
    for (std::size_t i = 0; i < definition.tests.size(); ++i) {
      const std::string own = folder.path() + "/" + std::to_string(i);
      copy_model(own);
      tenants::Tenant tenant(identity(), own, 0, db::OpenMode::scratch);
      const forms::ProcedureTest& test = definition.tests[i];
      if (auto reason = play_test(tenant, texts, definition, text, test))
        report.failures.push_back({test.name, std::move(*reason)});
    }
    return report;
  }
};

Rehearsal::Rehearsal(const tenants::Texts& texts, std::span<const db::Migration> commune_migrations)
    : impl_(new Impl{texts, commune_migrations, {}, {}, {}}) {}
Rehearsal::~Rehearsal() = default;

TestReport Rehearsal::play(const forms::Definition& definition, std::string_view text) {
  const std::string digest = security::sha256_hex(text);
  const std::lock_guard lock(impl_->mutex);
  if (const auto known = impl_->reports.find(digest); known != impl_->reports.end()) return known->second;
  if (impl_->reports.size() >= most_reports) impl_->reports.clear();
  return impl_->reports.emplace(digest, impl_->play(definition, text)).first->second;
}

}  // namespace clocher::dossiers
