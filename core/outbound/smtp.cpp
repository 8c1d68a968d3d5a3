// Sends mail with libcurl.
#include "core/outbound/smtp.hpp"

#include "core/base/text.hpp"
#include "core/outbound/curl.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace clocher::outbound {
namespace {

constexpr long connect_timeout_seconds = 10;
constexpr long timeout_seconds = 20;

struct Upload {
  std::string_view rest;
};

std::size_t read_upload(char* buffer, std::size_t size, std::size_t count, void* source) {
  auto& upload = *static_cast<Upload*>(source);
  const std::size_t taken = std::min(size * count, upload.rest.size());
  std::memcpy(buffer, upload.rest.data(), taken);
  upload.rest.remove_prefix(taken);
  return taken;
}

// The server's last words of refusal: kept for the error, never logged here. A good answer may follow them (221 to QUIT).
std::size_t keep_answer(char* line, std::size_t size, std::size_t count, void* target) {
  auto& answer = *static_cast<std::string*>(target);
  const std::string_view said(line, size * count);
  if (said.starts_with('4') || said.starts_with('5')) answer = one_line(trim(said.substr(0, 300)));
  return said.size();
}

// IPv6 addresses need brackets in a URL. What follows the host is the name given in EHLO.
std::string url_of(const SmtpConfig& config, const Mail& mail) {
  const bool is_ipv6 = config.host.find(':') != std::string::npos;
  const std::string scheme = config.security == SmtpSecurity::tls ? "smtps://" : "smtp://";
  const std::string ehlo_name = mail.from.email.substr(mail.from.email.find('@') + 1);
  return scheme + (is_ipv6 ? '[' + config.host + ']' : config.host) + ':' + std::to_string(config.port) + '/' +
         ehlo_name;
}

void set_connection(CURL* handle, const SmtpConfig& config, const std::string& url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");  // an http_proxy of the environment is not for mail
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_timeout_seconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, timeout_seconds);
  if (config.security != SmtpSecurity::none)
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  if (config.username.empty()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, config.username.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, config.password.c_str());
}

bool is_about_this_mail(CURLcode code, long answer) {
  const bool is_refusal = answer >= 500 && answer < 600;
  // A refused login or a TLS fault is the operator's to mend: the mail waits for it.
  return is_refusal && code != CURLE_LOGIN_DENIED && code != CURLE_USE_SSL_FAILED && code != CURLE_AUTH_ERROR;
}

Result<void> judge(CURL* handle, CURLcode code, const std::string& answer) {
  if (code == CURLE_OK) return {};
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  if (is_about_this_mail(code, status))
    return fail(ErrorKind::invalid, "mail.refused", {{"code", std::to_string(status)}, {"answer", answer}});
  return fail(ErrorKind::unavailable, "mail.unreachable",
              {{"reason", curl_easy_strerror(code)}, {"code", std::to_string(status)}});
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpConfig config) : config_(std::move(config)) {}

Result<void> SmtpMailer::send(const Mail& mail) {
  const auto text = to_rfc5322(mail);
  if (!text) return fail(text.error());
  const CurlHandle handle = make_curl_handle();
  const std::string url = url_of(config_, mail);
  set_connection(handle.get(), config_, url);
  const std::string sender = '<' + mail.from.email + '>';
  const CurlList recipients(curl_slist_append(nullptr, ('<' + mail.to.email + '>').c_str()));
  Upload upload{*text};
  std::string answer;
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, sender.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, read_upload);
  curl_easy_setopt(handle.get(), CURLOPT_READDATA, &upload);
  curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, keep_answer);
  curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &answer);
  return judge(handle.get(), curl_easy_perform(handle.get()), answer);
}

}  // namespace clocher::outbound
