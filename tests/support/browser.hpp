// A visitor of one host: keeps cookies, fills the forms of the page in front of it, follows redirects when told to.
#pragma once

#include "core/json/json.hpp"
#include "tests/support/html_form.hpp"
#include "tests/support/test_platform.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

// What the browser says of where a request comes from.
enum class Manners {
  modern,  // Sec-Fetch-Site and Origin
  older,   // Origin only
  silent,  // neither: the form token decides
};

class Browser {
 public:
  explicit Browser(TestPlatform& platform, std::string_view insee = mulsanne, Manners manners = Manners::modern)
      : platform_(platform), host_(platform.host(insee)), origin_(platform.origin(insee)), manners_(manners) {}

  const http::Response& get(std::string_view target);
  // A bare form, not one of the page.
  const http::Response& post(std::string_view target, const Fields& fields, const std::vector<TestFile>& files = {});
  // The form of the last page whose action begins with `action`; `typed` replaces what it holds, and must name its controls.
  const http::Response& submit(std::string_view action, const Fields& typed, const std::vector<TestFile>& files = {});
  const http::Response& json(http::Method method, std::string_view target, std::string_view body = "");
  // The page that the last answer redirects to. Fails the test when it does not.
  const http::Response& follow();
  const http::Response& send(http::Request request);

  [[nodiscard]] const http::Response& last() const { return last_; }
  [[nodiscard]] std::string page() const { return std::string(last_.payload()); }
  [[nodiscard]] json::Object body() const { return json::parse_trusted(page()).as_object(); }
  [[nodiscard]] std::string location() const { return std::string(last_.headers.get("Location")); }
  [[nodiscard]] bool shows(std::string_view text) const { return page().find(text) != std::string::npos; }
  [[nodiscard]] http::Request request(http::Method method, std::string_view target) const;
  // The one form of the page whose action begins so. Fails the test when there is none.
  [[nodiscard]] HtmlForm form(std::string_view action) const;

  std::map<std::string, std::string> cookies;

 private:
  void keep_cookies();

  TestPlatform& platform_;
  std::string host_;
  std::string origin_;
  Manners manners_;
  http::Response last_;
};

// Fills a whole procedure up to its review page, page by page, following each redirect. Fails the test at the first refusal.
void fill(Browser& browser, std::string_view slug, const std::vector<PageAnswers>& pages);

// Signs Claire Morel in, who must exist.
void sign_in(Browser& browser, std::string_view email = agent_email, std::string_view password = agent_password);

}  // namespace clocher::test
