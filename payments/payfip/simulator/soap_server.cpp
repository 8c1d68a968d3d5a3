// Reads with the namespaces resolved; writes with the prefixes that JAX-WS uses.
#include "payments/payfip/simulator/soap_server.hpp"

#include "core/base/text.hpp"
#include "core/xml/namespaces.hpp"

#include <array>

namespace clocher::payments::payfip::simulator {
namespace {

constexpr xml::Limits limits{.size_bytes = 64 * 1024, .depth = 32, .nodes = 2'000};
constexpr std::array operations = {Operation::create, Operation::detail, Operation::client};
constexpr int severity = 2;

std::string enveloped(const std::string& body) {
  return "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"" + std::string(soap_namespace) + "\"><S:Body>" + body +
         "</S:Body></S:Envelope>";
}

std::string fault(std::string_view code, std::string_view text, const std::string& detail) {
  return enveloped("<S:Fault><faultcode>" + xml::escape(code) + "</faultcode><faultstring>" + xml::escape(text) +
                   "</faultstring>" + detail + "</S:Fault>");
}

const xml::Node* first_element(const xml::Node& node) {
  for (const xml::Node& child : node.children) {
    if (!child.is_text()) return &child;
  }
  return nullptr;
}

Fields fields_of_call(const xml::Node& operation) {
  Fields fields;
  const xml::Node* argument = operation.find("arg0");
  if (argument == nullptr) return fields;
  for (const xml::Node& child : argument->children) {
    if (!child.is_text() && child.name.front() != '{') fields.emplace_back(child.name, xml::text_of(child));
  }
  return fields;
}

std::string elements(const Fields& fields) {
  std::string text;
  for (const auto& [name, value] : fields) text += "<" + name + ">" + xml::escape(value) + "</" + name + ">";
  return text;
}

}  // namespace

std::variant<Call, Unreadable> read_call(std::string_view body) {
  const auto envelope = xml::parse_qualified(body, limits);
  if (!envelope)
    return Unreadable{"S:Client", "Couldn't create SOAP message due to exception: XML reader error (" + envelope.error().key + ")"};
  if (envelope->name != xml::qualified(soap_namespace, "Envelope"))
    return Unreadable{"S:VersionMismatch", "Couldn't create SOAP message. Expecting Envelope in namespace " + std::string(soap_namespace)};
  const xml::Node* content = envelope->find(xml::qualified(soap_namespace, "Body"));
  const xml::Node* called = content == nullptr ? nullptr : first_element(*content);
  for (const Operation operation : operations) {
    if (called != nullptr && called->name == xml::qualified(service_namespace, name_of(operation)))
      return Call{operation, fields_of_call(*called)};
  }
  return Unreadable{"S:Client", "Cannot find dispatch method for " + (called == nullptr ? "{}" : called->name)};
}

std::string write_answer(Operation operation, const Fields& fields) {
  const std::string element = "ns2:" + std::string(name_of(operation)) + "Response";
  return enveloped("<" + element + " xmlns:ns2=\"" + std::string(service_namespace) + "\"><return>" + elements(fields) +
                   "</return></" + element + ">");
}

std::string write_unreadable(const Unreadable& problem) { return fault(problem.fault_code, problem.text, {}); }

std::string write_fault(std::string_view type, std::string_view code, std::string_view text) {
  const std::string element = "ns2:" + std::string(type);
  Fields fields;
  if (!code.empty()) fields.emplace_back("code", code);
  fields.insert(fields.end(), {{"descriptif", std::string(text)}, {"libelle", std::string(text)}, {"severite", std::to_string(severity)}});
  return fault("S:Server", "fr.gouv.finances.cp.tpa.webservice.exceptions." + std::string(type),
               "<detail><" + element + " xmlns:ns2=\"" + std::string(service_namespace) + "\">" + elements(fields) + "</" +
                   element + "></detail>");
}

}  // namespace clocher::payments::payfip::simulator
