// Finds, reads and checks the configuration.
#include "core/base/config.hpp"

#include "core/base/config_file.hpp"
#include "core/base/config_settings.hpp"

#include <cstdlib>
#include <filesystem>

namespace clocher {
namespace {

constexpr std::string_view mask = "********";

Failure bad_value(const Setting& setting, std::string source, std::string_view value) {
  const std::string shown(setting.secrecy == Secrecy::secret ? mask : value);
  return fail(ErrorKind::invalid, "config.bad_value",
              {{"name", std::string(setting.name)},
               {"source", std::move(source)},
               {"value", shown},
               {"allowed", setting.allowed}});
}

// An explicit file must exist; the usual places may be empty. data_dir itself can only come from the variable then.
std::optional<std::string> find_file(const std::optional<std::string>& path, const Environment& environment) {
  if (path) return path;
  if (auto chosen = environment("CLOCHER_CONFIG"); chosen && !chosen->empty()) return chosen;
  const std::string data_dir = environment("CLOCHER_DATA").value_or(Config{}.data_dir);
  for (const std::string& usual : {data_dir + "/clocher.toml", std::string("/etc/clocher/clocher.toml")}) {
    std::error_code ignored;  // a place we may not look into holds no file for us
    if (std::filesystem::is_regular_file(usual, ignored)) return usual;
  }
  return std::nullopt;
}

Result<void> apply_file(const std::string& path, Config& config) {
  const auto entries = read_config_file(path);
  if (!entries) return fail(entries.error());
  for (const ConfigEntry& entry : *entries) {
    const std::string source = path + ':' + std::to_string(entry.line);
    const Setting* setting = find_setting(entry.name);
    if (setting == nullptr)
      return fail(ErrorKind::invalid, "config.unknown_key", {{"name", entry.name}, {"source", source}});
    if (!entry.text || !setting->read(config, *entry.text))
      return bad_value(*setting, source, entry.text.value_or("?"));
  }
  return {};
}

Result<void> apply_environment(const Environment& environment, Config& config) {
  for (const Setting& setting : settings()) {
    const auto value = environment(setting.environment);
    if (value && !setting.read(config, *value)) return bad_value(setting, std::string(setting.environment), *value);
  }
  return {};
}

}  // namespace

Result<Config> load_config(const std::optional<std::string>& path, const Environment& environment) {
  Config config;
  if (const auto file = find_file(path, environment)) {
    if (const auto applied = apply_file(*file, config); !applied) return fail(applied.error());
  }
  if (const auto applied = apply_environment(environment, config); !applied) return fail(applied.error());
  return config;
}

std::optional<std::string> process_environment(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

std::string origin_of(const Config& config, std::string_view host) {
  const bool is_https = config.public_scheme == PublicScheme::https;
  const int usual_port = is_https ? 443 : 80;
  const int derived_port = is_https ? usual_port : config.port;
  const int port = config.public_port != 0 ? config.public_port : derived_port;
  std::string origin = (is_https ? "https://" : "http://") + std::string(host);
  if (port != usual_port) origin += ':' + std::to_string(port);
  return origin;
}

std::string mail_folder_of(const Config& config) {
  return config.mail_folder.empty() ? config.data_dir + "/mail" : config.mail_folder;
}

json::Object show(const Config& config) {
  json::Object shown;
  for (const Setting& setting : settings()) {
    json::Value value = setting.write(config);
    if (setting.secrecy == Secrecy::secret) value = value == json::Value("") ? json::Value(nullptr) : json::Value(mask);
    shown[setting.name] = std::move(value);
  }
  return shown;
}

}  // namespace clocher
