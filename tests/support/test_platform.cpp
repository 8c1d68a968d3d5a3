// Makes the services as `clocher serve` does, and the requests as the server does.
#include "tests/support/test_platform.hpp"

#include "core/base/text.hpp"

#include <stdexcept>

namespace clocher::test {
namespace {

Config test_config(const std::string& folder, const TestPlatform::Change& change) {
  Config config;
  config.data_dir = folder;
  config.posts_per_minute = 10'000;  // tests of the limit lower it
  if (change) change(config);
  return config;
}

std::string provision(api::Services& services, const char* insee) {
  const auto commune = tenants::create_commune(services.provisioning(), {insee, "", ""});
  if (!commune) throw std::runtime_error("test: no commune: " + commune.error().key);
  return commune->host;
}

}  // namespace

TestPlatform::TestPlatform(const Change& change)
    : services(test_config(folder_.path(), change), clock, CLOCHER_REFERENCE_DATABASE),
      mulsanne_host_(provision(services, mulsanne)),
      saint_maixent_host_(provision(services, saint_maixent)) {}

tenants::TenantHandle TestPlatform::tenant(std::string_view insee) {
  auto tenant = services.registry.open(insee);
  if (!tenant) throw std::runtime_error("test: closed commune: " + tenant.error().key);
  return std::move(*tenant);
}

const std::string& TestPlatform::host(std::string_view insee) const {
  return insee == mulsanne ? mulsanne_host_ : saint_maixent_host_;
}

std::string TestPlatform::origin(std::string_view insee) const { return origin_of(services.config, host(insee)); }

http::Request make_request(http::Method method, std::string_view target, std::string_view host) {
  const auto parts = http::parse_target(target);
  if (!parts) throw std::invalid_argument("test: not a target: " + std::string(target));
  http::Request request;
  request.method = method;
  request.path = parts->first;
  request.query = parts->second;
  request.host = host;
  request.remote_address = "198.51.100.7";
  request.id = "0123456789abcdef";
  return request;
}

std::string urlencoded(const Fields& fields) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += (body.empty() ? "" : "&") + percent_encode(name) + "=" + percent_encode(value);
  return body;
}

Multipart multipart(const Fields& fields, const std::vector<TestFile>& files) {
  const std::string boundary = "----clocher-test-boundary";
  std::string body;
  for (const auto& [name, value] : fields) {
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }
  for (const TestFile& file : files) {
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field + "\"; filename=\"" +
            file.name + "\"\r\nContent-Type: " + file.content_type + "\r\n\r\n" + file.bytes + "\r\n";
  }
  return {"multipart/form-data; boundary=" + boundary, body + "--" + boundary + "--\r\n"};
}

}  // namespace clocher::test
