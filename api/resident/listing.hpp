// Lists that stand on several pages.
#pragma once

#include "core/json/json.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/content.hpp"

#include <cstddef>
#include <vector>

namespace clocher::api::resident {

// `news` of home.html and news_list.html.
[[nodiscard]] json::Array news_entries(db::ReadTx& tx, const std::vector<tenants::Content>& news, std::size_t first,
                                       std::size_t count);

// {category_name, category_url} of a news item, or false.
[[nodiscard]] json::Value category_data(const tenants::Content& news);

// {source_name} of what the intercommunality wrote, or false.
[[nodiscard]] json::Value source_data(const tenants::Content& content);

// `procedures` of home.html and procedures.html.
[[nodiscard]] json::Array procedure_entries(const std::vector<forms::Procedure>& procedures, std::size_t count);

}  // namespace clocher::api::resident
