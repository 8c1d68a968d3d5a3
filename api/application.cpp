// The path of a request, top to bottom (design §4).
#include "api/application.hpp"

#include "api/cookie_names.hpp"
#include "api/own_address.hpp"
#include "api/respond.hpp"
#include "api/route_rules.hpp"
#include "api/static_files.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "core/db/sqlite.hpp"
#include "core/security/csrf.hpp"
#include "core/security/headers.hpp"
#include "tenants/commune_record.hpp"

#include <chrono>

namespace clocher::api {
namespace {

http::CookieName session_cookie(const Tools& tools) { return {cookies::session, tools.transport()}; }

bool is_api(const http::Request& request) { return request.path.starts_with("/api/"); }

// A page of another site can post a form, but not this type without asking first (and we never allow it).
bool is_json(const http::Request& request) {
  return request.headers.get("Content-Type").starts_with("application/json");
}

bool comes_from_own_page(const Context& context) {
  const http::Request& request = context.request;
  const std::string_view cookies = is_json(request) ? std::string_view() : request.headers.get("Cookie");
  return security::is_from_own_page(request, {.own_origin = context.tenant.identity().site_url,
                                              .secret = context.tools.secret_key,
                                              .cookie_value = cookies,
                                              .form_token = context.form.get(security::csrf_field)});
}

Error refused(ErrorKind kind, std::string key) { return {kind, std::move(key), {}, {}}; }

http::Response error_response(const Tools& tools, tenants::Tenant& tenant, const http::Request& request, Area area,
                              const Error& error) {
  if (area == Area::agent) return json_error(tools, error);
  return error_page(tools, tenant, request, http_status(error.kind), &error);
}

}  // namespace

Application::Application(Services& services) : services_(services) {
  const auto table = routes();
  for (std::size_t index = 0; index < table.size(); ++index)
    router_.add(table[index].method, table[index].pattern, index);
}

std::size_t Application::body_limit_bytes(const http::Request& head) {
  const auto found = router_.match(head.method, head.path);
  const auto* match = std::get_if<http::Match>(&found);
  return match == nullptr ? json_limit_bytes : body_limit(services_.config, routes()[match->index].body);
}

// The same for every commune, and needed by the page that says there is none here.
std::optional<http::Response> Application::answer_static(const http::Request& request) const {
  if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
  auto file = serve_static(request);
  if (file) security::add_security_headers(*file, security::PageKind::asset, header_transport(services_, request.host));
  return file;
}

std::optional<http::Response> Application::answer_at_once(const http::Request& request) {
  if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
  if (auto file = answer_static(request)) return file;
  const auto tenant = services_.registry.peek_by_host(request.host);
  if (!tenant) return std::nullopt;
  auto response =
      services_.page_cache.answer(request, tenant->insee(), services_.page_generation(*tenant), services_.clock.now());
  if (!response) return std::nullopt;
  services_.audience.count(tenant->insee(), request, services_.clock.now());
  // The page may have been made under another host of the commune: HSTS speaks for the host that asks.
  security::add_security_headers(*response, security::PageKind::resident, header_transport(services_, request.host));
  response->headers.set("X-Request-Id", request.id);
  return response;
}

http::Response Application::handle(http::Request request) {
  const auto started = std::chrono::steady_clock::now();
  http::Response response = answer(request);
  const auto spent = std::chrono::steady_clock::now() - started;
  log::info("request.answered",
            {{"request", request.id},
             {"host", request.host},
             {"method", http::to_string(request.method)},
             {"path", request.path},
             {"status", response.status},
             {"microseconds", std::chrono::duration_cast<std::chrono::microseconds>(spent).count()}});
  return response;
}

http::Response Application::answer(const http::Request& request) {
  const Tools tools = services_.tools();
  const auto broken = [&](int status, std::string_view key_prefix, Error error) {
    http::Response response =
        is_api(request) ? json_error(tools, error) : bare_error_page(tools, request, status, key_prefix);
    if (is_api(request)) response.status = status;
    security::add_security_headers(response, is_api(request) ? security::PageKind::api : security::PageKind::personal,
                                   header_transport(services_, request.host));
    response.headers.set("X-Request-Id", request.id);
    return response;
  };
  try {
    if (auto file = answer_static(request)) return std::move(*file);
    const auto tenant = services_.registry.open_by_host(request.host);
    if (!tenant) {
      const bool is_unknown = tenant.error().kind == ErrorKind::not_found;
      const bool is_suspended = tenant.error().key == "commune.suspended";
      return broken(http_status(tenant.error().kind),
                    is_unknown     ? "error.unknown_host"
                    : is_suspended ? "error.suspended"
                                   : "error.503",
                    tenant.error());
    }
    return answer_in_commune(**tenant, request);
  } catch (const DiskFull& error) {
    log::error("storage.full",
               {{"request", request.id}, {"host", request.host}, {"reason", std::string_view(error.what())}});
    return broken(507, "error.507", refused(ErrorKind::storage_full, "storage.full"));
  } catch (const db::StorageFull& error) {
    log::error("storage.full",
               {{"request", request.id}, {"host", request.host}, {"reason", std::string_view(error.what())}});
    return broken(507, "error.507", refused(ErrorKind::storage_full, "storage.full"));
  } catch (const db::DatabaseUnreadable& error) {
    log::error("storage.unreadable",
               {{"request", request.id}, {"host", request.host}, {"reason", std::string_view(error.what())}});
    return broken(503, "error.503", refused(ErrorKind::unavailable, "commune.unreadable"));
  } catch (const std::exception& error) {
    log::error("request.failed",
               {{"request", request.id}, {"host", request.host}, {"reason", std::string_view(error.what())}});
    return broken(500, "error.500", refused(ErrorKind::unavailable, "request.failed"));
  }
}

// Where "/actualites/" was meant to lead: people type the slash.
std::optional<std::string> Application::path_without_slash(tenants::Tenant& tenant,
                                                           const http::Request& request) const {
  if (!http::is_safe(request.method) || request.path.size() < 3 || !request.path.ends_with('/')) return std::nullopt;
  http::Request meant = request;
  meant.path.pop_back();
  const bool leads_somewhere = std::holds_alternative<http::Match>(router_.match(meant.method, meant.path)) ||
                               visit_own_address(services_.tools(), tenant, meant, services_.clock.now());
  if (!leads_somewhere) return std::nullopt;
  return encoded(meant.path);
}

http::Response Application::refuse_method(tenants::Tenant& tenant, const http::Request& request,
                                          const http::MethodNotAllowed& refusal) const {
  const Tools tools = services_.tools();
  http::Response response = is_api(request) ? json_error(tools, refused(ErrorKind::malformed, "request.method"))
                                            : error_page(tools, tenant, request, 405, nullptr);
  response.status = 405;
  response.headers.set("Allow", allowed_methods(refusal));
  return response;
}

// Behind every route, so that nothing a commune names can stand in front of one.
std::optional<http::Response> Application::answer_own_address(tenants::Tenant& tenant,
                                                              const http::Request& request) const {
  if (is_api(request)) return std::nullopt;
  auto page = visit_own_address(services_.tools(), tenant, request, services_.clock.now());
  if (!page) return std::nullopt;
  if (!http::is_safe(request.method)) return refuse_method(tenant, request, {{http::Method::get, http::Method::head}});
  if (tenants::is_epci_space(tenant.insee())) return http::see_other("/admin/");
  return page;
}

// A form stands at the address it is sent to: too heavy or too slow, it can be taken up again there.
std::string Application::form_path(const http::Request& head) const {
  const bool has_page = std::holds_alternative<http::Match>(router_.match(http::Method::get, head.path));
  return has_page && !http::is_safe(head.method) ? encoded(head.path) : "";
}

http::Response Application::answer_in_commune(tenants::Tenant& tenant, const http::Request& request) {
  const Tools tools = services_.tools();
  const std::int64_t generation = services_.page_generation(tenant);
  const auto found = router_.match(request.method, request.path);
  http::Response response;
  Area area = is_api(request) ? Area::agent : Area::page;
  if (const auto* match = std::get_if<http::Match>(&found)) {
    const Route& route = routes()[match->index];
    area = route.area;
    const bool is_public = area == Area::page || area == Area::personal;
    response = is_public && tenants::is_epci_space(tenant.insee())
                   ? http::see_other("/admin/")  // the space of an intercommunality has no site of its own
                   : run_route(tenant, request, route, match->parameters);
  } else if (const auto* refusal = std::get_if<http::MethodNotAllowed>(&found)) {
    response = refuse_method(tenant, request, *refusal);
  } else if (auto own = answer_own_address(tenant, request)) {
    response = std::move(*own);
  } else if (const auto path = path_without_slash(tenant, request)) {
    response = http::see_other(*path);
    response.status = 308;
  } else {
    response = error_response(tools, tenant, request, area, refused(ErrorKind::not_found, "request.not_found"));
  }
  security::add_security_headers(response,
                                 page_kind(response.status == 200 || area != Area::page ? area : Area::personal),
                                 header_transport(services_, request.host));
  if (area == Area::page && response.status == 200)
    services_.audience.count(tenant.insee(), request, services_.clock.now());
  // Pages of this area are the same for every visitor, cookies or not: no handler of theirs looks at who asks.
  if (area == Area::page && request.query.empty() && http::is_safe(request.method)) {
    const auto page =
        services_.page_cache.store(tenant.insee(), generation, request.path, response, services_.clock.now());
    if (page) response = http::answer_with(*page, request);
  }
  response.headers.set("X-Request-Id", request.id);
  return response;
}

http::Response Application::run_route(tenants::Tenant& tenant, const http::Request& request, const Route& route,
                                      const http::PathParameters& parameters) {
  const Tools tools = services_.tools();
  Context context{tools, tenant, request, parameters, services_.clock.now(), std::nullopt, {}};
  const auto refuse = [&](const Error& error) { return error_response(tools, tenant, request, route.area, error); };
  if (const auto token = http::read_cookie(request, session_cookie(tools)); token && route.area == Area::agent) {
    context.signed_in = tenants::agent_of_session(tenant, *token, tools.session_policy(), context.now);
  }
  // Nobody unknown has a file of theirs read.
  if (route.access == Access::agent && (route.body == Body::upload || route.body == Body::media) && !context.signed_in)
    return refuse(refused(ErrorKind::unauthenticated, "session.required"));
  if (route.body == Body::notice) {  // its handler reads what it may contain; partners are not counted
    auto answer = route.handler(context);
    return answer ? std::move(*answer) : refuse(answer.error());
  }
  if (route.body != Body::none && route.body != Body::json) {
    security::AttemptThrottle& limiter = route.body == Body::typed ? services_.typing : services_.deluge;
    const auto allowed = limiter.begin({"form", tenant.insee(), "", request.remote_address});
    if (!allowed) return refuse(allowed.error());
    const auto& config = tools.config;
    const auto limit = route.body == Body::media ? config.media_limit_bytes : config.upload_limit_bytes;
    auto form = http::parse_form(request, {.file_bytes = static_cast<std::size_t>(limit)});
    if (!form) return refuse(form.error());
    context.form = std::move(*form);
  }
  if (!comes_from_own_page(context)) return refuse(refused(ErrorKind::forbidden, "request.foreign_page"));
  if (route.access == Access::agent && !context.signed_in)
    return refuse(refused(ErrorKind::unauthenticated, "session.required"));
  auto answer = route.handler(context);
  return answer ? std::move(*answer) : refuse(answer.error());
}

http::Response Application::refuse(const http::Request& head, int status) {
  const Tools tools = services_.tools();
  if (is_api(head)) {
    http::Response response = json_error(tools, refused(ErrorKind::malformed, "http." + std::to_string(status)));
    response.status = status;
    security::add_security_headers(response, security::PageKind::api, header_transport(services_, head.host));
    response.headers.set("X-Request-Id", head.id);
    return response;
  }
  const bool has_words = tools.catalogue.has("error." + std::to_string(status) + ".heading");
  const int worded = has_words ? status : status >= 500 ? 500 : 400;
  http::Response response = bare_error_page(tools, head, status, "error." + std::to_string(worded), form_path(head));
  security::add_security_headers(response, security::PageKind::personal, header_transport(services_, head.host));
  response.headers.set("X-Request-Id", head.id);
  return response;
}

}  // namespace clocher::api
