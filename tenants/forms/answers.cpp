// Files inside answers.
#include "tenants/forms/answers.hpp"

namespace clocher::forms {
namespace {

void append_files(std::vector<FileAnswer>& files, const json::Value& answer) {
  if (!answer.is_array()) return;
  for (const json::Value& item : answer.get_array()) {
    const json::Object* object = item.if_object();
    const auto id = object == nullptr ? std::nullopt : json::find_integer(*object, "id");
    if (!id) continue;  // a text ticked in a `choices` field
    files.push_back({*id, json::string_or(*object, "name"), json::find_integer(*object, "size_bytes").value_or(0),
                     json::string_or(*object, "content_type"), json::is_true(*object, "deleted")});
  }
}

}  // namespace

std::vector<FileAnswer> files_of(const Answers& answers, std::string_view field) {
  std::vector<FileAnswer> files;
  if (const json::Value* answer = answers.if_contains(field)) append_files(files, *answer);
  return files;
}

std::vector<FileAnswer> files_of(const Answers& answers) {
  std::vector<FileAnswer> files;
  for (const auto& [field, answer] : answers) append_files(files, answer);
  return files;
}

void mark_deleted(Answers& answers, std::int64_t id) {
  for (auto& [field, answer] : answers) {
    if (!answer.is_array()) continue;
    for (json::Value& item : answer.get_array()) {
      json::Object* object = item.if_object();
      if (object != nullptr && json::find_integer(*object, "id") == id) (*object)["deleted"] = true;
    }
  }
}

void add_file(Answers& answers, std::string_view field, const FileAnswer& file) {
  json::Value& answer = answers[field];
  if (!answer.is_array()) answer = json::Array();
  answer.get_array().push_back(json::Object{
      {"id", file.id}, {"name", file.name}, {"size_bytes", file.size_bytes}, {"content_type", file.content_type}});
}

}  // namespace clocher::forms
