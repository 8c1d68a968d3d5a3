// Finds which row of the route table answers a method and a path: "/demarches/{slug}/{step}", "/assets/{rest...}".
#pragma once

#include "core/http/message.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace clocher::http {

// The values of a pattern's {parameters}, in the order of the pattern; never empty.
class PathParameters {
 public:
  void add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }
  // Throws std::out_of_range: a handler asking for what its own pattern does not name is a bug.
  [[nodiscard]] const std::string& get(std::string_view name) const;
  [[nodiscard]] bool empty() const { return values_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

struct Match {
  std::size_t index = 0;  // what `add` was given
  PathParameters parameters;
};
struct NotFound {};
struct MethodNotAllowed {
  std::vector<Method> allowed;  // for the Allow header, in the order of Method
};
using RouteResult = std::variant<Match, NotFound, MethodNotAllowed>;

// A literal segment wins over {parameter}, which wins over {rest...}; the next best is tried when the better one leads
// nowhere. HEAD is served by GET. "/actualites/" is another path than "/actualites". Immutable once filled, so safe to share.
class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  // Throws std::invalid_argument for a bad pattern and std::logic_error for a second route with the same meaning.
  void add(Method method, std::string_view pattern, std::size_t index);

  // `path` as parse_target made it: decoded once, parameters are not decoded again.
  [[nodiscard]] RouteResult match(Method method, std::string_view path) const;

 private:
  struct Route;
  struct Node;
  struct Search;
  std::unique_ptr<Node> root_;
};

}  // namespace clocher::http
