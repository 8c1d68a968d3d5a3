// Finds the operation of a request and its described response.
#include "tests/support/api_contract.hpp"

#include "core/base/text.hpp"
#include "core/http/assets.hpp"
#include "tests/support/schema_check.hpp"

#include <algorithm>
#include <stdexcept>

namespace clocher::test {
namespace {

std::string upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return upper;
}

bool fits(std::string_view pattern, std::string_view path) {
  const auto wanted = split(pattern, '/');
  const auto given = split(path, '/');
  if (wanted.size() != given.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].starts_with('{') && wanted[i] != given[i]) return false;
  }
  return true;
}

const Operation* find_operation(http::Method method, std::string_view path) {
  const std::string_view name = method == http::Method::head ? "GET" : http::to_string(method);
  const Operation* found = nullptr;
  for (const Operation& operation : operations()) {
    if (operation.method != name || !fits(operation.path, path)) continue;
    if (found == nullptr || operation.path.find('{') == std::string::npos) found = &operation;  // a literal path wins
  }
  return found;
}

const json::Object* response_of(const Operation& operation, int status) {
  const json::Object* responses = json::find_object(*operation.description, "responses");
  const json::Object* response = json::find_object(*responses, std::to_string(status));
  if (response == nullptr) return nullptr;
  const auto reference = json::find_string(*response, "$ref");
  if (!reference) return response;
  const json::Object* components = json::find_object(api_description(), "components");
  return json::find_object(*json::find_object(*components, "responses"), reference->substr(reference->rfind('/') + 1));
}

std::vector<std::string> check_body(const json::Object& described, const http::Response& response) {
  const json::Object* content = json::find_object(described, "content");
  if (content == nullptr)
    return response.payload().empty() ? std::vector<std::string>()
                                      : std::vector<std::string>{"a body where none is described"};
  const std::string_view type = split(response.headers.get("Content-Type"), ';').front();
  const json::Object* media = json::find_object(*content, type);
  if (media == nullptr && content->contains("application/octet-stream")) return {};
  if (media == nullptr) return {"Content-Type " + std::string(type) + " is not described"};
  if (type != "application/json") return {};
  return mismatches(api_description(), media->at("schema"), json::parse_trusted(response.payload()));
}

}  // namespace

const json::Object& api_description() {
  static const json::Value document = json::parse_trusted(http::find_asset("api/openapi.json")->bytes);
  return document.as_object();
}

const std::vector<Operation>& operations() {
  static const std::vector<Operation> all = [] {
    std::vector<Operation> list;
    for (const auto& path : *json::find_object(api_description(), "paths")) {
      for (const auto& entry : path.value().as_object()) {
        if (entry.key() == "parameters") continue;
        list.push_back({upper(entry.key()), "/api/v1" + std::string(path.key()), &entry.value().as_object()});
      }
    }
    return list;
  }();
  return all;
}

std::vector<std::string> breaches(http::Method method, std::string_view path, const http::Response& response) {
  const Operation* operation = find_operation(method, path);
  if (response.status == 304) return {};
  if (operation == nullptr) {
    const json::Value error = json::parse_trusted(R"({"$ref":"#/components/schemas/Error"})");
    return mismatches(api_description(), error, json::parse_trusted(response.payload()));
  }
  const json::Object* described = response_of(*operation, response.status);
  if (described == nullptr) return {"status " + std::to_string(response.status) + " is not described"};
  return check_body(*described, response);
}

}  // namespace clocher::test
