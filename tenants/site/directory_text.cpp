// Rules on what a directory record holds.
#include "tenants/site/directory_text.hpp"

#include "core/base/phone.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/people/address.hpp"
#include "tenants/site/web_address.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t most_pivots = 10;

struct Limit {
  const char* field;
  std::string DirectoryText::*text;
  std::size_t longest;  // characters
};

constexpr std::array<Limit, 10> limits = {{{"name", &DirectoryText::name, 160},
                                           {"category", &DirectoryText::category, 80},
                                           {"description", &DirectoryText::description, 10'000},
                                           {"address", &DirectoryText::address, 200},
                                           {"postcode", &DirectoryText::postcode, 5},
                                           {"city", &DirectoryText::city, 100},
                                           {"phone", &DirectoryText::phone, 30},
                                           {"phone_2", &DirectoryText::phone_2, 30},
                                           {"email", &DirectoryText::email, 200},
                                           {"image_alt", &DirectoryText::image_alt, 200}}};

FieldError too_long(std::string field, std::size_t longest) {
  return {std::move(field), "input.too_long", {{"maximum", std::to_string(longest)}}};
}

bool are_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_pivot(std::string_view code) {
  return !code.empty() && code.size() <= 60 &&
         std::ranges::all_of(code, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::string clean_phone(std::string_view text) {
  const std::string number = normalize_phone(text);
  return is_phone(number) ? format_phone(number) : forms::clean_line(text);
}

std::string clean_detail(std::string_view key, std::string_view value) {
  std::string text = forms::clean_block(value);
  if (key == "rna" || key == "capacity") {  // typed with spaces: "W 722 001 234", "1 200"
    text = forms::clean_line(text);
    std::erase(text, ' ');
    if (text.starts_with('w')) text[0] = 'W';
  }
  return text;
}

void check_detail(const DetailField& field, const std::string& value, std::vector<FieldError>& errors) {
  std::string name = "details." + std::string(field.key);
  if (length_in_characters(value) > field.longest) return errors.push_back(too_long(std::move(name), field.longest));
  if (field.format == DetailFormat::number && !are_digits(value)) errors.push_back({name, "directory.number", {}});
  if (field.format == DetailFormat::rna && (value.size() != 10 || value[0] != 'W' || !are_digits(value.substr(1))))
    errors.push_back({name, "directory.rna", {}});
  if (field.format != DetailFormat::block && value.find('\n') != std::string::npos)
    errors.push_back({name, "directory.one_line", {}});
}

void check_details(DirectoryKind kind, const DirectoryText& text, std::vector<FieldError>& errors) {
  const auto fields = info_of(kind).details;
  for (const auto& [key, value] : text.details) {
    const auto field = std::ranges::find(fields, std::string_view(key), &DetailField::key);
    if (field == fields.end())
      errors.push_back({"details." + key, "json.unknown_property", {}});
    else
      check_detail(*field, value, errors);
  }
}

void check_place(const DirectoryText& text, std::vector<FieldError>& errors) {
  if (!text.postcode.empty() && (text.postcode.size() != 5 || !are_digits(text.postcode)))
    errors.push_back({"postcode", "profile.postcode", {}});
  if (!text.point) return;
  // Written so that a NaN is refused too.
  if (!(text.point->latitude >= -90 && text.point->latitude <= 90))
    errors.push_back({"latitude", "directory.latitude", {}});
  if (!(text.point->longitude >= -180 && text.point->longitude <= 180))
    errors.push_back({"longitude", "directory.longitude", {}});
}

void check_contact(const DirectoryText& text, std::vector<FieldError>& errors) {
  if (!text.phone.empty() && !is_phone(normalize_phone(text.phone))) errors.push_back({"phone", "profile.phone", {}});
  if (!text.phone_2.empty() && !is_phone(normalize_phone(text.phone_2)))
    errors.push_back({"phone_2", "profile.phone", {}});
  if (!text.email.empty() && !is_mail_address(text.email)) errors.push_back({"email", "profile.email", {}});
  if (!text.website.empty() && !read_web_address(text.website)) errors.push_back({"website", "directory.website", {}});
}

}  // namespace

DirectoryText cleaned(const DirectoryText& text) {
  DirectoryText clean = text;
  for (const Limit& limit : limits) clean.*limit.text = forms::clean_line(text.*limit.text);
  clean.description = forms::clean_block(text.description);
  clean.phone = clean_phone(text.phone);
  clean.phone_2 = clean_phone(text.phone_2);
  if (is_mail_address(text.email)) clean.email = normalize_mail_address(text.email);
  clean.website = read_web_address(text.website).value_or(forms::clean_line(text.website));
  if (!clean.image_id) clean.image_alt.clear();
  clean.details.clear();
  for (const auto& [key, value] : text.details) {
    std::string detail = clean_detail(key, value);
    if (!detail.empty()) clean.details[key] = std::move(detail);
  }
  if (!clean.details.contains(contact_person_key)) clean.contact_consent = false;
  std::ranges::sort(clean.pivots);
  const auto doubles = std::ranges::unique(clean.pivots);
  clean.pivots.erase(doubles.begin(), doubles.end());
  return clean;
}

std::vector<FieldError> check(DirectoryKind kind, const DirectoryText& text) {
  std::vector<FieldError> errors;
  if (text.name.empty()) errors.push_back({"name", "directory.name_missing", {}});
  for (const Limit& limit : limits) {
    if (limit.text != &DirectoryText::postcode && length_in_characters(text.*limit.text) > limit.longest)
      errors.push_back(too_long(limit.field, limit.longest));
  }
  check_place(text, errors);
  check_contact(text, errors);
  check_details(kind, text, errors);
  if (text.image_id && text.image_alt.empty()) errors.push_back({"image_alt", "directory.image_alt", {}});
  if (text.pivots.size() > most_pivots || !std::ranges::all_of(text.pivots, is_pivot) ||
      (kind != DirectoryKind::services && !text.pivots.empty()))
    errors.push_back({"pivots", "directory.pivots", {}});
  return errors;
}

json::Object to_json(const DirectoryText& text) {
  json::Object details;
  for (const auto& [key, value] : text.details) details[key] = value;
  json::Array pivots;
  for (const std::string& code : text.pivots) pivots.push_back(json::Value(code));
  const auto number = [](std::optional<double> value) { return value ? json::Value(*value) : json::Value(nullptr); };
  return {{"name", text.name},
          {"category", text.category},
          {"description", text.description},
          {"address", text.address},
          {"postcode", text.postcode},
          {"city", text.city},
          {"latitude", number(text.point ? std::optional(text.point->latitude) : std::nullopt)},
          {"longitude", number(text.point ? std::optional(text.point->longitude) : std::nullopt)},
          {"phone", text.phone},
          {"phone_2", text.phone_2},
          {"email", text.email},
          {"website", text.website},
          {"hours", text.hours ? json::Value(to_json(*text.hours)) : json::Value(nullptr)},
          {"image_id", text.image_id ? json::Value(*text.image_id) : json::Value(nullptr)},
          {"image_alt", text.image_alt},
          {"details", std::move(details)},
          {"pivots", std::move(pivots)},
          {"is_visible", text.is_visible},
          {"contact_consent", text.contact_consent}};
}

bool is_same(const DirectoryText& left, const DirectoryText& right) { return to_json(left) == to_json(right); }

}  // namespace clocher::tenants
