// The checks before publishing, in French, with a way to try the paths of the site that a text names.
#include "api/agent/content_checks.hpp"

#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/own_address.hpp"
#include "api/respond.hpp"
#include "api/routes.hpp"
#include "core/http/router.hpp"

#include <map>

namespace clocher::api::agent {
namespace {

using tenants::Finding;

constexpr std::size_t most_paths = 60;  // a text with more links than that is not checked to its end

const http::Router& resident_router() {
  static const http::Router router = [] {
    http::Router made;
    const auto table = routes();
    for (std::size_t index = 0; index < table.size(); ++index) {
      const bool is_resident = table[index].area != Area::agent && table[index].area != Area::admin;
      if (is_resident && table[index].method == http::Method::get)
        made.add(http::Method::get, table[index].pattern, index);
    }
    return made;
  }();
  return router;
}

// Asks the page itself, as a visitor without cookies would: whatever noun it belongs to, the answer is the true one.
bool answers(const Context& context, std::string_view path) {
  http::Request request;
  request.path = std::string(path);
  if (request.path.size() > 1 && request.path.ends_with('/')) request.path.pop_back();
  request.host = context.request.host;
  request.id = context.request.id;
  request.remote_address = context.request.remote_address;
  const auto found = resident_router().match(http::Method::get, request.path);
  const auto* match = std::get_if<http::Match>(&found);
  if (match == nullptr)
    return visit_own_address(context.tools, context.tenant, request, context.now).has_value();
  Context visit{context.tools, context.tenant, request, match->parameters, context.now, std::nullopt, {}};
  const auto answer = routes()[match->index].handler(visit);
  return answer && answer->status < 400;
}

class PathProbe {
 public:
  explicit PathProbe(const Context& context) : context_(context) {}

  bool operator()(std::string_view path) {
    const auto known = known_.find(std::string(path));
    if (known != known_.end()) return known->second;
    if (known_.size() >= most_paths) return true;
    return known_[std::string(path)] = answers(context_, path);
  }

 private:
  const Context& context_;
  std::map<std::string, bool> known_;
};

json::Object finding_json(const Context& context, const Finding& finding) {
  const auto& words = context.tools.catalogue;
  const auto block = finding.spot.block;
  return {{"key", finding.key.substr(finding.key.find('.') + 1)},
          {"severity", std::string(to_string(finding.severity))},
          {"field", finding.spot.field},
          {"block", block ? json::Value(*block) : json::Value(nullptr)},
          {"line", finding.spot.line},
          {"problem", words.text(finding.key, finding.arguments)},
          {"remedy", words.text(finding.key + ".remedy", finding.arguments)}};
}

std::string name_of(const tenants::Spot& spot) {
  return spot.block ? "blocks." + std::to_string(*spot.block) + "." + spot.field : spot.field;
}

}  // namespace

Result<http::Response> check_content(Context& context) {
  auto body = JsonBody::read(context.request, {"title", "summary", "body_markdown", "blocks"});
  if (!body) return fail(body.error());
  const tenants::CheckedContent content{body->text("title"), body->text("summary"), body->text("body_markdown"),
                                        body->array("blocks")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  PathProbe probe(context);
  json::Array items;
  for (const Finding& finding : tenants::check_before_publishing(tenants::check_input_of(content), std::ref(probe)))
    items.push_back(finding_json(context, finding));
  return json_response(200, {{"items", std::move(items)}});
}

Result<void> refuse_blocking(const Context& context, const tenants::CheckedContent& content) {
  const auto any_path = [](std::string_view) { return true; };  // a dead link does not block
  const auto findings = tenants::check_before_publishing(tenants::check_input_of(content), any_path);
  if (!tenants::has_blocking(findings)) return {};
  Error error{ErrorKind::invalid, "content.checks_blocking", {}, {}};
  std::string problems;
  for (const Finding& finding : findings) {
    if (finding.severity != tenants::Severity::blocking) continue;
    error.fields.push_back({name_of(finding.spot), finding.key, finding.arguments});
    const std::string problem = context.tools.catalogue.text(finding.key, finding.arguments);
    if (problems.find(problem) == std::string::npos) problems += (problems.empty() ? "" : " ") + problem;
  }
  error.arguments = {{"problems", problems}};
  return fail(std::move(error));
}

}  // namespace clocher::api::agent
