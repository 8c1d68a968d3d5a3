// A directory record as views show it.
#pragma once

#include "api/context.hpp"
#include "core/json/json.hpp"
#include "tenants/site/directory.hpp"

#include <string>

namespace clocher::api::resident {

// One item of directory_list.html.
[[nodiscard]] json::Object directory_item(const tenants::DirectoryEntry& entry);

// Keys of partials/directory_contact.html: how to reach a record, for its own page and wherever it is named.
[[nodiscard]] json::Object directory_contact(const tenants::DirectoryEntry& entry, Instant now);

// "3 rue des Lilas", "72230 Mulsanne"; empty while not known.
[[nodiscard]] std::vector<std::string> address_lines(const tenants::DirectoryText& text);

}  // namespace clocher::api::resident
