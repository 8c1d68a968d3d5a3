// A directory record as views show it.
#pragma once

#include "api/context.hpp"
#include "core/json/json.hpp"
#include "tenants/site/directory.hpp"

#include <string>
#include <string_view>

namespace clocher::api::resident {

// One item of directory_list.html; `portrait` as portrait_of gives it, or false.
[[nodiscard]] json::Object directory_item(const tenants::DirectoryEntry& entry, json::Value portrait);

// Data of partials/picture.html, or false. In a list the name stands beside the portrait, which then says nothing more; on its own
// page a photo has the words of the record.
[[nodiscard]] json::Value portrait_of(db::ReadTx& tx, const tenants::DirectoryEntry& entry, std::string_view sizes);
[[nodiscard]] json::Value photo_of(db::ReadTx& tx, const tenants::DirectoryEntry& entry, std::string_view sizes);

// Keys of partials/directory_contact.html: how to reach a record, for its own page and wherever it is named.
[[nodiscard]] json::Object directory_contact(const tenants::DirectoryEntry& entry, Instant now);

// "3 rue des Lilas", "72230 Mulsanne"; empty while not known.
[[nodiscard]] std::vector<std::string> address_lines(const tenants::DirectoryText& text);

}  // namespace clocher::api::resident
