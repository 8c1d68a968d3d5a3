// The data that the pages of acts share.
#pragma once

#include "api/context.hpp"
#include "api/frame.hpp"
#include "core/json/json.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/act_settings.hpp"

#include <string>
#include <vector>

namespace clocher::api::resident {

// partials/act_entry.html for each.
[[nodiscard]] json::Array act_entries(const std::vector<tenants::Act>& acts, std::size_t first, std::size_t count);

// `posted` of acts.html: where the commune makes its acts public.
[[nodiscard]] json::Object publicity_data(const Tools& tools, const tenants::ActSettings& settings);

// "PDF, 320 Ko"
[[nodiscard]] std::string file_in_words(const tenants::ActFile& file);

// La mairie, then the acts unless it is their first page.
[[nodiscard]] std::vector<Link> act_trail(const Tools& tools, std::vector<Link> below = {});

}  // namespace clocher::api::resident
