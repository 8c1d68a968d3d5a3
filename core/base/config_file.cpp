// Reads TOML with toml++.
#include "core/base/config_file.hpp"

#include <fstream>
#include <sstream>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace clocher {
namespace {

std::optional<std::string> text_of(const toml::node& node);

std::optional<std::string> join(const toml::array& array) {
  std::string joined;
  for (const toml::node& element : array) {
    const auto text = element.is_string() ? text_of(element) : std::nullopt;
    if (!text) return std::nullopt;
    joined += (joined.empty() ? "" : ",") + *text;
  }
  return joined;
}

std::optional<std::string> text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (const auto* array = node.as_array()) return join(*array);
  return std::nullopt;
}

void flatten(const toml::table& table, const std::string& prefix, std::vector<ConfigEntry>& entries) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const auto* inner = node.as_table())
      flatten(*inner, name + '.', entries);
    else
      entries.push_back({name, text_of(node), static_cast<int>(node.source().begin.line)});
  }
}

}  // namespace

Result<std::vector<ConfigEntry>> read_config_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  // A folder opens but cannot be read; an empty file is fine, though streaming it sets failbit.
  if (!file || (file.peek() != std::ifstream::traits_type::eof() && !(text << file.rdbuf())) || file.bad())
    return fail(ErrorKind::invalid, "config.file_missing", {{"file", path}});
  const toml::parse_result parsed = toml::parse(text.str(), path);
  if (!parsed) {
    const auto& error = parsed.error();
    return fail(ErrorKind::invalid, "config.unreadable",
                {{"file", path},
                 {"line", std::to_string(error.source().begin.line)},
                 {"reason", std::string(error.description())}});
  }
  std::vector<ConfigEntry> entries;
  flatten(parsed.table(), "", entries);
  return entries;
}

}  // namespace clocher
