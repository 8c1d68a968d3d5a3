// Walks the text and the JSON around it.
#include "tenants/sharing/media_names.hpp"

#include <charconv>
#include <string>
#include <string_view>

namespace clocher::tenants {
namespace {

using NumberOf = std::function<std::int64_t(std::int64_t)>;

std::string renumbered(std::string_view text, const NumberOf& number_of) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = text.find("](/"); at != std::string_view::npos; at = text.find("](/", at + 1)) {
    const std::string_view path = text.substr(at + 2);
    const std::size_t folder = path.starts_with("/images/") ? 8 : path.starts_with("/documents/") ? 11 : 0;
    if (folder == 0) continue;
    std::int64_t number = 0;
    const char* start = path.data() + folder;
    const auto [end, error] = std::from_chars(start, path.data() + path.size(), number);
    if (error != std::errc{} || end == start) continue;
    const auto from = static_cast<std::size_t>(start - text.data());
    result += text.substr(copied, from - copied);
    result += std::to_string(number_of(number));
    copied = static_cast<std::size_t>(end - text.data());
  }
  return result += text.substr(copied);
}

void renumber(json::Value& value, const NumberOf& number_of) {
  if (auto* text = value.if_string()) {
    value = json::Value(renumbered(*text, number_of));
  } else if (auto* list = value.if_array()) {
    for (json::Value& item : *list) renumber(item, number_of);
  } else if (auto* object = value.if_object()) {
    for (auto& [name, member] : *object) {
      if (name == "media_id" && member.is_int64())
        member = number_of(member.as_int64());
      else
        renumber(member, number_of);
    }
  }
}

}  // namespace

void renumber_media(ContentText& text, const NumberOf& number_of) {
  text.body_markdown = renumbered(text.body_markdown, number_of);
  for (json::Value& block : text.blocks) renumber(block, number_of);
  for (auto& [name, value] : text.details) {
    if (name == "media_id" && value.is_int64())
      value = number_of(value.as_int64());
    else
      renumber(value, number_of);
  }
}

}  // namespace clocher::tenants
