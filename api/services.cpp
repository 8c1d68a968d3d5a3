// Makes the services from the configuration and the embedded assets.
#include "api/services.hpp"

#include "core/base/durable_file.hpp"
#include "core/http/assets.hpp"
#include "core/outbound/mail_folder.hpp"
#include "core/outbound/smtp.hpp"
#include "core/security/crypto.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace clocher::api {
namespace {

// Two forms filled in behind one address, each kept every two seconds.
constexpr int kept_per_minute = 120;
constexpr int searches_per_minute = 60;  // of one address: a household, a school
constexpr std::size_t page_cache_bytes = 64 * 1024 * 1024;

std::vector<http::Asset> assets_below(std::string_view prefix) {
  std::vector<http::Asset> found;
  for (const http::Asset& asset : http::embedded_assets()) {
    if (asset.path.starts_with(prefix)) found.push_back(asset);
  }
  return found;
}

std::vector<db::Migration> embedded_migrations(std::string_view prefix) {
  std::vector<db::Migration> migrations;
  for (const http::Asset& asset : assets_below(prefix)) {
    migrations.push_back(db::make_migration(asset.path.substr(prefix.size()), asset.bytes));
    if (migrations.back().number != static_cast<int>(migrations.size()))
      throw std::logic_error("migrations: a number is missing");
  }
  return migrations;
}

std::vector<tenants::SeedFile> seed_files() {
  std::vector<tenants::SeedFile> files;
  for (const http::Asset& asset : assets_below("seed/")) files.push_back({asset.path.substr(5), asset.bytes});
  return files;
}

std::optional<std::string_view> find_view(std::string_view name) {
  const http::Asset* asset = http::find_asset("views/" + std::string(name));
  return asset == nullptr ? std::nullopt : std::optional(asset->bytes);
}

std::string_view french_catalogue() {
  const http::Asset* asset = http::find_asset("locales/fr.json");
  if (asset == nullptr) throw std::logic_error("assets: locales/fr.json is missing");
  return asset->bytes;
}

Config with_data_folder(Config config) {
  std::filesystem::create_directories(config.data_dir);
  return config;
}

std::string read_or_make_secret(const Config& config) {
  if (!config.secret_key.empty()) return security::from_hex(config.secret_key).value();
  const std::string path = config.data_dir + "/secret.key";
  if (!std::filesystem::exists(path))
    write_durably(path, security::to_hex(security::random_bytes(32)), FileMode::secret);
  std::ifstream file(path);
  const auto key =
      security::from_hex(std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  if (!key || key->size() != 32) throw std::runtime_error("secret.key does not hold 64 hexadecimal digits");
  return *key;
}

tenants::RegistryOptions registry_options(const Config& config) {
  const std::string origin = origin_of(config, "host");
  const std::string_view scheme = config.public_scheme == PublicScheme::https ? "https" : "http";
  return {config.data_dir, static_cast<std::size_t>(config.open_communes), std::string(scheme),
          origin.substr(scheme.size() + std::string_view("://host").size())};
}

}  // namespace

Services::Services(Config the_config, const Clock& the_clock, const std::string& reference_path)
    : config(with_data_folder(std::move(the_config))),
      clock(the_clock),
      secret_key(read_or_make_secret(config)),
      reference(reference_path),
      views(find_view),
      catalogue(french_catalogue()),
      seed(seed_files()),
      registry(registry_options(config), embedded_migrations("migrations/registry/"),
               embedded_migrations("migrations/commune/"), clock),
      rehearsal({views, catalogue}, registry.commune_migrations()),
      sheets(config.data_dir + "/sheets.db", embedded_migrations("migrations/sheets/"), clock),
      sheet_importer(sheets, clock, config.data_dir),
      search([this](std::string_view insee) { return registry.folder_of(insee); }, sheets, config.data_dir + "/sheets-search.db"),
      page_cache(page_cache_bytes),
      throttle(clock),
      deluge(clock, {.per_address = config.posts_per_minute, .per_commune = 10 * config.posts_per_minute}),
      typing(clock, {.per_address = kept_per_minute, .per_commune = 50 * kept_per_minute}),
      searches(clock, {.per_address = searches_per_minute, .per_commune = 20 * searches_per_minute}),
      gateways(config.payfip_endpoint, clock, secret_key) {}

std::unique_ptr<outbound::Mailer> make_mailer(const Config& config) {
  if (config.smtp.host.empty()) return std::make_unique<outbound::FolderMailer>(mail_folder_of(config));
  return std::make_unique<outbound::SmtpMailer>(config.smtp);
}

}  // namespace clocher::api
