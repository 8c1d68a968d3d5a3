// What `doctor --public` looks at: a commune's site as its visitors reach it, through DNS and the proxy.
#pragma once

#include "api/commands/doctor_checks.hpp"
#include "core/outbound/page_fetch.hpp"

#include <functional>
#include <string>
#include <vector>

namespace clocher::api::commands {

struct PublicSite {
  std::string url;   // "https://mulsanne.example", without a slash at its end
  std::string name;  // of the commune, as its pages write it
};

using FetchPage = std::function<Result<outbound::FetchedPage>(const std::string& url)>;

// Home, legal pages, sitemap, robots, security.txt, security headers. One finding when the site cannot be reached at all.
[[nodiscard]] std::vector<Finding> check_site(const PublicSite& site, const FetchPage& fetch, Instant now);

// The site of --commune, asked over the network.
[[nodiscard]] Result<std::vector<Finding>> check_public(Invocation& invocation);

}  // namespace clocher::api::commands
