// The whole product in a temporary folder, without sockets: two real communes, a clock that tests move.
#pragma once

#include "api/application.hpp"
#include "api/services.hpp"
#include "core/base/clock.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/temporary_folder.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace clocher::test {

// 24 novembre 2026 à 10 h 32 in France.
inline constexpr Instant platform_start{1795512720};

// Mulsanne and Saint-Maixent, both in Sarthe.
inline constexpr const char* mulsanne = "72213";
inline constexpr const char* saint_maixent = "72296";

class TestPlatform {
 public:
  using Change = std::function<void(Config& config)>;
  explicit TestPlatform(const Change& change = {});

  [[nodiscard]] tenants::TenantHandle tenant(std::string_view insee = mulsanne);
  [[nodiscard]] const std::string& host(std::string_view insee = mulsanne) const;
  [[nodiscard]] std::string origin(std::string_view insee = mulsanne) const;
  [[nodiscard]] tenants::Texts texts() { return services.tools().texts(); }
  [[nodiscard]] Instant now() const { return clock.now(); }
  [[nodiscard]] const std::string& data_dir() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;

 public:
  ManualClock clock{platform_start};
  api::Services services;
  api::Application application{services};

 private:
  std::string mulsanne_host_;
  std::string saint_maixent_host_;
};

// As the server makes it from what a client sends: `target` is encoded, `host` may hold a port.
[[nodiscard]] http::Request make_request(http::Method method, std::string_view target, std::string_view host);

[[nodiscard]] std::string urlencoded(const Fields& fields);

struct Multipart {
  std::string content_type;
  std::string body;
};
[[nodiscard]] Multipart multipart(const Fields& fields, const std::vector<TestFile>& files);

}  // namespace clocher::test
