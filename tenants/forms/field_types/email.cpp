// An e-mail address: what SMTP can carry without extensions, so that the receipt arrives.
#include "core/base/text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

constexpr std::size_t longest_local = 64;     // RFC 5321 4.5.3.1.1
constexpr std::size_t longest_address = 254;  // RFC 3696 erratum 1690
constexpr std::size_t longest_label = 63;     // RFC 1035 2.3.4
constexpr std::string_view local_punctuation = "!#$%&'*+-/=?^_`{|}~";

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

template <class Fits>
bool has_dotted_parts(std::string_view text, Fits fits) {
  const auto parts = split(text, '.');
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), fits);
  });
}

bool is_local(std::string_view text) {
  const auto fits = [](char c) { return is_alphanumeric(c) || local_punctuation.find(c) != std::string_view::npos; };
  return text.size() <= longest_local && has_dotted_parts(text, fits);
}

bool is_domain(std::string_view text) {
  const auto labels = split(text, '.');
  const auto ends_well = [](std::string_view label) {
    return label.size() <= longest_label && label.front() != '-' && label.back() != '-';
  };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return labels.size() >= 2 && has_dotted_parts(text, [](char c) { return is_alphanumeric(c) || c == '-'; }) &&
         std::all_of(labels.begin(), labels.end(), ends_well) && labels.back().size() >= 2 &&
         !std::all_of(labels.back().begin(), labels.back().end(), is_digit);
}

bool is_address(std::string_view text) {
  const std::size_t at = text.rfind('@');
  return at != std::string_view::npos && text.size() <= longest_address && is_local(text.substr(0, at)) &&
         is_domain(text.substr(at + 1));
}

// " <Anne@Exemple.FR> " -> "Anne@exemple.fr": the part before the @ may matter in capitals, the domain never does.
std::string tidy(std::string_view text) {
  if (text.starts_with("mailto:")) text.remove_prefix(7);
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return std::string(text);
  std::string domain(trim(text.substr(at + 1)));
  std::transform(domain.begin(), domain.end(), domain.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return std::string(trim(text.substr(0, at))) + "@" + domain;
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (line.value) line.value = json::Value(tidy(text_in(*line.value)));
  return line;
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (is_address(text_in(value))) return {};
  return {error_about(field, "form.email.unreadable")};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_email"] = true;
  fill_value(raw, view);
  fill_own(field, view);
}

}  // namespace

const FieldType email_type = {"email",  FieldNature::answer, "form.required.text", collect_text, read, check,
                              same_raw, show_text,           flatten_text,         fill_view};

}  // namespace clocher::forms
