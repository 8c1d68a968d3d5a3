// Reads one JSON object of a content, a block or the details of a kind, into clean values; every fault is a French message.
#pragma once

#include "core/base/error.hpp"
#include "core/json/json.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// A draft may lack what a public text must have: autosave never fails because a picture is not described yet.
enum class Completeness { draft, complete };

struct PartPlace {
  std::string path;         // "blocks.2", "details": faults are named "blocks.2.alt"
  std::string family;       // of message keys: "block" or "details"
  Arguments arguments = {};  // given to every message: {block} "Bloc 3, image"
};

// What is absent reads as "", false, nullopt or an empty list.
class PartReader {
 public:
  PartReader(const json::Value& value, PartPlace place, Completeness completeness, std::vector<FieldError>& errors);

  [[nodiscard]] std::string line(std::string_view name, std::size_t longest);
  [[nodiscard]] std::string text(std::string_view name, std::size_t longest);  // lines and Markdown stay as written
  [[nodiscard]] std::string choice(std::string_view name, std::span<const std::string_view> allowed);
  [[nodiscard]] std::string link(std::string_view name);  // http(s), mailto, tel or a path of the site, at most 2000
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view name, std::int64_t minimum, std::int64_t maximum);
  [[nodiscard]] std::optional<std::int64_t> row(std::string_view name);  // the id of another record
  [[nodiscard]] bool flag(std::string_view name);
  [[nodiscard]] const json::Array& list(std::string_view name, std::size_t longest);
  [[nodiscard]] const json::Value* find(std::string_view name);  // nullptr when absent or null

  // key is "<family>.<word>".
  void fault(std::string_view name, std::string_view word, Arguments arguments = {});
  // A fault of a complete text only.
  void missing(std::string_view name, std::string_view word);
  [[nodiscard]] PartPlace below(std::string_view name) const;
  [[nodiscard]] PartPlace below(std::string_view name, std::size_t index) const;
  [[nodiscard]] Completeness completeness() const { return completeness_; }
  [[nodiscard]] std::vector<FieldError>& errors() { return errors_; }

  // A property that nobody asked for is a misspelling: a fault. Call last.
  void refuse_unknown();

 private:
  std::string string(std::string_view name);
  std::string limited(std::string_view name, std::string text, std::size_t longest);

  const json::Object* object_ = nullptr;
  PartPlace place_;
  Completeness completeness_;
  std::vector<FieldError>& errors_;
  std::set<std::string, std::less<>> known_;
};

// Puts a property there unless it says nothing: "" and false are left out, so that equal contents are equal JSON.
void put(json::Object& object, std::string_view name, const std::string& text);
void put(json::Object& object, std::string_view name, const std::optional<std::int64_t>& number);
void put_flag(json::Object& object, std::string_view name, const bool& flag);

}  // namespace clocher::tenants
