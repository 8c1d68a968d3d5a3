// The data of layout.html: who the commune is, where one stands in its site.
#pragma once

#include "api/context.hpp"
#include "api/tools.hpp"
#include "core/json/json.hpp"
#include "tenants/site/profile.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::api {

struct Link {
  std::string label;
  std::string url;
};

struct Frame {
  std::string title;                  // without the commune
  std::string path;                   // of this page: marks the navigation
  std::vector<Link> breadcrumb = {};  // without Accueil, which is put first when there is any
  std::string back_url = {};          // "" for none
  std::string description = {};       // "" for none
  std::string canonical_url = {};     // where search engines find the original; "" when this page is it
  json::Array things = {};            // of schema.org, for programs; the breadcrumb is added to them
  std::string image_url = {};         // absolute, for whoever shows a link to the page; "" for none
  bool title_error = false;
  bool noindex = false;
  bool asks_opinion = false;  // "Cette page vous a-t-elle été utile ?"
};

// Every root key of layout.html but `content`. Handlers add the keys of their own view to it.
[[nodiscard]] json::Object frame_data(const Tools& tools, const tenants::Profile& profile, const Frame& frame);

// The same; a page without a picture of its own is shown elsewhere with the commune's.
[[nodiscard]] json::Object frame_data(const Context& context, const tenants::Profile& profile, Frame frame);

// "non conforme", "partiellement conforme", "totalement conforme".
[[nodiscard]] std::string conformity_text(const Tools& tools, const tenants::Profile& profile);

// `asset` of layout.html and error_bare.html: paths that change with the bytes.
[[nodiscard]] json::Object asset_paths();

// Days with the same hours stand together: {days: "Lundi et jeudi", times: "9 h – 12 h"}. Closed days are left out.
[[nodiscard]] json::Array hours_data(const tenants::WeekHours& hours);

// "" becomes false: views never get an empty string for "nothing".
[[nodiscard]] json::Value or_false(std::string_view text);

// {iso, text} of a day, or of a moment.
[[nodiscard]] json::Object date_data(Date date);
[[nodiscard]] json::Object moment_data(Instant instant);

}  // namespace clocher::api
