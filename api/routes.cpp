// The one table of routes.
#include "api/routes.hpp"

#include "api/agent/handlers.hpp"
#include "api/resident/handlers.hpp"

#include <array>

namespace clocher::api {
namespace {

using enum http::Method;
using resident::static_file;

constexpr auto page = Area::page;
constexpr auto personal = Area::personal;
constexpr auto anyone = Access::anyone;

constexpr std::array table = {
    // --- Residents: what everybody reads
    Route{get, "/", page, anyone, Body::none, resident::home},
    Route{get, "/la-mairie", page, anyone, Body::none, resident::town_hall_section},
    Route{get, "/la-mairie/{slug}", page, anyone, Body::none, resident::town_hall_page},
    Route{get, "/vivre-ici", page, anyone, Body::none, resident::living_section},
    Route{get, "/vivre-ici/{slug}", page, anyone, Body::none, resident::living_page},
    Route{get, "/actualites", page, anyone, Body::none, resident::news_list},
    Route{get, "/actualites/{slug}", page, anyone, Body::none, resident::news_item},
    Route{get, "/annuaire", page, anyone, Body::none, resident::directory_index},
    Route{get, "/annuaire/{kind}", page, anyone, Body::none, resident::directory_list},
    Route{get, "/annuaire/{kind}/{slug}", page, anyone, Body::none, resident::directory_entry},
    Route{get, "/annuaire/{kind}/{slug}/contact.vcf", Area::file, anyone, Body::none, resident::directory_vcard},
    Route{get, "/annuaire/elus.csv", Area::file, anyone, Body::none, resident::directory_csv},
    Route{get, "/annuaire/services.csv", Area::file, anyone, Body::none, resident::directory_csv},
    Route{get, "/annuaire/associations.csv", Area::file, anyone, Body::none, resident::directory_csv},
    Route{get, "/annuaire/commerces.csv", Area::file, anyone, Body::none, resident::directory_csv},
    Route{get, "/annuaire/sante.csv", Area::file, anyone, Body::none, resident::directory_csv},
    Route{get, "/annuaire/lieux.csv", Area::file, anyone, Body::none, resident::directory_csv},
    Route{get, "/actes", page, anyone, Body::none, resident::act_list},
    Route{get, "/actes/seances", page, anyone, Body::none, resident::meeting_list},
    Route{get, "/actes/seances/{day}", page, anyone, Body::none, resident::meeting_page},
    Route{get, "/actes/deliberations.csv", Area::file, anyone, Body::none, resident::deliberations_table},
    Route{get, "/actes/flux.xml", Area::file, anyone, Body::none, resident::act_feed},
    Route{get, "/actes/{slug}", page, anyone, Body::none, resident::act_page},
    Route{get, "/actes/{slug}/acte.pdf", Area::file, anyone, Body::none, resident::act_file},
    Route{get, "/demarches", page, anyone, Body::none, resident::procedure_list},
    Route{get, "/fiches", page, anyone, Body::none, resident::sheet_themes},
    Route{get, "/fiches/{id}", page, anyone, Body::none, resident::sheet_or_themes},
    Route{get, "/fiches/{audience}/{id}", page, anyone, Body::none, resident::sheet_of_audience},
    Route{get, "/mentions-legales", page, anyone, Body::none, resident::legal_notice},
    Route{get, "/accessibilite", page, anyone, Body::none, resident::accessibility},
    Route{get, "/donnees-personnelles", page, anyone, Body::none, resident::personal_data},
    Route{get, "/plan-du-site", page, anyone, Body::none, resident::site_map},
    Route{get, "/sitemap.xml", Area::file, anyone, Body::none, resident::sitemap_xml},
    Route{get, "/robots.txt", Area::file, anyone, Body::none, resident::robots_txt},
    Route{get, "/.well-known/security.txt", Area::file, anyone, Body::none, resident::security_txt},
    Route{post, "/avis", personal, anyone, Body::form, resident::give_feedback},
    Route{get, "/avis/{key}", personal, anyone, Body::none, resident::show_feedback},
    Route{post, "/avis/{key}", personal, anyone, Body::form, resident::explain_feedback},
    Route{get, "/images/{media_id}/{variant}", Area::file, anyone, Body::none, resident::show_image},
    Route{get, "/documents/{media_id}/{name}", Area::file, anyone, Body::none, resident::show_document},
    Route{get, "/static/{rest...}", Area::file, anyone, Body::none, static_file},

    // --- Residents: a request, from its first page to its answer
    Route{get, "/demarches/{slug}", personal, anyone, Body::none, resident::procedure_page},
    Route{post, "/demarches/{slug}/abandon", personal, anyone, Body::form, resident::discard_draft},
    Route{get, "/demarches/{slug}/etapes/{step}", personal, anyone, Body::none, resident::show_step},
    Route{post, "/demarches/{slug}/etapes/{step}", personal, anyone, Body::upload, resident::save_step},
    Route{get, "/demarches/{slug}/verification", personal, anyone, Body::none, resident::review},
    Route{post, "/demarches/{slug}/verification", personal, anyone, Body::form, resident::send},
    Route{get, "/demarches/{slug}/confirmation", personal, anyone, Body::none, resident::confirmation},
    Route{get, "/suivi", personal, anyone, Body::none, resident::tracking_form},
    Route{post, "/suivi", personal, anyone, Body::form, resident::open_tracking},
    Route{get, "/suivi/demande", personal, anyone, Body::none, resident::tracked_case},
    Route{post, "/suivi/demande/message", personal, anyone, Body::upload, resident::answer_town_hall},
    Route{post, "/suivi/demande/retrait", personal, anyone, Body::form, resident::withdraw_request},
    Route{get, "/suivi/demande/fichiers/{file_id}", personal, anyone, Body::none, resident::tracked_file},
    Route{post, "/suivi/quitter", personal, anyone, Body::form, resident::leave_tracking},

    // --- The agents' application
    Route{get, "/admin", Area::admin, anyone, Body::none, resident::admin_application},
    Route{get, "/admin/", Area::admin, anyone, Body::none, resident::admin_application},
    Route{get, "/admin/{rest...}", Area::admin, anyone, Body::none, resident::admin_application},

    // --- Agents: api/openapi.json describes these, and a test holds both together
    Route{get, "/api/v1/openapi.json", Area::agent, anyone, Body::none, agent::read_description},
    Route{post, "/api/v1/session", Area::agent, anyone, Body::json, agent::login},
    Route{get, "/api/v1/session", Area::agent, Access::agent, Body::none, agent::read_session},
    Route{delete_, "/api/v1/session", Area::agent, anyone, Body::none, agent::logout},
    Route{get, "/api/v1/dossiers", Area::agent, Access::agent, Body::none, agent::list_dossiers},
    Route{get, "/api/v1/dossiers/{id}", Area::agent, Access::agent, Body::none, agent::read_dossier},
    Route{post, "/api/v1/dossiers/{id}/read", Area::agent, Access::agent, Body::none, agent::mark_read},
    Route{post, "/api/v1/dossiers/{id}/messages", Area::agent, Access::agent, Body::json, agent::send_message},
    Route{post, "/api/v1/dossiers/{id}/transitions", Area::agent, Access::agent, Body::json, agent::change_state},
    Route{get, "/api/v1/dossiers/{id}/files/{file_id}", Area::agent, Access::agent, Body::none, agent::download_file},
    Route{get, "/api/v1/contents", Area::agent, Access::agent, Body::none, agent::list_contents},
    Route{post, "/api/v1/contents", Area::agent, Access::agent, Body::json, agent::create_content},
    Route{post, "/api/v1/contents/checks", Area::agent, Access::agent, Body::json, agent::check_content},
    Route{post, "/api/v1/contents/preview", Area::agent, Access::agent, Body::json, agent::preview_content},
    Route{get, "/api/v1/contents/{id}", Area::agent, Access::agent, Body::none, agent::read_content},
    Route{put, "/api/v1/contents/{id}", Area::agent, Access::agent, Body::json, agent::save_content},
    Route{delete_, "/api/v1/contents/{id}", Area::agent, Access::agent, Body::none, agent::delete_content},
    Route{post, "/api/v1/contents/{id}/publish", Area::agent, Access::agent, Body::json, agent::publish_content},
    Route{post, "/api/v1/contents/{id}/unpublish", Area::agent, Access::agent, Body::none, agent::unpublish_content},
    Route{get, "/api/v1/directory", Area::agent, Access::agent, Body::none, agent::list_directory},
    Route{post, "/api/v1/directory", Area::agent, Access::agent, Body::json, agent::create_directory_entry},
    Route{get, "/api/v1/directory/kinds", Area::agent, Access::agent, Body::none, agent::list_directory_kinds},
    Route{post, "/api/v1/directory/order", Area::agent, Access::agent, Body::json, agent::order_directory},
    Route{get, "/api/v1/directory/models/{kind}", Area::agent, Access::agent, Body::none,
          agent::download_directory_model},
    Route{get, "/api/v1/directory/{id}", Area::agent, Access::agent, Body::none, agent::read_directory_entry},
    Route{put, "/api/v1/directory/{id}", Area::agent, Access::agent, Body::json, agent::save_directory_entry},
    Route{delete_, "/api/v1/directory/{id}", Area::agent, Access::agent, Body::none, agent::delete_directory_entry},
    Route{post, "/api/v1/directory/{id}/confirm", Area::agent, Access::agent, Body::none,
          agent::confirm_directory_entry},
    Route{post, "/api/v1/directory/{id}/restore", Area::agent, Access::agent, Body::none,
          agent::restore_directory_entry},
    Route{get, "/api/v1/directory-imports", Area::agent, Access::agent, Body::none, agent::list_directory_imports},
    Route{post, "/api/v1/directory-imports", Area::agent, Access::agent, Body::json, agent::import_directory},
    Route{post, "/api/v1/directory-imports/preview", Area::agent, Access::agent, Body::json, agent::preview_directory_import},
    Route{post, "/api/v1/directory-imports/{id}/undo", Area::agent, Access::agent, Body::none, agent::undo_directory_import},
    Route{delete_, "/api/v1/contents/{id}/schedule", Area::agent, Access::agent, Body::none, agent::unschedule_content},
    Route{post, "/api/v1/contents/{id}/restore", Area::agent, Access::agent, Body::none, agent::restore_content},
    Route{get, "/api/v1/contents/{id}/revisions/{number}", Area::agent, Access::agent, Body::none,
          agent::read_revision},
    Route{get, "/api/v1/contents/{id}/revisions/{number}/diff", Area::agent, Access::agent, Body::none,
          agent::diff_revision},
    Route{post, "/api/v1/contents/{id}/revisions/{number}/restore", Area::agent, Access::agent, Body::json,
          agent::restore_revision},
    Route{post, "/api/v1/alerts", Area::agent, Access::agent, Body::json, agent::publish_alert},
    Route{get, "/api/v1/acts", Area::agent, Access::agent, Body::none, agent::list_acts},
    Route{post, "/api/v1/acts", Area::agent, Access::agent, Body::json, agent::create_act},
    Route{get, "/api/v1/acts/tables", Area::agent, Access::agent, Body::none, agent::read_act_tables},
    Route{get, "/api/v1/acts/settings", Area::agent, Access::agent, Body::none, agent::read_act_settings},
    Route{put, "/api/v1/acts/settings", Area::agent, Access::agent, Body::json, agent::save_act_settings},
    Route{get, "/api/v1/acts/{id}", Area::agent, Access::agent, Body::none, agent::read_act},
    Route{put, "/api/v1/acts/{id}", Area::agent, Access::agent, Body::json, agent::save_act},
    Route{delete_, "/api/v1/acts/{id}", Area::agent, Access::agent, Body::none, agent::delete_act},
    Route{get, "/api/v1/acts/{id}/file", Area::agent, Access::agent, Body::none, agent::read_act_file},
    Route{post, "/api/v1/acts/{id}/file", Area::agent, Access::agent, Body::upload, agent::give_act_file},
    Route{post, "/api/v1/acts/{id}/publish", Area::agent, Access::agent, Body::json, agent::publish_act},
    Route{post, "/api/v1/acts/{id}/replacement", Area::agent, Access::agent, Body::none, agent::replace_act},
    Route{post, "/api/v1/acts/{id}/prefecture", Area::agent, Access::agent, Body::json, agent::note_prefecture},
    Route{post, "/api/v1/acts/{id}/withdraw", Area::agent, Access::agent, Body::json, agent::withdraw_act},
    Route{get, "/api/v1/acts/{id}/proof", Area::agent, Access::agent, Body::none, agent::read_act_proof},
    Route{get, "/api/v1/media", Area::agent, Access::agent, Body::none, agent::list_media},
    Route{post, "/api/v1/media", Area::agent, Access::agent, Body::media, agent::add_media},
    Route{get, "/api/v1/media/{id}", Area::agent, Access::agent, Body::none, agent::read_media},
    Route{patch, "/api/v1/media/{id}", Area::agent, Access::agent, Body::json, agent::describe_media},
    Route{delete_, "/api/v1/media/{id}", Area::agent, Access::agent, Body::none, agent::bin_media},
    Route{get, "/api/v1/media/{id}/file", Area::agent, Access::agent, Body::none, agent::download_media},
    Route{post, "/api/v1/media/{id}/file", Area::agent, Access::agent, Body::media, agent::replace_media},
    Route{post, "/api/v1/media/{id}/restore", Area::agent, Access::agent, Body::none, agent::restore_media},
    Route{get, "/api/v1/procedures", Area::agent, Access::agent, Body::none, agent::list_procedures},
    Route{patch, "/api/v1/procedures/{slug}", Area::agent, Access::agent, Body::json, agent::change_procedure},
    Route{get, "/api/v1/commune", Area::agent, Access::agent, Body::none, agent::read_commune},
    Route{put, "/api/v1/commune", Area::agent, Access::agent, Body::json, agent::save_commune},
    Route{get, "/api/v1/audience", Area::agent, Access::agent, Body::none, agent::read_audience},
    Route{get, "/api/v1/feedback", Area::agent, Access::agent, Body::none, agent::list_feedback},
    Route{post, "/api/v1/feedback/{id}/handled", Area::agent, Access::agent, Body::none, agent::handle_feedback},
    Route{get, "/api/v1/outbox", Area::agent, Access::agent, Body::none, agent::list_outbox},
    Route{post, "/api/v1/outbox/{id}/retry", Area::agent, Access::agent, Body::none, agent::retry_outbox},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace clocher::api
