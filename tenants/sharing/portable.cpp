// Writes out what names a record of the directory.
#include "tenants/sharing/portable.hpp"

#include "tenants/sharing/media_names.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/media.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace clocher::tenants {
namespace {

// What has a meaning in Markdown is shown as it is written.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>()#+-.!|~&:@").find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string address_of(const DirectoryText& text) {
  std::string address = text.address;
  const std::string town = text.postcode.empty() ? text.city : text.postcode + " " + text.city;
  if (!address.empty() && !town.empty()) address += ", ";
  return address += town;
}

json::Object card_in_words(const DirectoryEntry& entry) {
  std::string markdown = "**" + escaped(entry.text.name) + "**";
  const auto add_line = [&](std::string_view line) {
    if (!line.empty()) markdown += "\\\n" + escaped(line);
  };
  add_line(address_of(entry.text));
  add_line(entry.text.phone);
  add_line(entry.text.phone_2);
  if (!entry.text.email.empty()) markdown += "\\\n<" + entry.text.email + ">";
  if (!entry.text.website.empty()) markdown += "\\\n<" + entry.text.website + ">";
  return {{"type", "text"}, {"body_markdown", std::move(markdown)}};
}

std::optional<DirectoryEntry> entry_named(db::ReadTx& tx, const json::Object& object, std::string_view name) {
  const auto id = json::find_integer(object, name);
  return id ? find_public_entry(tx, Id<DirectoryEntry>{*id}) : std::nullopt;
}

void write_out_cards(db::ReadTx& tx, ContentText& text) {
  json::Array blocks;
  for (json::Value& block : text.blocks) {
    if (json::string_or(block.as_object(), "type") != "contact") {
      blocks.push_back(std::move(block));
    } else if (const auto entry = entry_named(tx, block.as_object(), "entry_id")) {
      blocks.push_back(card_in_words(*entry));
    }
  }
  text.blocks = std::move(blocks);
}

void write_out_place(db::ReadTx& tx, ContentText& text) {
  if (const auto place = entry_named(tx, text.details, "place_id")) {
    text.details["place"] = place->text.name;
    text.details["address"] = address_of(place->text);
  }
  text.details.erase("place_id");
}

}  // namespace

ContentText portable(db::ReadTx& tx, ContentText text) {
  write_out_cards(tx, text);
  write_out_place(tx, text);
  renumber_media(text, [&](std::int64_t number) {
    const auto media = find_media(tx, Id<Media>{number});
    return media && !media->deleted_at ? number : no_media;
  });
  return text;
}

}  // namespace clocher::tenants
