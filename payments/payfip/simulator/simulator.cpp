// Routes of the simulator: the web service and its time.
#include "payments/payfip/simulator/simulator.hpp"

#include "core/base/text.hpp"
#include "core/http/assets.hpp"
#include "core/http/form.hpp"
#include "payments/payfip/contract.hpp"
#include "payments/payfip/simulator/operations.hpp"
#include "payments/payfip/simulator/soap_server.hpp"

#include <algorithm>
#include <chrono>

namespace clocher::payments::payfip::simulator {
namespace {

constexpr std::string_view stylesheet_path = "/tpa/simulateur.css";
constexpr std::string_view soap_type = "text/xml;charset=utf-8";

std::optional<std::string_view> read_view(std::string_view name) {
  const http::Asset* asset = http::find_asset("simulator/pages/" + std::string(name));
  return asset == nullptr ? std::nullopt : std::optional(asset->bytes);
}

http::Response soap_response(int status, std::string body) {
  http::Response response;
  response.status = status;
  response.headers.set("Content-Type", std::string(soap_type));
  response.body = std::move(body);
  return response;
}

bool is_xml_type(std::string_view content_type) {
  return http::equals_ignoring_case(trim(content_type.substr(0, content_type.find(';'))), "text/xml");
}

// Where this client reached us: what its WSDL must say. The guard has found Host to be one line; what is odd is left out.
std::string address_of(const http::Request& request) {
  const std::string_view host = request.headers.get("Host");
  const bool is_plain = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == ':' || c == '-' || c == '[' || c == ']';
  });
  return "http://" + (is_plain ? std::string(host) : "127.0.0.1") + std::string(service_path);
}

std::string invalid_utf8_in(std::string body) {
  const std::size_t end = body.find("</S:Body>");
  return body.insert(end == std::string::npos ? body.size() : end, "<x>\xE9\x28</x>");
}

std::string_view fault_type_of(Disorder disorder) {
  switch (disorder) {
    case Disorder::tech_unavailable: return "TechIndisponibiliteErreur";
    case Disorder::tech_failure: return "TechDysfonctionnementErreur";
    case Disorder::tech_protocol: return "TechProtocolaireErreur";
    case Disorder::code: return "FonctionnelleErreur";
    default: return {};
  }
}

http::Response written(const Call& call, const Answer& answer) {
  if (const auto* refusal = std::get_if<Refusal>(&answer))
    return soap_response(500, write_fault("FonctionnelleErreur", refusal->code, text_of(refusal->code)));
  return soap_response(200, write_answer(call.operation, std::get<Fields>(answer)));
}

}  // namespace

void SimulatedClock::advance(std::int64_t seconds) {
  if (stopped_at_) *stopped_at_ = *stopped_at_ + seconds;
  else offset_ += seconds;
}

void SimulatedClock::release() {
  stopped_at_.reset();
  offset_ = 0;
}

Simulator::Simulator(const Clock& real) : clock_(real), views_(read_view) {}

http::Response Simulator::handle(const http::Request& request) {
  {
    const std::lock_guard lock(mutex_);
    book_.purge_at_night(clock_.now());
  }
  if (request.path == service_path) return soap(request);
  if (request.path == page_path) return request.method == http::Method::post ? choose(request) : page(request);
  if (request.path.starts_with("/__sim/")) return control(request);
  if (request.path == stylesheet_path) {
    http::Response css = http::plain_text(200, std::string(*read_view("style.css")));
    css.headers.set("Content-Type", "text/css; charset=utf-8");
    return css;
  }
  if (request.path == "/") {
    const json::Object data{{"title", "Simulateur de PayFiP"}, {"address", address_of(request) + "?wsdl"}};
    return http::html(200, views_.render_page("layout.html", "home.html", data));
  }
  return http::plain_text(404, "Rien ici.\n");
}

// A GET is always answered by the contract, with or without "?wsdl": whatever address a client was given, it finds it.
http::Response Simulator::soap(const http::Request& request) {
  if (request.method == http::Method::post) return answer_call(request);
  if (request.method != http::Method::get && request.method != http::Method::head) return http::plain_text(405, "POST\n");
  for (const char* number : {"1", "2", "3"}) {
    if (request.query.find("xsd=" + std::string(number)) != std::string::npos)
      return contract(request, "schema" + std::string(number) + ".xsd");
  }
  return contract(request, "service.wsdl");
}

http::Response Simulator::contract(const http::Request& request, std::string_view which) const {
  constexpr std::string_view place = "{{address}}";
  std::string text(http::find_asset("simulator/contract/" + std::string(which))->bytes);
  const std::string address = address_of(request);
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at)) text.replace(at, place.size(), address);
  return soap_response(200, std::move(text));
}

http::Response Simulator::answer_call(const http::Request& request) {
  if (!is_xml_type(request.headers.get("Content-Type"))) return http::plain_text(415, "Unsupported Media Type\n");
  const auto read = read_call(request.body);
  const auto* call = std::get_if<Call>(&read);
  std::unique_lock lock(mutex_);
  const Disorder disorder = next_disorder(behaviour_, call != nullptr ? std::optional(call->operation) : std::nullopt);
  if (disorder == Disorder::http_502) return http::html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
  if (const auto type = fault_type_of(disorder); !type.empty()) {
    const std::string code = disorder == Disorder::code ? behaviour_.code : "";
    return soap_response(500, write_fault(type, code, code.empty() ? "Service en anomalie." : text_of(code)));
  }
  if (call == nullptr) return soap_response(500, write_unreadable(std::get<Unreadable>(read)));
  const Instant now = clock_.now();
  http::Response response = [&] {
    switch (call->operation) {
      case Operation::create: return written(*call, create_payment(call->fields, clients_, book_, now));
      case Operation::detail: return written(*call, payment_detail(call->fields, behaviour_, book_, now));
      default: return written(*call, client_detail(call->fields, clients_));
    }
  }();
  if (disorder == Disorder::truncated) response.body.resize(response.body.size() * 2 / 3);
  if (disorder == Disorder::invalid_utf8) response.body = invalid_utf8_in(std::move(response.body));
  if (disorder == Disorder::timeout) {
    const auto limit = std::chrono::seconds(behaviour_.timeout_seconds);
    stopping_.wait_for(lock, limit, [this] { return is_stopping_; });
  }
  return response;
}

void Simulator::deliver_due() {
  std::vector<Notification> due;
  {
    const std::lock_guard lock(mutex_);
    due = notifier_.take_due(clock_.now());
  }
  for (Notification& notification : due) {
    Delivery delivery = deliver(std::move(notification));
    const std::lock_guard lock(mutex_);
    notifier_.record(std::move(delivery));
  }
}

void Simulator::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  stopping_.notify_all();
}

void Simulator::add_client(const std::string& number, Client client) {
  const std::lock_guard lock(mutex_);
  clients_[number] = std::move(client);
}

}  // namespace clocher::payments::payfip::simulator
