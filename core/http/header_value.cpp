// A strict reader of header values, left to right in one pass.
#include "core/http/header_value.hpp"

#include "core/http/token.hpp"

#include <algorithm>

namespace clocher::http {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  bool accept(char expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // "" when none stands here. A media type is two tokens round a slash.
  std::string_view token(char also = '\0') {
    std::size_t size = 0;
    while (size < rest_.size() && (is_token_character(rest_[size]) || (also != '\0' && rest_[size] == also))) ++size;
    const std::string_view found = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return found;
  }

  // After the opening quote; nullopt when it never closes or holds a control character.
  std::optional<std::string> quoted() {
    std::string out;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      if (rest_[i] == '"') {
        rest_.remove_prefix(i + 1);
        return out;
      }
      const bool escaped = rest_[i] == '\\' && i + 1 < rest_.size() && (rest_[i + 1] == '"' || rest_[i + 1] == '\\');
      if (escaped) ++i;
      if (is_control(rest_[i])) return std::nullopt;
      out += rest_[i];
    }
    return std::nullopt;
  }

 private:
  std::string_view rest_;
};

std::optional<std::string> read_parameter_value(Reader& reader) {
  if (reader.accept('"')) return reader.quoted();
  const std::string_view token = reader.token();
  if (token.empty()) return std::nullopt;
  return std::string(token);
}

bool read_parameter(Reader& reader, HeaderValue& header) {
  std::string name = lower_case(reader.token());
  if (name.empty() || name.ends_with('*') || header.parameter(name) || !reader.accept('=')) return false;
  auto value = read_parameter_value(reader);
  if (!value) return false;
  header.parameters.emplace_back(std::move(name), std::move(*value));
  return true;
}

}  // namespace

std::optional<std::string_view> HeaderValue::parameter(std::string_view name) const {
  for (const auto& [known, text] : parameters) {
    if (known == name) return text;
  }
  return std::nullopt;
}

std::optional<HeaderValue> parse_header_value(std::string_view text) {
  Reader reader(text);
  reader.skip_blanks();
  HeaderValue header{lower_case(reader.token('/')), {}};
  if (header.value.empty()) return std::nullopt;
  reader.skip_blanks();
  while (!reader.at_end()) {
    if (!reader.accept(';')) return std::nullopt;
    reader.skip_blanks();
    if (reader.at_end()) break;  // a trailing semicolon, which some browsers have sent
    if (!read_parameter(reader, header)) return std::nullopt;
    reader.skip_blanks();
  }
  return header;
}

}  // namespace clocher::http
