// Mustache templates over JSON data. The only file that includes kainjow's mustache is template.cpp.
#pragma once

#include "core/json/json.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::view {

// {{name}} is escaped; {{{name}}} is not and needs a comment {{! safe: ... }} beside it in the template.
// Templates whose name ends in ".txt" are plain text: nothing is escaped there.
// null, false, "" and [] are false in sections; numbers, 0 included, are true. {{> name}} is put in when the
// template is first used: partials may nest but not recurse.
// Thread-safe; a template is parsed once per concurrent user and kept.
class Views {
 public:
  // Gives the text of a template by its full name ("page.html"), or nullopt. Must be thread-safe; the text must outlive Views.
  using Loader = std::function<std::optional<std::string_view>(std::string_view name)>;

  explicit Views(Loader loader);
  ~Views();
  Views(const Views&) = delete;
  Views& operator=(const Views&) = delete;

  // Throws std::runtime_error when the template or a partial is missing, recursive or badly formed.
  [[nodiscard]] std::string render(std::string_view name, const json::Object& data) const;

  // Renders `name`, then `layout` with the same data and the first result as {{{content}}}.
  [[nodiscard]] std::string render_page(std::string_view layout, std::string_view name, const json::Object& data) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::view
