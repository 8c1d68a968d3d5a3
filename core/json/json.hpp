// JSON values: the only file that includes Boost.JSON. Used by the API, by stored documents and as data of views.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace clocher::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

// At most `max_depth` levels deep; fails with json.unreadable (malformed).
inline constexpr std::size_t default_depth = 32;
[[nodiscard]] Result<Value> parse(std::string_view text, std::size_t max_depth = default_depth);

// For text we wrote ourselves (stored documents): throws std::runtime_error when it cannot be read.
[[nodiscard]] Value parse_trusted(std::string_view text, std::size_t max_depth = default_depth);

[[nodiscard]] std::string serialize(const Value& value);
[[nodiscard]] std::string serialize(const Object& object);
[[nodiscard]] std::string serialize(const Array& array);

// Reading helpers: absent and wrong type are both nullopt / the default.
[[nodiscard]] std::optional<std::string> find_string(const Object& object, std::string_view name);
[[nodiscard]] std::string string_or(const Object& object, std::string_view name, std::string_view fallback = {});
[[nodiscard]] std::optional<std::int64_t> find_integer(const Object& object, std::string_view name);
[[nodiscard]] bool is_true(const Object& object, std::string_view name);
[[nodiscard]] const Array* find_array(const Object& object, std::string_view name);
[[nodiscard]] const Object* find_object(const Object& object, std::string_view name);

}  // namespace clocher::json
