// Carries the bindings in scope down the tree (Namespaces in XML 1.0, §6).
#include "core/xml/namespaces.hpp"

#include "core/base/text.hpp"

#include <map>

namespace clocher::xml {
namespace {

using Bindings = std::map<std::string, std::string, std::less<>>;  // "" is the default namespace

constexpr std::string_view declaration = "xmlns";

void add_bindings(const Node& node, Bindings& bindings) {
  for (const auto& [name, uri] : node.attributes) {
    if (name == declaration) bindings[""] = uri;
    if (name.starts_with("xmlns:")) bindings[name.substr(declaration.size() + 1)] = uri;
  }
}

bool resolve(Node& node, Bindings bindings) {
  if (node.is_text()) return true;
  add_bindings(node, bindings);
  const std::size_t colon = node.name.find(':');
  const std::string prefix = colon == std::string::npos ? "" : node.name.substr(0, colon);
  const auto found = bindings.find(prefix);
  if (found == bindings.end() && !prefix.empty()) return false;
  const std::string local = colon == std::string::npos ? node.name : node.name.substr(colon + 1);
  if (local.empty()) return false;
  if (found != bindings.end() && !found->second.empty()) node.name = qualified(found->second, local);
  else node.name = local;
  for (Node& child : node.children) {
    if (!resolve(child, bindings)) return false;
  }
  return true;
}

bool is_allowed(char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

Result<Node> parse_qualified(std::string_view text, const Limits& limits) {
  auto root = parse(text, limits);
  if (!root) return root;
  if (!resolve(*root, {}))
    return fail(ErrorKind::malformed, "xml.unreadable", {{"reason", "a prefix without a namespace"}});
  return root;
}

std::string qualified(std::string_view uri, std::string_view local) {
  return "{" + std::string(uri) + "}" + std::string(local);
}

std::string_view local_name(std::string_view name) {
  const std::size_t end = name.rfind('}');
  return end == std::string_view::npos ? name : name.substr(end + 1);
}

std::string escape(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (is_allowed(c)) kept += c;
  }
  return escape_html(kept);
}

}  // namespace clocher::xml
