// Where settings come from, who wins, and how a mistake is told.
#include "core/base/config.hpp"

#include "core/base/config_settings.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <map>

using namespace clocher;

namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

Environment environment_of(Variables variables) {
  return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

// A folder with one clocher.toml, removed at the end.
class ConfigFolder {
 public:
  explicit ConfigFolder(std::string_view toml) {
    std::string pattern = std::filesystem::temp_directory_path() / "clocher-config-XXXXXX";
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::ofstream(file()) << toml;
  }
  ~ConfigFolder() { std::filesystem::remove_all(folder_); }
  ConfigFolder(const ConfigFolder&) = delete;
  ConfigFolder& operator=(const ConfigFolder&) = delete;
  [[nodiscard]] std::string folder() const { return folder_; }
  [[nodiscard]] std::string file() const { return folder_ + "/clocher.toml"; }

 private:
  std::string folder_;
};

Result<Config> load(std::string_view toml, Variables variables = {}) {
  const ConfigFolder folder(toml);
  return load_config(folder.file(), environment_of(std::move(variables)));
}

Error error_of(std::string_view toml, Variables variables = {}) {
  const auto config = load(toml, std::move(variables));
  REQUIRE_FALSE(config.has_value());
  return config.error();
}

}  // namespace

TEST_CASE("without file and variables the defaults serve development", "[config]") {
  const auto config = load("");
  REQUIRE(config);
  CHECK(config->data_dir == "var");
  CHECK(config->listen_address == "127.0.0.1");
  CHECK(origin_of(*config, "assy.clocher.localhost") == "http://assy.clocher.localhost:8080");
  CHECK(mail_folder_of(*config) == "var/mail");
}

