// Calls Application::handle as the server would.
#include "tests/support/browser.hpp"

#include "tests/support/api_contract.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace clocher::test {

http::Request Browser::request(http::Method method, std::string_view target) const {
  http::Request request = make_request(method, target, host_);
  std::string line;
  for (const auto& [name, value] : cookies) line += (line.empty() ? "" : "; ") + name + "=" + value;
  if (!line.empty()) request.headers.set("Cookie", line);
  if (manners_ == Manners::modern) request.headers.set("Sec-Fetch-Site", "same-origin");
  if (manners_ != Manners::silent && !http::is_safe(method)) request.headers.set("Origin", origin_);
  return request;
}

const http::Response& Browser::send(http::Request request) {
  const http::Method method = request.method;
  const std::string path = request.path;
  last_ = platform_.application.handle(std::move(request));
  keep_cookies();
  if (path.starts_with("/api/v1/")) {
    // Whatever a test looks at, its answers hold what api/openapi.json promises.
    INFO(http::to_string(method) << " " << path << " answers " << last_.status << " " << last_.payload());
    CHECK(breaches(method, path, last_) == std::vector<std::string>());
  }
  return last_;
}

void Browser::keep_cookies() {
  for (const auto& [name, value] : last_.headers.all()) {
    if (!http::equals_ignoring_case(name, "Set-Cookie")) continue;
    const auto equals = value.find('=');
    const std::string cookie = value.substr(0, equals);
    if (value.find("Max-Age=0") != std::string::npos)
      cookies.erase(cookie);
    else
      cookies[cookie] = value.substr(equals + 1, value.find(';') - equals - 1);
  }
}

const http::Response& Browser::get(std::string_view target) { return send(request(http::Method::get, target)); }

const http::Response& Browser::post(std::string_view target, const Fields& fields, const std::vector<TestFile>& files) {
  http::Request sent = request(http::Method::post, target);
  if (files.empty()) {
    sent.headers.set("Content-Type", "application/x-www-form-urlencoded");
    sent.body = urlencoded(fields);
  } else {
    Multipart parts = multipart(fields, files);
    sent.headers.set("Content-Type", parts.content_type);
    sent.body = std::move(parts.body);
  }
  return send(std::move(sent));
}

HtmlForm Browser::form(std::string_view action) const {
  for (HtmlForm& form : forms_in(last_.payload())) {
    if (form.action.starts_with(action)) return std::move(form);
  }
  FAIL("no form for " << action << " in: " << last_.status << " " << last_.payload());
  return {};
}

const http::Response& Browser::submit(std::string_view action, const Fields& typed,
                                      const std::vector<TestFile>& files) {
  const HtmlForm form = this->form(action);
  Fields fields;
  const auto is_typed = [&](const std::string& name) {
    return std::ranges::any_of(typed, [&](const auto& one) { return one.first == name; });
  };
  for (const auto& [name, value] : form.values) {
    if (!is_typed(name)) fields.emplace_back(name, value);
  }
  for (const auto& [name, value] : typed) {
    INFO("a control named " << name << " in the form " << form.action);
    REQUIRE(std::ranges::find(form.names, name) != form.names.end());
    fields.emplace_back(name, value);
  }
  if (!form.is_multipart) return post(form.action, fields);
  http::Request sent = request(http::Method::post, form.action);
  Multipart parts = multipart(fields, files);
  sent.headers.set("Content-Type", parts.content_type);
  sent.body = std::move(parts.body);
  return send(std::move(sent));
}

const http::Response& Browser::json(http::Method method, std::string_view target, std::string_view body) {
  http::Request sent = request(method, target);
  if (!body.empty()) sent.headers.set("Content-Type", "application/json");
  sent.body = body;
  return send(std::move(sent));
}

const http::Response& Browser::follow() {
  INFO(last_.payload());
  REQUIRE(last_.status == 303);
  return get(location());
}

void fill(Browser& browser, std::string_view slug, const std::vector<PageAnswers>& pages) {
  const std::string base = "/demarches/" + std::string(slug);
  browser.get(base + "/etapes/" + pages.front().step);
  for (const PageAnswers& page : pages) {
    const std::string action = base + "/etapes/" + page.step;
    Fields now;
    Fields later;  // questions that appear only after others of the same page
    for (const auto& field : page.fields) {
      const auto form = browser.form(action);
      const bool is_shown = std::ranges::find(form.names, field.first) != form.names.end();
      (is_shown ? now : later).push_back(field);
    }
    browser.submit(action, now, page.files);
    INFO("step " << page.step);
    if (!later.empty()) {
      browser.follow();
      browser.submit(action, later);
    }
    REQUIRE(browser.location() != action);  // the step itself again: refused
    browser.follow();
  }
}

void sign_in(Browser& browser, std::string_view email, std::string_view password) {
  const json::Object pair{{"email", std::string(email)}, {"password", std::string(password)}};
  browser.json(http::Method::post, "/api/v1/session", json::serialize(pair));
  INFO(browser.page());
  REQUIRE(browser.last().status == 200);
}

}  // namespace clocher::test
