// The effective configuration: defaults, then one TOML file, then CLOCHER_* variables. Only config_file.cpp includes toml++.
#pragma once

#include "core/base/log.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher {

enum class PublicScheme { http, https };
enum class SmtpSecurity { none, starttls, tls };

struct SmtpConfig {
  std::string host;  // empty: mails are written to the mail folder
  int port = 587;
  SmtpSecurity security = SmtpSecurity::starttls;
  std::string username;  // empty: no authentication
  std::string password;
};

struct Config {
  std::string data_dir = "var";
  std::string listen_address = "127.0.0.1";
  int port = 8080;
  std::string base_domain = "clocher.localhost";  // a commune without a domain of its own lives at <slug>.<base_domain>
  PublicScheme public_scheme = PublicScheme::http;
  int public_port = 0;                       // 0: derived, see origin_of
  std::vector<std::string> trusted_proxies;  // addresses or address/prefix whose X-Forwarded-For is believed
  int io_threads = 0;                        // 0: by cores
  int worker_threads = 0;                    // 0: by cores
  int open_communes = 200;                   // databases kept open at most
  SmtpConfig smtp;
  std::string mail_sender = "ne-pas-repondre@clocher.localhost";
  std::string mail_folder;  // used when smtp.host is empty; "" means <data_dir>/mail
  std::string secret_key;   // 64 hexadecimal digits; "" means <data_dir>/secret.key, made by the application
  log::Level log_level = log::Level::info;
  int posts_per_minute = 120;  // forms sent from one address, over all communes; ten times that for a commune
  std::int64_t form_limit_bytes = 64 * 1024;
  std::int64_t upload_limit_bytes = 10 * 1024 * 1024;
  std::int64_t media_limit_bytes = 25 * 1024 * 1024;  // one picture or document of the town hall
  int media_quota_megabytes = 2048;                   // all of them, of one commune
  int agent_session_idle_minutes = 60;  // ASVS 7.3.1: ends without activity
  int agent_session_hours = 12;         // ASVS 7.3.2: ends whatever happens
  // Who runs the service: shown in every commune's legal notice (LCEN article 1-1), and where faults are reported (RFC 9116).
  std::string hosting_name;
  std::string hosting_address;
  std::string hosting_phone;
  std::string security_contact;  // "mailto:..." or "https://..."
  std::string antivirus;  // of clamd: "unix:/run/clamav/clamd.ctl" or "127.0.0.1:3310"; "": none, files are given at once
  bool local_webhooks = false;  // development: callbacks may go to this machine and over plain http
  std::vector<std::string> sheets_feeds;  // addresses of Service-Public's files, fetched daily; none: off
  int draft_days = 30;           // a resident's unfinished form is kept that long
  std::string payfip_endpoint = "https://www.payfip.gouv.fr/tpa/services/securite?wsdl";  // the DGFiP's; a simulator's in development
};

// "http://assy.clocher.localhost:8080": scheme, host and the port when it is not the scheme's own.
// Without public_port: http shows `port`, https shows none (a proxy stands in front).
[[nodiscard]] std::string origin_of(const Config& config, std::string_view host);

[[nodiscard]] std::string mail_folder_of(const Config& config);

using Environment = std::function<std::optional<std::string>(std::string_view name)>;

// The environment of the process.
[[nodiscard]] std::optional<std::string> process_environment(std::string_view name);

// The file is `path`, else $CLOCHER_CONFIG, else <data>/clocher.toml, else /etc/clocher/clocher.toml; only the first two must exist.
// Fails (invalid) with config.file_missing {file}, config.unreadable {file, line, reason}, config.unknown_key {name, source},
// config.bad_value {name, source, value, allowed}; `source` is "clocher.toml:12" or "CLOCHER_PORT"; a secret value is masked.
[[nodiscard]] Result<Config> load_config(const std::optional<std::string>& path, const Environment& environment);

// Every setting with its effective value; secrets are "********", or null when unset.
[[nodiscard]] json::Object show(const Config& config);

}  // namespace clocher
