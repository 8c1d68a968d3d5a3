// The settings of the product, one row each.
#include "core/base/config_settings.hpp"

#include "core/base/config_values.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace clocher {
namespace {

template <class Number>
bool read_into(std::string_view text, std::int64_t least, std::int64_t most, Number& target) {
  const auto value = read_number(text, least, most);
  if (value) target = static_cast<Number>(*value);
  return value.has_value();
}

bool read_networks(std::string_view text, std::vector<std::string>& target) {
  auto networks = split_networks(text);
  if (networks) target = std::move(*networks);
  return networks.has_value();
}

bool read_urls(std::string_view text, std::vector<std::string>& target) {
  auto urls = split_urls(text);
  if (urls) target = std::move(*urls);
  return urls.has_value();
}

struct Row {
  std::string_view name, environment, purpose;
};

template <class Member>
Setting number(Row row, std::int64_t least, std::int64_t most, Member member) {
  return {row.name,
          row.environment,
          row.purpose,
          std::to_string(least) + " - " + std::to_string(most),
          [=](Config& config, std::string_view text) { return read_into(text, least, most, member(config)); },
          [=](const Config& config) { return json::Value(member(config)); }};
}

template <class Member>
Setting text(Row row, std::string allowed, bool (*is_allowed)(std::string_view), Member member,
             Secrecy secrecy = Secrecy::open) {
  const auto read = [=](Config& config, std::string_view value) {
    if (is_allowed(value)) member(config) = value;
    return is_allowed(value);
  };
  return {row.name,    row.environment,
          row.purpose, std::move(allowed),
          read,        [=](const Config& config) { return json::Value(member(config)); },
          secrecy};
}

template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <class Value, class Member>
Setting choice(Row row, Choices<Value> choices, Member member) {
  std::string allowed;
  for (const auto& [name, value] : choices) allowed += (allowed.empty() ? "" : ", ") + name;
  const auto read = [=](Config& config, std::string_view text) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const auto& each) { return each.first == text; });
    if (found != choices.end()) member(config) = found->second;
    return found != choices.end();
  };
  const auto write = [=](const Config& config) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const auto& each) { return each.second == member(config); });
    return json::Value(found->first);
  };
  return {row.name, row.environment, row.purpose, std::move(allowed), read, write};
}

template <class Member>
Setting texts(Row row, std::string allowed, bool (*read)(std::string_view, std::vector<std::string>&), Member member) {
  return {row.name,
          row.environment,
          row.purpose,
          std::move(allowed),
          [=](Config& config, std::string_view value) { return read(value, member(config)); },
          [=](const Config& config) {
            json::Array list;
            for (const std::string& item : member(config)) list.emplace_back(item);
            return json::Value(std::move(list));
          }};
}

std::vector<Setting> service_settings() {
  return {
      text(
          {"data_dir", "CLOCHER_DATA", "Folder of all data: registry, communes, files"}, "/var/lib/clocher", is_path,
          [](auto& c) -> auto& { return c.data_dir; }),
      text(
          {"listen_address", "CLOCHER_LISTEN_ADDRESS", "Address the server listens on"}, "127.0.0.1, ::1", is_address,
          [](auto& c) -> auto& { return c.listen_address; }),
      number(
          {"port", "CLOCHER_PORT", "TCP port the server listens on; 0 takes a free one"}, 0, 65535,
          [](auto& c) -> auto& { return c.port; }),
      text(
          {"base_domain", "CLOCHER_BASE_DOMAIN", "Communes without their own domain live below it"},
          "communes.example.fr", is_host_name, [](auto& c) -> auto& { return c.base_domain; }),
      choice<PublicScheme>(
          {"public_scheme", "CLOCHER_PUBLIC_SCHEME", "What browsers use to reach us: https behind a proxy"},
          {{"http", PublicScheme::http}, {"https", PublicScheme::https}},
          [](auto& c) -> auto& { return c.public_scheme; }),
      number(
          {"public_port", "CLOCHER_PUBLIC_PORT", "Port in our links; 0: the listening port for http, none for https"},
          0, 65535, [](auto& c) -> auto& { return c.public_port; }),
      texts(
          {"trusted_proxies", "CLOCHER_TRUSTED_PROXIES", "Proxies whose X-Forwarded-For is believed"},
          "127.0.0.1, 10.0.0.0/8, fd00::/8", read_networks, [](auto& c) -> auto& { return c.trusted_proxies; }),
      number(
          {"io_threads", "CLOCHER_IO_THREADS", "Threads of the network; 0: by cores"}, 0, 256,
          [](auto& c) -> auto& { return c.io_threads; }),
      number(
          {"worker_threads", "CLOCHER_WORKER_THREADS", "Threads that answer requests; 0: by cores"}, 0, 1024,
          [](auto& c) -> auto& { return c.worker_threads; }),
      number(
          {"open_communes", "CLOCHER_OPEN_COMMUNES", "Databases of communes kept open at most"}, 1, 100'000,
          [](auto& c) -> auto& { return c.open_communes; }),
      choice<log::Level>(
          {"log_level", "CLOCHER_LOG_LEVEL", "Least level that is logged"},
          {{"debug", log::Level::debug},
           {"info", log::Level::info},
           {"warning", log::Level::warning},
           {"error", log::Level::error}},
          [](auto& c) -> auto& { return c.log_level; }),
      text(
          {"secret_key", "CLOCHER_SECRET_KEY", "Key of form tokens and signed links; empty: secret.key in data_dir"},
          "64 x 0-9a-f", is_secret_key, [](auto& c) -> auto& { return c.secret_key; }, Secrecy::secret),
  };
}

