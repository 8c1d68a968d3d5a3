// What the API of the town hall answers; one function per operation of openapi.json.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "core/http/message.hpp"

namespace clocher::api::agent {

// session.cpp
Result<http::Response> read_session(Context& context);
Result<http::Response> login(Context& context);
Result<http::Response> logout(Context& context);

// regies.cpp
Result<http::Response> list_regies(Context& context);
Result<http::Response> read_regie(Context& context);
Result<http::Response> create_regie(Context& context);
Result<http::Response> save_regie(Context& context);
Result<http::Response> save_regie_account(Context& context);
Result<http::Response> change_regie_mode(Context& context);
Result<http::Response> test_regie_connection(Context& context);
Result<http::Response> start_regie_trial(Context& context);
Result<http::Response> close_regie(Context& context);

// debts.cpp
Result<http::Response> list_debts(Context& context);
Result<http::Response> read_debt(Context& context);
Result<http::Response> create_debt(Context& context);
Result<http::Response> cancel_debt(Context& context);
Result<http::Response> export_debts(Context& context);
Result<http::Response> list_debt_notices(Context& context);
Result<http::Response> print_debt_notice(Context& context);
Result<http::Response> list_debt_imports(Context& context);
Result<http::Response> check_debt_import(Context& context);
Result<http::Response> import_debts(Context& context);
Result<http::Response> undo_debt_import(Context& context);

// payments.cpp
Result<http::Response> list_payments(Context& context);
Result<http::Response> ask_about_payment(Context& context);
Result<http::Response> note_payment_looked_at(Context& context);

// dossiers.cpp
Result<http::Response> create_event_of_dossier(Context& context);
Result<http::Response> list_dossiers(Context& context);
Result<http::Response> read_dossier(Context& context);
Result<http::Response> mark_read(Context& context);
Result<http::Response> send_message(Context& context);
Result<http::Response> change_state(Context& context);
Result<http::Response> download_file(Context& context);

// case_work.cpp
Result<http::Response> change_work(Context& context);
Result<http::Response> add_note(Context& context);
Result<http::Response> letters_for_case(Context& context);
Result<http::Response> list_answer_models(Context& context);
Result<http::Response> create_answer_model(Context& context);
Result<http::Response> save_answer_model(Context& context);
Result<http::Response> delete_answer_model(Context& context);
Result<http::Response> list_saved_views(Context& context);
Result<http::Response> save_view(Context& context);
Result<http::Response> delete_view(Context& context);
Result<http::Response> ask_opinion(Context& context);
Result<http::Response> cancel_opinion(Context& context);

// case_batches.cpp
Result<http::Response> list_case_ids(Context& context);
Result<http::Response> run_bulk(Context& context);
Result<http::Response> read_bulk(Context& context);
Result<http::Response> list_case_exports(Context& context);
Result<http::Response> request_case_export(Context& context);
Result<http::Response> download_case_export(Context& context);

// documents.cpp: of cases
Result<http::Response> list_case_documents(Context& context);
Result<http::Response> request_case_document(Context& context);

// contents.cpp
Result<http::Response> list_contents(Context& context);
Result<http::Response> create_content(Context& context);
Result<http::Response> preview_content(Context& context);
Result<http::Response> read_content(Context& context);
Result<http::Response> save_content(Context& context);

// contents_publication.cpp
Result<http::Response> publish_content(Context& context);
Result<http::Response> publish_alert(Context& context);
Result<http::Response> unpublish_content(Context& context);
Result<http::Response> unschedule_content(Context& context);
Result<http::Response> delete_content(Context& context);
Result<http::Response> restore_content(Context& context);

// content_revisions.cpp
Result<http::Response> read_revision(Context& context);
Result<http::Response> diff_revision(Context& context);
Result<http::Response> restore_revision(Context& context);

// content_checks.cpp
Result<http::Response> check_content(Context& context);

// site_structure.cpp
Result<http::Response> read_menu(Context& context);
Result<http::Response> save_menu(Context& context);
Result<http::Response> reset_menu(Context& context);
Result<http::Response> list_sections(Context& context);
Result<http::Response> create_section(Context& context);
Result<http::Response> order_sections(Context& context);
Result<http::Response> save_section(Context& context);
Result<http::Response> delete_section(Context& context);
Result<http::Response> place_page(Context& context);

// directory.cpp, directory_import.cpp
Result<http::Response> list_directory(Context& context);
Result<http::Response> list_directory_kinds(Context& context);
Result<http::Response> create_directory_entry(Context& context);
Result<http::Response> read_directory_entry(Context& context);
Result<http::Response> save_directory_entry(Context& context);
Result<http::Response> confirm_directory_entry(Context& context);
Result<http::Response> delete_directory_entry(Context& context);
Result<http::Response> restore_directory_entry(Context& context);
Result<http::Response> order_directory(Context& context);
Result<http::Response> download_directory_model(Context& context);
Result<http::Response> preview_directory_import(Context& context);
Result<http::Response> list_directory_imports(Context& context);
Result<http::Response> import_directory(Context& context);
Result<http::Response> undo_directory_import(Context& context);

// documents.cpp
Result<http::Response> list_attestations(Context& context);
Result<http::Response> request_attestation(Context& context);
Result<http::Response> retry_document(Context& context);
Result<http::Response> download_document(Context& context);

// acts.cpp, act_settings.cpp
Result<http::Response> list_acts(Context& context);
Result<http::Response> create_act(Context& context);
Result<http::Response> read_act(Context& context);
Result<http::Response> save_act(Context& context);
Result<http::Response> delete_act(Context& context);
Result<http::Response> give_act_file(Context& context);
Result<http::Response> read_act_file(Context& context);
Result<http::Response> publish_act(Context& context);
Result<http::Response> replace_act(Context& context);
Result<http::Response> note_prefecture(Context& context);
Result<http::Response> withdraw_act(Context& context);
Result<http::Response> read_act_proof(Context& context);
Result<http::Response> read_act_tables(Context& context);
Result<http::Response> read_act_settings(Context& context);
Result<http::Response> save_act_settings(Context& context);
// media.cpp
Result<http::Response> list_media(Context& context);
Result<http::Response> add_media(Context& context);
Result<http::Response> read_media(Context& context);
Result<http::Response> describe_media(Context& context);
Result<http::Response> bin_media(Context& context);
Result<http::Response> download_media(Context& context);
Result<http::Response> replace_media(Context& context);
Result<http::Response> restore_media(Context& context);

// procedures.cpp
Result<http::Response> list_procedures(Context& context);
Result<http::Response> change_procedure(Context& context);
Result<http::Response> begin_procedure(Context& context);
Result<http::Response> export_procedure(Context& context);
Result<http::Response> read_procedure_schema(Context& context);

// procedure_draft.cpp
Result<http::Response> read_procedure_draft(Context& context);
Result<http::Response> save_procedure_draft(Context& context);
Result<http::Response> discard_procedure_draft(Context& context);
Result<http::Response> test_procedure_draft(Context& context);
Result<http::Response> publish_procedure_draft(Context& context);

// procedure_trial.cpp
Result<http::Response> try_procedure_draft(Context& context);

// procedure_history.cpp
Result<http::Response> list_procedure_revisions(Context& context);
Result<http::Response> diff_procedure_revision(Context& context);
Result<http::Response> diff_procedure_draft(Context& context);
Result<http::Response> list_older_cases(Context& context);
Result<http::Response> move_older_cases(Context& context);

// town_hall.cpp
Result<http::Response> start_assisted(Context& context);  // assistance.cpp
Result<http::Response> list_webhooks(Context& context);
Result<http::Response> create_webhook(Context& context);
Result<http::Response> remove_webhook(Context& context);
Result<http::Response> try_webhook(Context& context);
Result<http::Response> read_commune(Context& context);
Result<http::Response> save_commune(Context& context);
Result<http::Response> read_exceptions(Context& context);
Result<http::Response> save_exceptions(Context& context);
Result<http::Response> read_look(Context& context);
Result<http::Response> save_look(Context& context);
Result<http::Response> read_legal(Context& context);
Result<http::Response> save_legal(Context& context);
Result<http::Response> read_declaration(Context& context);
Result<http::Response> save_declaration(Context& context);
Result<http::Response> read_overview(Context& context);
// first_steps.cpp
Result<http::Response> read_first_steps(Context& context);
Result<http::Response> stand_at_first_step(Context& context);
Result<http::Response> answer_first_step(Context& context);

Result<http::Response> list_outbox(Context& context);
Result<http::Response> retry_outbox(Context& context);
Result<http::Response> read_description(Context& context);

// sharing.cpp
Result<http::Response> read_sharing(Context& context);
Result<http::Response> set_sharing_policy(Context& context);
Result<http::Response> decide_shared_content(Context& context);

// readers.cpp
Result<http::Response> read_audience(Context& context);
Result<http::Response> list_feedback(Context& context);
Result<http::Response> handle_feedback(Context& context);

}  // namespace clocher::api::agent
