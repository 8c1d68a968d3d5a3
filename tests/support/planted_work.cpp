// Plants an opinion, a note, a model, a view, a deed on many cases and an export.
#include "tests/support/planted_work.hpp"

#include "tenants/dossiers/answer_model.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/dossiers/saved_view.hpp"
#include "tenants/dossiers/work.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"

namespace clocher::test {

PlantedWork plant_work(tenants::Tenant& tenant, const tenants::Texts& texts, Id<dossiers::Dossier> dossier,
                       const std::string& marker, Instant now) {
  PlantedWork work;
  const auto opinion =
      dossiers::ask_opinion(tenant, texts, claire, dossier, {marker, "canari-zq7@exemple.fr", marker}, now);
  REQUIRE(opinion);
  REQUIRE(dossiers::add_note(tenant, claire, dossier, marker, now));
  work.opinion = opinion->id.value;
  work.model = dossiers::create_answer_model(tenant, claire, {marker, marker, ""}, now)->id.value;
  work.view = dossiers::save_view(tenant, claire, marker, marker, now)->id.value;
  work.bulk = dossiers::start_bulk(tenant, claire, {"label", marker}, {dossier.value}, now)->id.value;
  work.made = dossiers::request_export(tenant, claire, "csv", {}, now)->id.value;
  dossiers::make_exports(tenant, texts, now);
  return work;
}

std::optional<std::string> work_id_for(std::string_view parameter, std::string_view pattern, const PlantedWork& work) {
  const auto is_about = [&](std::string_view noun) { return pattern.find(noun) != std::string_view::npos; };
  if (parameter == "opinion_id") return std::to_string(work.opinion);
  if (parameter != "id") return std::nullopt;
  if (is_about("/answer-models/")) return std::to_string(work.model);
  if (is_about("/saved-views/")) return std::to_string(work.view);
  if (is_about("/case-bulk/")) return std::to_string(work.bulk);
  if (is_about("/case-exports/")) return std::to_string(work.made);
  return std::nullopt;
}

}  // namespace clocher::test