std::vector<Setting> mail_settings() {
  return {
      text(
          {"mail_sender", "CLOCHER_MAIL_SENDER", "Address our mails come from"}, "mairie@example.fr", is_mail_sender,
          [](auto& c) -> auto& { return c.mail_sender; }),
      text(
          {"mail_folder", "CLOCHER_MAIL_FOLDER", "Where mails go without smtp.host; empty: mail in data_dir"},
          "/var/lib/clocher/mail", is_one_line, [](auto& c) -> auto& { return c.mail_folder; }),
      text(
          {"smtp.host", "CLOCHER_SMTP_HOST", "Mail server; empty: mails are written to mail_folder"},
          "smtp.example.fr, 127.0.0.1", is_host_or_empty, [](auto& c) -> auto& { return c.smtp.host; }),
      number(
          {"smtp.port", "CLOCHER_SMTP_PORT", "Port of the mail server"}, 1, 65535,
          [](auto& c) -> auto& { return c.smtp.port; }),
      choice<SmtpSecurity>(
          {"smtp.security", "CLOCHER_SMTP_SECURITY", "Encryption towards the mail server"},
          {{"none", SmtpSecurity::none}, {"starttls", SmtpSecurity::starttls}, {"tls", SmtpSecurity::tls}},
          [](auto& c) -> auto& { return c.smtp.security; }),
      text(
          {"smtp.username", "CLOCHER_SMTP_USERNAME", "Account on the mail server; empty: none"}, "...", is_one_line,
          [](auto& c) -> auto& { return c.smtp.username; }),
      text(
          {"smtp.password", "CLOCHER_SMTP_PASSWORD", "Password of that account"}, "...", is_one_line,
          [](auto& c) -> auto& { return c.smtp.password; }, Secrecy::secret),
  };
}

std::vector<Setting> peer_settings() {
  return {
      text(
          {"antivirus", "CLOCHER_ANTIVIRUS", "Socket of ClamAV's clamd, which checks residents' files; empty: none"},
          "unix:/run/clamav/clamd.ctl, 127.0.0.1:3310", is_socket_or_empty, [](auto& c) -> auto& { return c.antivirus; }),
      choice<bool>(
          {"webhook_peers", "CLOCHER_WEBHOOK_PEERS",
           "Whom signed callbacks may reach; any is for development: this machine, the local network, plain http"},
          {{"public", false}, {"any", true}}, [](auto& c) -> auto& { return c.local_webhooks; }),
  };
}

