// Walks the arrays called "files".
#include "api/agent/file_checks.hpp"

namespace clocher::api::agent {
namespace {

void mark(json::Value& value, const dossiers::CaseFile& file, dossiers::Antivirus antivirus);

void mark_files(json::Array& files, const dossiers::CaseFile& file, dossiers::Antivirus antivirus) {
  for (json::Value& each : files) {
    json::Object& link = each.as_object();
    const auto found = file.file_states.find(json::find_integer(link, "id").value_or(0));
    const auto state = found == file.file_states.end() ? dossiers::FileState::waiting : found->second;
    link["check"] = std::string(to_string(dossiers::seen_as(state, antivirus)));
  }
}

void mark(json::Value& value, const dossiers::CaseFile& file, dossiers::Antivirus antivirus) {
  if (auto* list = value.if_array()) {
    for (json::Value& each : *list) mark(each, file, antivirus);
  } else if (auto* object = value.if_object()) {
    for (auto& member : *object) {
      if (member.key() == "files" && member.value().is_array())
        mark_files(member.value().as_array(), file, antivirus);
      else
        mark(member.value(), file, antivirus);
    }
  }
}

}  // namespace

json::Object with_file_checks(json::Object body, const dossiers::CaseFile& file, dossiers::Antivirus antivirus) {
  for (const char* part : {"answers", "messages"}) {
    if (json::Value* value = body.if_contains(part)) mark(*value, file, antivirus);
  }
  return body;
}

}  // namespace clocher::api::agent
