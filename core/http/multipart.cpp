// Cuts a multipart body at its delimiters and turns each part into a field or a file.
#include "core/http/multipart.hpp"

#include "core/base/text.hpp"
#include "core/http/file_name.hpp"
#include "core/http/header_value.hpp"
#include "core/http/token.hpp"

#include <algorithm>

namespace clocher::http {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t most_part_headers = 8;

Failure unreadable() { return fail(ErrorKind::malformed, "form.unreadable"); }

Failure too_large(std::string key, Arguments arguments) {
  return fail(ErrorKind::too_large, std::move(key), std::move(arguments));
}

// RFC 2046 5.1.1.
bool is_valid_boundary(std::string_view boundary) {
  const auto allowed = [](char c) {
    return is_alphanumeric(c) || std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
  };
  return !boundary.empty() && boundary.size() <= 70 && boundary.back() != ' ' &&
         std::all_of(boundary.begin(), boundary.end(), allowed);
}

struct Part {
  std::string name;
  std::optional<std::string> file_name;
  std::string content_type;
  std::string_view content;
};

// Browsers write a quote inside a name as %22 (WHATWG, multipart/form-data encoding algorithm).
std::string with_quotes_restored(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool escape = text.substr(at, 3) == "%22";
    out += escape ? '"' : text[at];
    at += escape ? 3 : 1;
  }
  return out;
}

bool read_disposition(std::string_view text, Part& part) {
  const auto disposition = parse_header_value(text);
  if (!disposition || disposition->value != "form-data") return false;
  const auto name = disposition->parameter("name");
  if (!name || name->empty() || !is_valid_utf8(*name)) return false;
  part.name = with_quotes_restored(*name);
  const auto file_name = disposition->parameter("filename");
  if (!file_name) return true;
  if (!is_valid_utf8(*file_name)) return false;
  part.file_name = safe_file_name(with_quotes_restored(*file_name));
  return true;
}

bool read_content_type(std::string_view text, Part& part) {
  auto type = parse_header_value(text);
  if (!type || type->value.find('/') == std::string::npos) return false;
  part.content_type = std::move(type->value);
  return true;
}

// RFC 7578 4.7 deprecates it; base64 here would be stored as if it were the file.
bool is_plain_transfer_encoding(std::string_view text) {
  const std::string_view encoding = trim(text);
  return equals_ignoring_case(encoding, "binary") || equals_ignoring_case(encoding, "8bit") ||
         equals_ignoring_case(encoding, "7bit");
}

bool read_header_line(std::string_view line, Part& part) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.find_first_of("\r\n") != std::string_view::npos) return false;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = line.substr(colon + 1);
  if (equals_ignoring_case(name, "Content-Disposition")) return part.name.empty() && read_disposition(value, part);
  if (equals_ignoring_case(name, "Content-Type")) return part.content_type.empty() && read_content_type(value, part);
  if (equals_ignoring_case(name, "Content-Transfer-Encoding")) return is_plain_transfer_encoding(value);
  return !name.empty() && name.find_first_of(" \t") == std::string_view::npos;  // RFC 7578 4.8: others are ignored
}

bool read_header_lines(std::string_view headers, Part& part) {
  std::size_t lines = 0;
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find(line_end), headers.size());
    if (++lines > most_part_headers || !read_header_line(headers.substr(0, end), part)) return false;
    headers.remove_prefix(std::min(end + line_end.size(), headers.size()));
  }
  return !part.name.empty();
}

// `text`: everything between two delimiters.
Result<Part> read_part(std::string_view text, const FormLimits& limits) {
  constexpr std::string_view header_end = "\r\n\r\n";
  // One byte more than allowed is enough to know; looking further would cost the whole file.
  const std::size_t end = text.substr(0, limits.part_header_bytes + header_end.size()).find(header_end);
  if (end == std::string_view::npos) {
    if (text.size() <= limits.part_header_bytes) return unreadable();
    return too_large("form.part_header_too_large", {{"limit", std::to_string(limits.part_header_bytes)}});
  }
  Part part;
  if (!read_header_lines(text.substr(0, end), part)) return unreadable();
  part.content = text.substr(end + header_end.size());
  return part;
}

std::optional<Failure> add_field(Form& form, Part part, const FormLimits& limits) {
  const bool hopeless = part.content.size() / 2 > limits.field_bytes;  // even if it were line ends only
  auto value = hopeless ? std::optional<std::string>("") : normalised_text(part.content);
  if (!value) return unreadable();
  if (auto failure = check_field(form, part.name, hopeless ? part.content.size() : value->size(), limits))
    return failure;
  form.add(std::move(part.name), std::move(*value));
  return std::nullopt;
}

std::optional<Failure> add_file(Form& form, Part part, const FormLimits& limits) {
  if (part.file_name->empty() && part.content.empty()) return std::nullopt;  // the control was left empty
  if (form.files().size() >= limits.files)
    return too_large("form.too_many_files", {{"limit", std::to_string(limits.files)}});
  if (part.name.size() > limits.name_bytes)
    return too_large("form.name_too_large", {{"limit", std::to_string(limits.name_bytes)}});
  if (part.content.size() > limits.file_bytes) {
    const std::string megabytes = std::to_string(limits.file_bytes / (1024 * 1024));
    return too_large("form.file_too_large", {{"file", *part.file_name}, {"limit_megabytes", megabytes}});
  }
  if (part.content_type.empty()) part.content_type = "application/octet-stream";
  form.add_file(
      {std::move(part.name), std::move(*part.file_name), std::move(part.content_type), std::string(part.content)});
  return std::nullopt;
}

std::optional<Failure> add_part(Form& form, std::string_view text, const FormLimits& limits) {
  auto part = read_part(text, limits);
  if (!part) return fail(std::move(part.error()));
  return part->file_name ? add_file(form, std::move(*part), limits) : add_field(form, std::move(*part), limits);
}

}  // namespace

Result<Form> parse_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits) {
  const std::string delimiter = "\r\n--" + std::string(boundary);
  const std::string_view opening = std::string_view(delimiter).substr(line_end.size());
  if (!is_valid_boundary(boundary) || !body.starts_with(opening)) return unreadable();
  body.remove_prefix(opening.size());
  Form form;
  while (body.starts_with(line_end)) {
    body.remove_prefix(line_end.size());
    const std::size_t end = body.find(delimiter);
    if (end == std::string_view::npos) return unreadable();
    if (auto failure = add_part(form, body.substr(0, end), limits)) return *failure;
    body.remove_prefix(end + delimiter.size());
  }
  if (body != "--" && body != "--\r\n") return unreadable();
  return form;
}

}  // namespace clocher::http
