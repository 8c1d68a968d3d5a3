// Writes with string pieces, reads with the namespaces resolved.
#include "payments/payfip/soap.hpp"

#include "core/base/text.hpp"
#include "core/xml/namespaces.hpp"

#include <array>

namespace clocher::payments::payfip {
namespace {

constexpr xml::Limits limits{.size_bytes = 64 * 1024, .depth = 12, .nodes = 400};
constexpr std::size_t most_said_bytes = 500;

const xml::Node* find(const xml::Node* node, std::string_view uri, std::string_view local) {
  return node == nullptr ? nullptr : node->find(xml::qualified(uri, local));
}

std::string text_in(const xml::Node& node, std::string_view name) {
  const xml::Node* child = node.find(name);
  return child == nullptr ? "" : std::string(trim(xml::text_of(*child)));
}

// Cut between characters: it is kept and shown.
std::string shortened(std::string text) {
  if (text.size() <= most_said_bytes) return text;
  text.resize(most_said_bytes);
  while (!is_valid_utf8(text)) text.pop_back();
  return text;
}

Fault fault_in(const xml::Node& fault) {
  Fault read;
  if (const xml::Node* detail = fault.find("detail")) {
    for (const xml::Node& child : detail->children) {
      if (!child.name.starts_with(xml::qualified(service_namespace, ""))) continue;
      read.type = xml::local_name(child.name);
      read.code = text_in(child, "code");
      for (const char* name : {"descriptif", "libelle", "message"}) {
        if (read.said.empty()) read.said = text_in(child, name);
      }
      break;
    }
  }
  if (read.said.empty()) read.said = text_in(fault, "faultstring");
  read.said = shortened(one_line(read.said));
  read.code = shortened(one_line(read.code));
  return read;
}

Fields fields_in(const xml::Node& result) {
  Fields fields;
  for (const xml::Node& child : result.children) {
    if (!child.is_text()) fields.emplace_back(child.name, std::string(trim(xml::text_of(child))));
  }
  return fields;
}

}  // namespace

std::string write_question(Operation operation, const Fields& fields) {
  const std::string element = "pai:" + std::string(name_of(operation));
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"";
  text += soap_namespace;
  text += "\" xmlns:pai=\"";
  text += service_namespace;
  text += "\">\n<soapenv:Body>\n<" + element + ">\n<arg0>\n";
  for (const auto& [name, value] : fields) text += "<" + name + ">" + xml::escape(value) + "</" + name + ">\n";
  return text + "</arg0>\n</" + element + ">\n</soapenv:Body>\n</soapenv:Envelope>\n";
}

Result<Answer> read_answer(Operation operation, std::string_view body) {
  const auto envelope = xml::parse_qualified(body, limits);
  if (!envelope) return fail(envelope.error());
  const auto unexpected = [](const char* reason) {
    return fail(ErrorKind::malformed, "soap.unexpected", {{"reason", reason}});
  };
  if (envelope->name != xml::qualified(soap_namespace, "Envelope")) return unexpected("no SOAP 1.1 envelope");
  const xml::Node* content = find(&*envelope, soap_namespace, "Body");
  if (const xml::Node* fault = find(content, soap_namespace, "Fault")) return Answer(fault_in(*fault));
  const xml::Node* answer = find(content, service_namespace, std::string(name_of(operation)) + "Response");
  if (answer == nullptr) return unexpected("no answer to this operation");
  const xml::Node* result = answer->find("return");
  return Answer(result == nullptr ? Fields{} : fields_in(*result));
}

}  // namespace clocher::payments::payfip