TEST_CASE("the file is read, tables and lists included", "[config]") {
  const auto config = load(R"(
port = 9000
public_scheme = "https"
trusted_proxies = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"]
[smtp]
host = "mail.example.fr"
security = "tls"
)");
  REQUIRE(config);
  CHECK(config->port == 9000);
  CHECK(config->trusted_proxies == std::vector<std::string>{"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
  CHECK(config->smtp.host == "mail.example.fr");
  CHECK(config->smtp.security == SmtpSecurity::tls);
}

TEST_CASE("a variable wins over the file", "[config]") {
  const auto config = load("port = 9000\nbase_domain = \"a.fr\"", {{"CLOCHER_PORT", "9001"}});
  REQUIRE(config);
  CHECK(config->port == 9001);
  CHECK(config->base_domain == "a.fr");
}

TEST_CASE("CLOCHER_CONFIG names the file when no path is given", "[config]") {
  const ConfigFolder folder("port = 9100");
  const auto config = load_config(std::nullopt, environment_of({{"CLOCHER_CONFIG", folder.file()}}));
  REQUIRE(config);
  CHECK(config->port == 9100);
}

TEST_CASE("the data folder's own file is read when none is named", "[config]") {
  const ConfigFolder folder("port = 9200");
  const auto config = load_config(std::nullopt, environment_of({{"CLOCHER_DATA", folder.folder()}}));
  REQUIRE(config);
  CHECK(config->port == 9200);
  CHECK(config->data_dir == folder.folder());
}

TEST_CASE("a named file that does not exist is an error", "[config]") {
  const auto config = load_config("/nonexistent/clocher.toml", environment_of({}));
  REQUIRE_FALSE(config);
  CHECK(config.error().key == "config.file_missing");
}

TEST_CASE("a folder is not a configuration file", "[config]") {
  const ConfigFolder folder("");
  const auto config = load_config(folder.folder(), environment_of({}));
  REQUIRE_FALSE(config);
  CHECK(config.error().key == "config.file_missing");
}

TEST_CASE("a file that is not TOML is refused with its line", "[config]") {
  const auto error = error_of("port = 9000\nbase_domain = [\n");
  CHECK(error.key == "config.unreadable");
  CHECK(error.arguments.at("line") != "");
  CHECK_FALSE(error.arguments.at("reason").empty());
}

TEST_CASE("an unknown setting is refused by name and line", "[config]") {
  const auto error = error_of("\n[smtp]\nhots = \"a\"\n");
  CHECK(error.key == "config.unknown_key");
  CHECK(error.arguments.at("name") == "smtp.hots");
  CHECK_THAT(error.arguments.at("source"), Catch::EndsWith("clocher.toml:3"));
}

TEST_CASE("a value that is not allowed is refused, in the file and in the environment", "[config]") {
  struct Bad {
    std::string toml_name, toml_value, variable, text;
  };
  const auto bad = GENERATE(values<Bad>({
      {"port", "70000", "CLOCHER_PORT", "70000"},
      {"port", "-1", "CLOCHER_PORT", "-1"},
      {"port", "80.5", "CLOCHER_PORT", "80x"},
      {"port", "\"\"", "CLOCHER_PORT", ""},
      {"listen_address", "\"localhost\"", "CLOCHER_LISTEN_ADDRESS", "localhost"},
      {"base_domain", "\"Exa mple\"", "CLOCHER_BASE_DOMAIN", "exa mple"},
      {"base_domain", "\"a..b\"", "CLOCHER_BASE_DOMAIN", "-a.fr"},
      {"public_scheme", "\"ftp\"", "CLOCHER_PUBLIC_SCHEME", "HTTPS"},
      {"trusted_proxies", "[\"10.0.0.0/33\"]", "CLOCHER_TRUSTED_PROXIES", "10.0.0.1,"},
      {"trusted_proxies", "[1]", "CLOCHER_TRUSTED_PROXIES", "proxy"},
      {"open_communes", "0", "CLOCHER_OPEN_COMMUNES", "many"},
      {"smtp.security", "\"ssl\"", "CLOCHER_SMTP_SECURITY", "TLS"},
      {"smtp.port", "0", "CLOCHER_SMTP_PORT", "0"},
      {"mail_sender", "\"mairie\"", "CLOCHER_MAIL_SENDER", "a@b.fr, c@d.fr"},
      {"secret_key", "\"abc\"", "CLOCHER_SECRET_KEY", "abc"},
      {"payfip.endpoint", "\"www.payfip.gouv.fr\"", "CLOCHER_PAYFIP_ENDPOINT", "ftp://a.fr"},
      {"log_level", "\"loud\"", "CLOCHER_LOG_LEVEL", "warn"},
      {"form_limit_bytes", "10", "CLOCHER_FORM_LIMIT_BYTES", "99999999999999999999"},
      {"data_dir", "\"\"", "CLOCHER_DATA", ""},
      {"draft_days", "true", "CLOCHER_DRAFT_DAYS", "30 days"},
      {"agent_session_hours", "2020-01-01", "CLOCHER_AGENT_SESSION_HOURS", "12h"},
  }));
  CAPTURE(bad.toml_name, bad.toml_value, bad.text);
  const auto in_file = error_of(bad.toml_name + " = " + bad.toml_value);
  CHECK(in_file.key == "config.bad_value");
  CHECK(in_file.arguments.at("name") == bad.toml_name);
  CHECK_THAT(in_file.arguments.at("source"), Catch::EndsWith(":1"));
  CHECK_FALSE(in_file.arguments.at("allowed").empty());
  const auto in_environment = error_of("", {{bad.variable, bad.text}});
  CHECK(in_environment.key == "config.bad_value");
  CHECK(in_environment.arguments.at("source") == bad.variable);
}

TEST_CASE("a wrong secret is never repeated in the error", "[config]") {
  const auto error = error_of("", {{"CLOCHER_SECRET_KEY", "half-a-secret"}});
  for (const auto& [name, value] : error.arguments) CHECK(value.find("half-a-secret") == std::string::npos);
}

TEST_CASE("an error tells the bounds or the choices", "[config]") {
  CHECK(error_of("", {{"CLOCHER_PORT", "http"}}).arguments.at("allowed") == "0 - 65535");
  CHECK(error_of("", {{"CLOCHER_SMTP_SECURITY", "ssl"}}).arguments.at("allowed") == "none, starttls, tls");
}

TEST_CASE("secrets are masked, and null when unset", "[config]") {
  const auto config = load("", {{"CLOCHER_SMTP_PASSWORD", "s3cret-word"}});
  REQUIRE(config);
  const auto shown = show(*config);
  CHECK(shown.at("smtp.password") == json::Value("********"));
  CHECK(shown.at("secret_key").is_null());
  CHECK(json::serialize(shown).find("s3cret-word") == std::string::npos);
}

TEST_CASE("what is shown can be read again: every setting accepts its own default", "[config]") {
  for (const Setting& setting : settings()) {
    CAPTURE(setting.name);
    const auto value = setting.write(Config{});
    const std::string text = value.is_string()  ? std::string(value.as_string())
                             : value.is_array() ? ""
                                                : json::serialize(value);
    Config config;
    CHECK(setting.read(config, text));
    CHECK(setting.write(config) == value);
    CHECK(setting.environment.starts_with("CLOCHER_"));
    CHECK_FALSE(setting.purpose.empty());
  }
}

TEST_CASE("https shows no port unless one is set, http shows the listening port", "[config]") {
  Config config;
  config.port = 80;
  CHECK(origin_of(config, "a.fr") == "http://a.fr");
  config.public_scheme = PublicScheme::https;
  config.port = 8080;
  CHECK(origin_of(config, "a.fr") == "https://a.fr");
  config.public_port = 8443;
  CHECK(origin_of(config, "a.fr") == "https://a.fr:8443");
  config.public_port = 443;
  CHECK(origin_of(config, "a.fr") == "https://a.fr");
}

TEST_CASE("the reference page has one row per setting and no secret default", "[config]") {
  const std::string page = document_settings();
  for (const Setting& setting : settings())
    CHECK(page.find("`" + std::string(setting.environment) + "`") != std::string::npos);
}
