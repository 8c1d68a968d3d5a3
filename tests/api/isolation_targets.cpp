// Values for each parameter of the route table.
#include "tests/api/isolation_targets.hpp"

namespace clocher::test {
namespace {

// What may stand for each parameter of a pattern: ids of B, and slugs that exist in both.
std::vector<std::string> values_for(std::string_view parameter, std::string_view pattern, const Planted& b) {
  if (parameter == "id" && pattern.find("/contents/") != std::string_view::npos)
    return {std::to_string(b.content.value)};
  if (parameter == "id" && pattern.find("/directory/") != std::string_view::npos)
    return {std::to_string(b.directory_entry.value)};
  if (parameter == "id" && pattern.find("/directory-imports/") != std::string_view::npos)
    return {std::to_string(b.directory_import)};
  if (parameter == "id" && pattern.find("/outbox/") != std::string_view::npos) return {std::to_string(b.outbox)};
  if (parameter == "id" && pattern.find("/dossiers/") != std::string_view::npos)
    return {std::to_string(b.dossier.value)};
  if (parameter == "id" && pattern.find("/feedback/") != std::string_view::npos) return {std::to_string(b.feedback)};
  if (parameter == "id" && pattern.find("/fiches/") != std::string_view::npos) return {"F100"};
  if (parameter == "id" && pattern.find("/sections/") != std::string_view::npos) return {std::to_string(b.section)};
  if (parameter == "section") return {"la-mairie", "canari-zq7"};
  if (parameter == "audience") return {"professionnels"};
  if (parameter == "id" && pattern.find("/media/") != std::string_view::npos) return {std::to_string(b.media.id.value)};
  if (parameter == "media_id") return {std::to_string(b.media.id.value)};
  if (parameter == "variant") return {"800.jpg", b.image_name};
  if (parameter == "name") return {"canari-zq7.pdf"};
  if (parameter == "siren") return {"200072692"};
  if (parameter == "id" && pattern.find("/sharing/") != std::string_view::npos) return {std::to_string(b.content.value)};
  if (const auto id = money_id_for(parameter, pattern, b.money)) return {*id};
  if (const auto id = desk_id_for(parameter, pattern, b.desk)) return {*id};
  if (const auto id = work_id_for(parameter, pattern, b.work)) return {*id};
  if (parameter == "key") return {b.feedback_key};
  if (parameter == "file_id") return {std::to_string(b.attachment)};
  if (parameter == "day") return {"2026-11-12"};
  if (parameter == "month") return {"2026-12"};
  if (parameter == "slug" && pattern.find("agenda") != std::string_view::npos) return {"canari-zq7"};
  if (parameter == "color") return {"84500f.css"};
  if (parameter == "slug" && pattern.find("/actes/") != std::string_view::npos) return {"autre-2026-11-12"};
  if (parameter == "id" && pattern.find("/made-documents/") != std::string_view::npos)
    return {std::to_string(b.document.value)};
  if (parameter == "id" && pattern.find("/acts/") != std::string_view::npos) return {std::to_string(b.act.value)};
  if (parameter == "slug" && pattern.find("actualites") != std::string_view::npos) return {"canari-zq7"};
  if (parameter == "id" && pattern.find("/webhooks") != std::string_view::npos) return {"1"};
  if (parameter == "kind") return {"associations", "mail", "webhook", "document", "scan"};
  if (parameter == "slug" && pattern.find("annuaire") != std::string_view::npos) return {"canari-zq7"};
  if (parameter == "slug" && pattern.find("demarches") != std::string_view::npos) return {civil_slug};
  if (parameter == "slug" && pattern.find("procedures") != std::string_view::npos) return {civil_slug};
  if (parameter == "slug") return {"conseil-municipal"};
  if (parameter == "number") return {"1"};
  if (parameter == "question") return {"mayor"};
  if (parameter == "icon") return {"32-0000000000000000.png"};  // each commune looks among its own: tests/api/look_test.cpp
  if (parameter == "step") return {"acte", "personne"};
  if (parameter == "rest...") return {"x"};
  return {};
}

}  // namespace

std::vector<std::string> targets_of(std::string_view pattern, const Planted& b) {
  std::vector<std::string> targets = {std::string(pattern)};
  for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
    const std::string_view whole = pattern.substr(at, pattern.find('}', at) - at + 1);
    const auto values = values_for(whole.substr(1, whole.size() - 2), pattern, b);
    INFO("isolation knows no value for " << whole << " of " << pattern);
    REQUIRE_FALSE(values.empty());
    std::vector<std::string> next;
    for (const std::string& target : targets) {
      for (const std::string& value : values) {
        std::string filled = target;
        next.push_back(filled.replace(filled.find(whole), whole.size(), value));
      }
    }
    targets = std::move(next);
  }
  return targets;
}

std::string body_for(std::string_view pattern) {
  if (pattern.ends_with("/messages")) return R"({"body":"x"})";
  if (pattern.ends_with("/transitions")) return R"({"to":"accepted"})";
  if (pattern == "/api/v1/media/{id}")
    return R"({"alt":"x","is_decorative":false,"caption":"","credit":"","focal_x":0,"focal_y":0,"base_version":1})";
  if (pattern.ends_with("/place")) return R"({"section":"la-mairie","place":1})";
  if (pattern.ends_with("/sections/{id}")) return R"({"title":"x"})";
  if (pattern.ends_with("/publish")) return R"({"revision":1})";
  if (pattern.ends_with("{number}/restore")) return R"({"base_revision":1})";
  if (pattern.ends_with("/contents/{id}"))
    return R"({"title":"x","summary":"","body_markdown":"","expires_at":null,"base_revision":1})";
  if (pattern.ends_with("/directory/{id}"))
    return R"({"name":"x","category":"","description":"","address":"","postcode":"","city":"","latitude":null,)"
           R"("longitude":null,"phone":"","phone_2":"","email":"","website":"","hours":null,"image_id":null,)"
           R"("image_alt":"","details":{},"pivots":[],"is_visible":true,"contact_consent":false,"base_version":1})";
  return "{}";
}

}  // namespace clocher::test
