// Reading and writing JSON with Boost.JSON.
#include "core/json/json.hpp"

#include <stdexcept>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace clocher::json {
namespace {

std::optional<Value> parse_checked(std::string_view text, std::size_t max_depth) {
  boost::json::parse_options options;
  options.max_depth = max_depth;
  boost::json::error_code error;
  Value value = boost::json::parse(boost::json::string_view(text.data(), text.size()), error, {}, options);
  if (error) return std::nullopt;
  return value;
}

const Value* find(const Object& object, std::string_view name) {
  return object.if_contains(boost::json::string_view(name.data(), name.size()));
}

}  // namespace

Result<Value> parse(std::string_view text, std::size_t max_depth) {
  if (auto value = parse_checked(text, max_depth)) return std::move(*value);
  return fail(ErrorKind::malformed, "json.unreadable");
}

Value parse_trusted(std::string_view text, std::size_t max_depth) {
  if (auto value = parse_checked(text, max_depth)) return std::move(*value);
  throw std::runtime_error("json: a stored document cannot be read");
}

std::string serialize(const Value& value) { return boost::json::serialize(value); }
std::string serialize(const Object& object) { return boost::json::serialize(object); }
std::string serialize(const Array& array) { return boost::json::serialize(array); }

std::optional<std::string> find_string(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string(value->get_string().c_str(), value->get_string().size());
}

std::string string_or(const Object& object, std::string_view name, std::string_view fallback) {
  return find_string(object, name).value_or(std::string(fallback));
}

std::optional<std::int64_t> find_integer(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  if (value == nullptr || !value->is_int64()) return std::nullopt;
  return value->get_int64();
}

bool is_true(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  return value != nullptr && value->is_bool() && value->get_bool();
}

const Array* find_array(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  return value == nullptr ? nullptr : value->if_array();
}

const Object* find_object(const Object& object, std::string_view name) {
  const Value* value = find(object, name);
  return value == nullptr ? nullptr : value->if_object();
}

}  // namespace clocher::json
