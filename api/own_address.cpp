// One segment is a section, two are a page in it.
#include "api/own_address.hpp"

#include "api/resident/handlers.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::api {
namespace {

constexpr std::size_t most_segments = 2;

std::vector<std::string_view> segments_of(std::string_view path) {
  if (!path.starts_with('/')) return {};
  auto segments = split(path.substr(1), '/');
  const bool is_sound = segments.size() <= most_segments &&
                        std::ranges::none_of(segments, [](std::string_view one) { return one.empty(); });
  if (!is_sound) segments.clear();
  return segments;
}

}  // namespace

std::optional<http::Response> visit_own_address(const Tools& tools, tenants::Tenant& tenant,
                                                const http::Request& request, Instant now) {
  const auto segments = segments_of(request.path);
  if (segments.empty()) return std::nullopt;
  const bool is_page = segments.size() == most_segments;
  http::PathParameters parameters;
  parameters.add("section", std::string(segments[0]));
  if (is_page) parameters.add("slug", std::string(segments[1]));
  Context context{tools, tenant, request, parameters, now, std::nullopt, {}};
  auto answer = is_page ? resident::section_page(context) : resident::section_front(context);
  if (!answer) return std::nullopt;
  return std::move(*answer);
}

}  // namespace clocher::api