std::vector<Setting> limit_settings() {
  return {
      number(
          {"posts_per_minute", "CLOCHER_POSTS_PER_MINUTE",
           "Forms one address may send in a minute; a commune receives ten times that"},
          1, 1'000'000, [](auto& c) -> auto& { return c.posts_per_minute; }),
      number(
          {"form_limit_bytes", "CLOCHER_FORM_LIMIT_BYTES", "Largest body of a form without files"}, 1024,
          16 * 1024 * 1024, [](auto& c) -> auto& { return c.form_limit_bytes; }),
      number(
          {"upload_limit_bytes", "CLOCHER_UPLOAD_LIMIT_BYTES", "Largest body with files"}, 1024, 1024 * 1024 * 1024,
          [](auto& c) -> auto& { return c.upload_limit_bytes; }),
      number(
          {"media_limit_bytes", "CLOCHER_MEDIA_LIMIT_BYTES", "Largest picture or document that an agent adds"}, 1024,
          200 * 1024 * 1024, [](auto& c) -> auto& { return c.media_limit_bytes; }),
      number(
          {"media_quota_megabytes", "CLOCHER_MEDIA_QUOTA_MEGABYTES",
           "Pictures and documents of one commune together, with the sizes made of them"},
          1, 1024 * 1024, [](auto& c) -> auto& { return c.media_quota_megabytes; }),
      number(
          {"agent_session_idle_minutes", "CLOCHER_AGENT_SESSION_IDLE_MINUTES",
           "An agent's session ends after that long unused"},
          1, 24 * 60, [](auto& c) -> auto& { return c.agent_session_idle_minutes; }),
      number(
          {"agent_session_hours", "CLOCHER_AGENT_SESSION_HOURS", "An agent's session ends at the latest after"}, 1, 720,
          [](auto& c) -> auto& { return c.agent_session_hours; }),
      number(
          {"draft_days", "CLOCHER_DRAFT_DAYS", "A resident's unfinished form is kept"}, 1, 365,
          [](auto& c) -> auto& { return c.draft_days; }),
  };
}

std::vector<Setting> host_settings() {
  return {
      text(
          {"hosting.name", "CLOCHER_HOSTING_NAME", "Who hosts the service: named in each legal notice"}, "...",
          is_one_line, [](auto& c) -> auto& { return c.hosting_name; }),
      text(
          {"hosting.address", "CLOCHER_HOSTING_ADDRESS", "Postal address of the host"}, "...", is_one_line,
          [](auto& c) -> auto& { return c.hosting_address; }),
      text(
          {"hosting.phone", "CLOCHER_HOSTING_PHONE", "Telephone of the host"}, "...", is_one_line,
          [](auto& c) -> auto& { return c.hosting_phone; }),
      text(
          {"security_contact", "CLOCHER_SECURITY_CONTACT", "Where security.txt says to report faults"},
          "mailto:securite@example.fr, https://example.fr/securite", is_contact,
          [](auto& c) -> auto& { return c.security_contact; }),
      texts(
          {"sheets_feeds", "CLOCHER_SHEETS_FEEDS", "Files of Service-Public's sheets, fetched once a day; empty: never"},
          "https://lecomarquage.service-public.fr/vdd/3.3/part/zip/vosdroits-latest.zip", read_urls,
          [](auto& c) -> auto& { return c.sheets_feeds; }),
  };
}

std::vector<Setting> payment_settings() {
  return {
      text(
          {"payfip.endpoint", "CLOCHER_PAYFIP_ENDPOINT", "Web service of PayFiP, or of its simulator"},
          "https://www.payfip.gouv.fr/tpa/services/securite?wsdl", is_web_address,
          [](auto& c) -> auto& { return c.payfip_endpoint; }),
  };
}

}  // namespace

std::span<const Setting> settings() {
  static const std::vector<Setting> all = [] {
    std::vector<Setting> rows;
    for (auto group : {service_settings(), mail_settings(), peer_settings(), limit_settings(), host_settings(), payment_settings()})
      std::move(group.begin(), group.end(), std::back_inserter(rows));
    return rows;
  }();
  return all;
}

const Setting* find_setting(std::string_view name) {
  const auto rows = settings();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Setting& each) { return each.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

std::string document_settings() {
  const json::Object defaults = show(Config{});
  std::string table = "| Setting | Variable | Default | Allowed | Purpose |\n|---|---|---|---|---|\n";
  for (const Setting& setting : settings()) {
    const auto value = json::serialize(defaults.at(setting.name));
    table += "| `" + std::string(setting.name) + "` | `" + std::string(setting.environment) + "` | `" + value + "` | " +
             setting.allowed + " | " + std::string(setting.purpose) + " |\n";
  }
  return table;
}

}  // namespace clocher
