// Reads and writes directory records as JSON.
#include "api/agent/directory_json.hpp"

#include "tenants/site/directory_text.hpp"

namespace clocher::api::agent {
namespace {

using tenants::DirectoryEntry;
using tenants::DirectoryText;

std::string_view format_name(tenants::DetailFormat format) {
  switch (format) {
    case tenants::DetailFormat::line: return "line";
    case tenants::DetailFormat::block: return "block";
    case tenants::DetailFormat::number: return "number";
    case tenants::DetailFormat::rna: return "rna";
  }
  return "line";
}

void read_details(JsonBody& body, DirectoryText& text) {
  for (const auto& [key, value] : body.object("details")) {
    if (value.is_string())
      text.details[std::string(key)] = std::string(value.get_string());
    else
      body.note({"details." + std::string(key), "json.string_expected", {}});
  }
}

void read_hours(JsonBody& body, DirectoryText& text) {
  const auto days = body.array_or_null("hours");
  if (!days) return;
  auto hours = tenants::parse_hours(*days);
  if (hours) {
    text.hours = std::move(*hours);
  } else {
    for (FieldError& error : hours.error().fields) body.note(std::move(error));
  }
}

}  // namespace

json::Object entry_json(const Context& context, const DirectoryEntry& entry) {
  json::Object data = tenants::to_json(entry.text);
  const bool is_public = entry.text.is_visible && !entry.deleted_at;
  data["id"] = entry.id.value;
  data["kind"] = std::string(to_string(entry.kind));
  data["is_town_hall"] = entry.is_town_hall;
  data["version"] = entry.version;
  data["confirmed_at"] = entry.confirmed_at.seconds;
  data["is_stale"] = is_stale(entry, context.now);
  data["updated_at"] = entry.updated_at.seconds;
  data["deleted_at"] = entry.deleted_at ? json::Value(entry.deleted_at->seconds) : json::Value(nullptr);
  data["url"] = is_public ? json::Value(context.tenant.identity().site_url + path_of(entry)) : json::Value(nullptr);
  return data;
}

json::Object kind_json(const tenants::DirectoryKindInfo& info) {
  json::Array categories;
  for (const std::string_view category : info.categories) categories.push_back(json::Value(std::string(category)));
  json::Array details;
  for (const tenants::DetailField& field : info.details)
    details.push_back(json::Object{{"key", std::string(field.key)},
                                   {"title", std::string(field.title)},
                                   {"format", std::string(format_name(field.format))},
                                   {"longest", field.longest}});
  return {{"kind", std::string(info.slug)},
          {"title", std::string(info.title)},
          {"category_title", std::string(info.category_title)},
          {"categories", std::move(categories)},
          {"details", std::move(details)}};
}

std::vector<std::string_view> entry_properties(std::initializer_list<std::string_view> others) {
  std::vector<std::string_view> names = {"name",    "category", "description", "address",        "postcode",
                                         "city",    "latitude", "longitude",   "phone",          "phone_2",
                                         "email",   "website",  "hours",       "image_id",       "image_alt",
                                         "details", "pivots",   "is_visible",  "contact_consent"};
  names.insert(names.end(), others.begin(), others.end());
  return names;
}

DirectoryText read_text(JsonBody& body) {
  DirectoryText text{.name = body.text("name"),
                     .category = body.text("category"),
                     .description = body.text("description"),
                     .address = body.text("address"),
                     .postcode = body.text("postcode"),
                     .city = body.text("city"),
                     .phone = body.text("phone"),
                     .phone_2 = body.text("phone_2"),
                     .email = body.text("email"),
                     .website = body.text("website"),
                     .image_alt = body.text("image_alt")};
  const auto latitude = body.number_or_null("latitude");
  const auto longitude = body.number_or_null("longitude");
  if (latitude && longitude) text.point = tenants::GeoPoint{*latitude, *longitude};
  if (latitude.has_value() != longitude.has_value())
    body.note({latitude ? "longitude" : "latitude", latitude ? "directory.longitude" : "directory.latitude", {}});
  text.image_id = body.integer_or_null("image_id");
  text.is_visible = body.boolean("is_visible");
  text.contact_consent = body.boolean("contact_consent");
  for (const json::Value& code : body.array("pivots"))
    text.pivots.emplace_back(code.is_string() ? std::string_view(code.get_string()) : std::string_view());
  read_hours(body, text);
  read_details(body, text);
  return text;
}

tenants::DirectoryKind read_kind(JsonBody& body) {
  const auto kind = tenants::parse_directory_kind(body.text("kind"));
  if (!kind) body.note({"kind", "directory.kind", {}});
  return kind.value_or(tenants::DirectoryKind::services);
}

}  // namespace clocher::api::agent
