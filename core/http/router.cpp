// A tree of path segments: each node is visited at most once per look-up.
#include "core/http/router.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

namespace clocher::http {
namespace {

enum class SegmentKind { literal, parameter, rest };

struct Segment {
  SegmentKind kind;
  std::string_view text;  // the literal, or the name of the parameter
};

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

Segment read_segment(std::string_view text) {
  constexpr std::string_view dots = "...";
  if (!text.starts_with('{')) {
    if (text.find_first_of("{}") != std::string_view::npos)
      throw std::invalid_argument("router: brace inside a segment");
    return {SegmentKind::literal, text};
  }
  if (!text.ends_with('}')) throw std::invalid_argument("router: unclosed parameter");
  std::string_view name = text.substr(1, text.size() - 2);
  const bool rest = name.ends_with(dots);
  if (rest) name.remove_suffix(dots.size());
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_name_character)) {
    throw std::invalid_argument("router: bad parameter name");
  }
  return {rest ? SegmentKind::rest : SegmentKind::parameter, name};
}

std::vector<std::string_view> segments_of(std::string_view path) {
  if (path == "/") return {};
  return split(path.substr(1), '/');
}

std::vector<Segment> read_pattern(std::string_view pattern) {
  if (!pattern.starts_with('/')) throw std::invalid_argument("router: a pattern begins with /");
  std::vector<Segment> segments;
  std::set<std::string_view> names;
  for (const std::string_view text : segments_of(pattern)) {
    if (!segments.empty() && segments.back().kind == SegmentKind::rest) {
      throw std::invalid_argument("router: nothing may follow {rest...}");
    }
    segments.push_back(read_segment(text));
    if (segments.back().kind != SegmentKind::literal && !names.insert(segments.back().text).second) {
      throw std::invalid_argument("router: parameter named twice");
    }
  }
  return segments;
}

}  // namespace

struct Router::Route {
  std::size_t index = 0;
  std::vector<std::string> names;
};

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> parameter;
  std::unique_ptr<Node> rest;
  std::map<Method, Route> routes;

  Node& child(const Segment& segment) {
    std::unique_ptr<Node>& place = segment.kind == SegmentKind::literal     ? literals[std::string(segment.text)]
                                   : segment.kind == SegmentKind::parameter ? parameter
                                                                            : rest;
    if (!place) place = std::make_unique<Node>();
    return *place;
  }

  [[nodiscard]] const Route* serving(Method method) const {
    auto found = routes.find(method);
    if (found == routes.end() && method == Method::head) found = routes.find(Method::get);
    return found == routes.end() ? nullptr : &found->second;
  }
};

// One look-up: walks the tree best choice first and remembers what it met on dead ends.
struct Router::Search {
  Method method;
  std::string_view path;
  std::vector<std::string_view> segments;
  std::vector<std::string_view> values;
  std::set<Method> allowed;

  std::optional<Match> at(const Node& node, std::size_t depth) {
    if (depth == segments.size()) return arrive(node);
    const std::string_view segment = segments[depth];
    if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
      if (auto match = at(*literal->second, depth + 1)) return match;
    }
    if (segment.empty()) return std::nullopt;
    if (auto match = through(node.parameter.get(), segment, depth + 1)) return match;
    const auto offset = static_cast<std::size_t>(segment.data() - path.data());
    return through(node.rest.get(), path.substr(offset), segments.size());
  }

  std::optional<Match> through(const Node* node, std::string_view value, std::size_t depth) {
    if (node == nullptr) return std::nullopt;
    values.push_back(value);
    auto match = at(*node, depth);
    values.pop_back();
    return match;
  }

  std::optional<Match> arrive(const Node& node) {
    const Route* route = node.serving(method);
    if (route == nullptr) {
      for (const auto& [known, unused] : node.routes) allowed.insert(known);
      return std::nullopt;
    }
    Match match{route->index, {}};
    for (std::size_t i = 0; i < values.size(); ++i) match.parameters.add(route->names[i], std::string(values[i]));
    return match;
  }
};

const std::string& PathParameters::get(std::string_view name) const {
  for (const auto& [known, value] : values_) {
    if (known == name) return value;
  }
  throw std::out_of_range("router: no parameter " + std::string(name));
}

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view pattern, std::size_t index) {
  Node* node = root_.get();
  Route route{index, {}};
  for (const Segment& segment : read_pattern(pattern)) {
    node = &node->child(segment);
    if (segment.kind != SegmentKind::literal) route.names.emplace_back(segment.text);
  }
  if (!node->routes.emplace(method, std::move(route)).second) {
    throw std::logic_error("router: two routes for " + std::string(to_string(method)) + " " + std::string(pattern));
  }
}

RouteResult Router::match(Method method, std::string_view path) const {
  if (!path.starts_with('/')) return NotFound{};
  Search search{method, path, segments_of(path), {}, {}};
  if (auto match = search.at(*root_, 0)) return std::move(*match);
  if (search.allowed.empty()) return NotFound{};
  if (search.allowed.contains(Method::get)) search.allowed.insert(Method::head);
  return MethodNotAllowed{{search.allowed.begin(), search.allowed.end()}};
}

}  // namespace clocher::http
