// Error pages and JSON errors.
#include "api/respond.hpp"

#include "api/frame.hpp"
#include "api/resident/search_data.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::api {
namespace {

constexpr std::size_t most_suggestions = 5;

// Error pages hold sentences under "error.<status>.heading|message|advice"; other statuses speak as the nearest one.
constexpr std::array known_statuses = {400, 403, 404, 405, 409, 413, 414, 415, 429, 500, 503, 507};

int nearest_known(int status) {
  if (std::ranges::find(known_statuses, status) != known_statuses.end()) return status;
  return status >= 500 ? 500 : 400;
}

Arguments page_arguments(const Tools& tools, const Error* error) {
  Arguments arguments = error == nullptr ? Arguments() : error->arguments;
  arguments.try_emplace("max", std::to_string(tools.config.upload_limit_bytes / (1024 * 1024)) + "\u00A0Mo");
  std::int64_t seconds = 60;
  if (const auto retry = arguments.find("retry_after"); retry != arguments.end()) {
    std::from_chars(retry->second.data(), retry->second.data() + retry->second.size(), seconds);
  }
  arguments.try_emplace("minutes", std::to_string(std::max<std::int64_t>(1, (seconds + 59) / 60)));
  return arguments;
}

std::string code_of(std::string_view key) {
  std::string code(key);
  std::ranges::replace(code, '.', '_');
  return code;
}

}  // namespace

void add_retry_after(http::Response& response, const Error& error) {
  if (const auto retry = error.arguments.find("retry_after"); retry != error.arguments.end()) {
    response.headers.set("Retry-After", retry->second);
  }
}

http::Response page(const Tools& tools, int status, std::string_view view, const json::Object& data) {
  return http::html(status, tools.views.render_page("layout.html", view, data));
}

http::Response json_response(int status, const json::Object& body) {
  return http::json_text(status, json::serialize(body));
}

std::string message_of(const Tools& tools, const FieldError& field) {
  return tools.catalogue.text(field.key, field.arguments);
}
std::string message_of(const Tools& tools, const Error& error) {
  return tools.catalogue.text(error.key, error.arguments);
}

http::Response json_error(const Tools& tools, const Error& error) {
  json::Object body{{"code", code_of(error.key)}, {"message", message_of(tools, error)}};
  if (!error.fields.empty()) {
    json::Object fields;
    for (const FieldError& field : error.fields) fields[field.field] = message_of(tools, field);
    body["fields"] = std::move(fields);
  }
  if (const auto retry = error.arguments.find("retry_after"); retry != error.arguments.end()) {
    std::int64_t seconds = 0;
    std::from_chars(retry->second.data(), retry->second.data() + retry->second.size(), seconds);
    body["retry_after"] = seconds;
  }
  http::Response response = json_response(http_status(error.kind), {{"error", std::move(body)}});
  add_retry_after(response, error);
  return response;
}

http::Response error_page(const Tools& tools, tenants::Tenant& tenant, const http::Request& request, int status,
                          const Error* error) {
  const std::string key = "error." + std::to_string(nearest_known(status));
  const Arguments arguments = page_arguments(tools, error);
  // An error may have a heading and an advice of its own; otherwise it has those of its status.
  const auto words = [&](const char* part) {
    const bool has_own = error != nullptr && tools.catalogue.has(error->key + part);
    return tools.catalogue.text((has_own ? error->key : key) + part, arguments);
  };
  const std::string heading = words(".heading");
  // What went wrong exactly, when the catalogue has words for it; otherwise what such a status means.
  const bool has_own_words = error != nullptr && error->kind != ErrorKind::not_found && tools.catalogue.has(error->key);
  const std::string message =
      has_own_words ? message_of(tools, *error) : tools.catalogue.text(key + ".message", arguments);
  const auto profile = tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  json::Object data = frame_data(tools, profile, {.title = heading, .path = request.path, .noindex = true});
  data["status"] = std::to_string(status);
  data["heading"] = heading;
  data["message"] = message;
  data["advice"] = json::Array{json::Value(words(".advice"))};
  data["request_id"] = request.id;
  json::Array suggestions;
  // Robots that try addresses get none after a while.
  const bool may_search = status == 404 && http::is_safe(request.method) &&
                          tools.searches.begin({"missing", tenant.insee(), "", request.remote_address}).has_value();
  if (may_search) {
    for (const tenants::Found& found : tools.search.suggest(tenant, request.path, most_suggestions, tools.clock.now()))
      suggestions.push_back(resident::found_data(tools, found));
  }
  data["has_suggestions"] = !suggestions.empty();
  data["suggestions"] = std::move(suggestions);
  http::Response response = page(tools, status, "error.html", data);
  if (error != nullptr) add_retry_after(response, *error);
  return response;
}

http::Response bare_error_page(const Tools& tools, const http::Request& request, int status,
                               std::string_view key_prefix, std::string_view retry_path) {
  const std::string key(key_prefix);
  json::Value retry = false;
  if (!retry_path.empty()) {
    retry = json::Object{{"url", std::string(retry_path)}, {"label", tools.catalogue.text("error.retry")}};
  }
  const json::Object data{{"asset", asset_paths()},
                          {"status", std::to_string(status)},
                          {"heading", tools.catalogue.text(key + ".heading", page_arguments(tools, nullptr))},
                          {"message", tools.catalogue.text(key + ".message", page_arguments(tools, nullptr))},
                          {"retry", std::move(retry)},
                          {"request_id", request.id}};
  return http::html(status, tools.views.render("error_bare.html", data));
}

}  // namespace clocher::api
