// Means and members of a régie to JSON and back.
#include "payments/regie_json.hpp"

#include "core/json/json.hpp"

#include <stdexcept>

namespace clocher::payments {

std::string means_json(const std::vector<Means>& means) {
  json::Array list;
  for (const Means each : means) list.push_back(json::Value(to_string(each)));
  return json::serialize(list);
}

std::string members_json(const std::vector<RegieMember>& members) {
  json::Array list;
  for (const RegieMember& each : members) {
    list.push_back(json::Object{{"role", to_string(each.role)},
                                {"name", each.name},
                                {"email", each.email},
                                {"act", each.act},
                                {"since", each.since}});
  }
  return json::serialize(list);
}

std::vector<Means> means_of(std::string_view text) {
  std::vector<Means> means;
  const json::Value document = json::parse_trusted(text);
  for (const json::Value& each : document.as_array()) {
    const auto known = parse_means(std::string_view(each.as_string()));
    if (!known) throw std::runtime_error("regie: unknown means");
    means.push_back(*known);
  }
  return means;
}

std::vector<RegieMember> members_of(std::string_view text) {
  std::vector<RegieMember> members;
  const json::Value document = json::parse_trusted(text);
  for (const json::Value& value : document.as_array()) {
    const json::Object& each = value.as_object();
    const auto role = parse_member_role(json::string_or(each, "role"));
    if (!role) throw std::runtime_error("regie: unknown role");
    members.push_back({*role, json::string_or(each, "name"), json::string_or(each, "email"), json::string_or(each, "act"),
                       json::string_or(each, "since")});
  }
  return members;
}

}  // namespace clocher::payments
