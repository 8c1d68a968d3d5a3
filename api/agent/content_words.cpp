// Writes blocks and details out.
#include "api/agent/content_words.hpp"

#include "core/base/date.hpp"
#include "tenants/site/block.hpp"

#include <algorithm>

namespace clocher::api::agent {
namespace {

std::string label_of(const Tools& tools, std::string_view name) {
  return tools.catalogue.text("details.label." + std::string(name));
}

// "2026-12-05T18:30" as people write it.
std::string readable(std::string_view text) {
  const auto date = parse_iso_date(text.substr(0, std::min<std::size_t>(10, text.size())));
  if (!date) return std::string(text);
  return text.size() == 16 ? to_french(to_instant({*date, std::stoi(std::string(text.substr(11, 2))),
                                                   std::stoi(std::string(text.substr(14, 2)))}))
                           : to_french(*date);
}

std::string in_words(const Tools& tools, std::string_view name, const json::Value& value) {
  if (const auto* text = value.if_string()) {
    const std::string key = "details.value." + std::string(std::string_view(*text));
    const bool is_word = name == "every" || name == "severity";
    if (is_word && tools.catalogue.has(key)) return tools.catalogue.text(key);
    const bool is_date = name == "starts" || name == "ends" || name == "until" || name == "except";
    return is_date ? readable(*text) : std::string(*text);
  }
  const bool is_moment = name == "starts" || name == "ends";
  if (const auto* number = value.if_int64())
    return is_moment ? to_french(Instant{*number}) : std::to_string(*number);
  if (value.is_bool()) return tools.catalogue.text(value.get_bool() ? "common.yes" : "common.no");
  std::string list;
  if (const auto* items = value.if_array()) {
    for (const json::Value& item : *items) list += (list.empty() ? "" : ", ") + in_words(tools, name, item);
  }
  return list;
}

}  // namespace

std::string blocks_in_words(const json::Array& blocks) {
  std::string text;
  for (const json::Value& block : blocks) {
    const tenants::BlockType* type = tenants::find_block_type(json::string_or(block.as_object(), "type"));
    if (type == nullptr) continue;
    text += "[" + std::string(type->label) + "]\n";
    for (const std::string& line : type->words(block.as_object())) text += line + "\n";
  }
  return text;
}

std::string details_in_words(const Tools& tools, const json::Object& details) {
  std::string text;
  for (const auto& [name, value] : details) {
    if (const auto* inner = value.if_object())
      text += label_of(tools, name) + "\n" + details_in_words(tools, *inner);
    else
      text += label_of(tools, name) + "\u00A0: " + in_words(tools, name, value) + "\n";
  }
  return text;
}

}  // namespace clocher::api::agent
