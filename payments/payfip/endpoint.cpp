// Sends a question, reads the answer whatever its status, and tells the breaker.
#include "payments/payfip/endpoint.hpp"

#include "payments/payfip/codes.hpp"
#include "payments/payfip/soap.hpp"

#include <stdexcept>

namespace clocher::payments::payfip {
namespace {

constexpr std::string_view service_end = "/services/securite";

std::string service_of(std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://"))
    throw std::invalid_argument("payfip: not an address: " + std::string(address));
  return std::string(address.substr(0, address.find('?')));
}

// The page lies beside the service: /tpa/services/securite, /tpa/paiementws.web.
std::string page_beside(std::string_view service) {
  if (service.ends_with(service_end)) {
    const std::string_view page_name = page_path.substr(page_path.rfind('/'));
    return std::string(service.substr(0, service.size() - service_end.size())).append(page_name);
  }
  const std::size_t host = service.find("://") + 3;
  return std::string(service.substr(0, service.find('/', host))).append(page_path);
}

// "http.timed_out" of the HTTP client is our "timed_out".
std::string_view without_area(std::string_view key) { return key.substr(key.find('.') + 1); }

Health health_of(const GatewayFault& fault) {
  if (fault.code == "unreachable") return Health::unreachable;
  return fault.kind == FaultKind::transient && fault.code != "P5" ? Health::failed : Health::answered;
}

}  // namespace

Endpoint::Endpoint(std::string_view address, const Clock& clock, EndpointOptions options)
    : clock_(clock),
      options_(options),
      service_(service_of(address)),
      page_(page_beside(service_)),
      breaker_(clock, options.breaker) {}

Reply<Endpoint::Answered> Endpoint::call(Operation operation, const Fields& fields) {
  if (!breaker_.allows()) return Refusal(fault_on_the_way("circuit_open"));
  auto answered = exchange(operation, fields);
  breaker_.report(answered ? Health::answered : health_of(answered.error()));
  return answered;
}

Reply<Endpoint::Answered> Endpoint::exchange(Operation operation, const Fields& fields) const {
  const outbound::HttpCall call{.url = service_,
                                .headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"SOAPAction", "\"\""}},
                                .body = write_question(operation, fields)};
  auto http = outbound::http_post(call, options_.http);
  if (!http) {
    const auto reason = http.error().arguments.find("reason");
    return Refusal(fault_on_the_way(without_area(http.error().key), reason == http.error().arguments.end() ? "" : reason->second));
  }
  Evidence evidence = make_evidence(std::move(http->body), clock_.now());
  auto answer = read_answer(operation, evidence.raw);
  // SOAP 1.1 sends faults with status 500; a proxy's page comes with any.
  const bool is_http_error = http->status < 200 || http->status > 299;
  if (!answer && is_http_error)
    return Refusal(fault_on_the_way("http_" + std::to_string(http->status), {}, std::move(evidence)));
  if (!answer) return Refusal(fault_on_the_way("unreadable", answer.error().key, std::move(evidence)));
  if (const auto* fault = std::get_if<Fault>(&*answer))
    return Refusal(fault_of(fault->type, fault->code, fault->said, std::move(evidence)));
  return Answered{std::get<Fields>(std::move(*answer)), std::move(evidence)};
}

std::string Endpoint::page_of(std::string_view operation_id) const { return page_ + "?idop=" + std::string(operation_id); }

}  // namespace clocher::payments::payfip
