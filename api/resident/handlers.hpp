// What residents read and send; one function per address of the public site.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "core/http/message.hpp"

namespace clocher::api::resident {

// section.cpp
Result<http::Response> section_front(Context& context);
Result<http::Response> section_page(Context& context);

// site.cpp
Result<http::Response> home(Context& context);
Result<http::Response> news_list(Context& context);
Result<http::Response> news_item(Context& context);
Result<http::Response> alert_page(Context& context);

// alerts.cpp
Result<http::Response> alert_list(Context& context);

// feedback.cpp
Result<http::Response> give_feedback(Context& context);
Result<http::Response> show_feedback(Context& context);
Result<http::Response> explain_feedback(Context& context);

// search.cpp
Result<http::Response> search_page(Context& context);

// legal.cpp
Result<http::Response> legal_notice(Context& context);
Result<http::Response> accessibility(Context& context);
Result<http::Response> cookie_page(Context& context);
Result<http::Response> color_file(Context& context);
Result<http::Response> favicon(Context& context);
Result<http::Response> logo_icon(Context& context);
Result<http::Response> personal_data(Context& context);

// discovery.cpp
Result<http::Response> site_map(Context& context);
Result<http::Response> sitemap_xml(Context& context);
Result<http::Response> robots_txt(Context& context);
Result<http::Response> security_txt(Context& context);
Result<http::Response> static_file(Context& context);
Result<http::Response> admin_application(Context& context);

// agenda.cpp, calendar_files.cpp
Result<http::Response> agenda(Context& context);
Result<http::Response> agenda_month(Context& context);
Result<http::Response> agenda_event(Context& context);
Result<http::Response> agenda_calendar(Context& context);
Result<http::Response> event_calendar(Context& context);

// feeds.cpp
Result<http::Response> news_atom(Context& context);
Result<http::Response> news_rss(Context& context);
Result<http::Response> agenda_atom(Context& context);

// directory.cpp, directory_files.cpp
Result<http::Response> directory_index(Context& context);
Result<http::Response> directory_list(Context& context);
Result<http::Response> directory_entry(Context& context);
Result<http::Response> directory_vcard(Context& context);
Result<http::Response> directory_csv(Context& context);
// acts.cpp, act_page.cpp, act_feeds.cpp
Result<http::Response> act_list(Context& context);
Result<http::Response> meeting_list(Context& context);
Result<http::Response> meeting_page(Context& context);
Result<http::Response> act_page(Context& context);
Result<http::Response> act_file(Context& context);
Result<http::Response> deliberations_table(Context& context);
Result<http::Response> act_feed(Context& context);

// sheets/pages.cpp
Result<http::Response> sheet_themes(Context& context);
Result<http::Response> sheet_or_themes(Context& context);
Result<http::Response> sheet_of_audience(Context& context);

// procedures.cpp
Result<http::Response> procedure_list(Context& context);
Result<http::Response> procedure_page(Context& context);
Result<http::Response> discard_draft(Context& context);

// form.cpp
Result<http::Response> show_step(Context& context);
Result<http::Response> save_step(Context& context);
Result<http::Response> keep_typed(Context& context);

// submission.cpp
[[nodiscard]] Result<http::Response> procedure_ending(Context& context);
Result<http::Response> review(Context& context);
Result<http::Response> send(Context& context);
Result<http::Response> confirmation(Context& context);
Result<http::Response> printed_receipt(Context& context);  // receipt.cpp
Result<http::Response> receipt_code(Context& context);

// tracking.cpp
Result<http::Response> later(Context& context);  // draft_later.cpp
Result<http::Response> mail_draft_code(Context& context);
Result<http::Response> resume_form(Context& context);
Result<http::Response> resume_draft(Context& context);
Result<http::Response> go_on(Context& context);
Result<http::Response> tracking_form(Context& context);
Result<http::Response> open_tracking(Context& context);
Result<http::Response> tracked_case(Context& context);
Result<http::Response> answer_town_hall(Context& context);
Result<http::Response> show_correction(Context& context);
Result<http::Response> send_correction(Context& context);
Result<http::Response> own_data(Context& context);
Result<http::Response> show_opinion(Context& context);
Result<http::Response> give_opinion(Context& context);
Result<http::Response> opinion_file(Context& context);
Result<http::Response> withdraw_request(Context& context);
Result<http::Response> tracked_file(Context& context);
Result<http::Response> leave_tracking(Context& context);

// payment_form.cpp, payment_page.cpp, payment_gateway.cpp
Result<http::Response> payment_form(Context& context);
Result<http::Response> find_payment(Context& context);
Result<http::Response> show_payment(Context& context);
Result<http::Response> start_payment(Context& context);
Result<http::Response> resume_payment(Context& context);
Result<http::Response> payment_notification(Context& context);
Result<http::Response> payment_return(Context& context);
Result<http::Response> payment_receipt(Context& context);  // payment_receipt.cpp

// media.cpp
Result<http::Response> show_image(Context& context);
Result<http::Response> show_document(Context& context);

}  // namespace clocher::api::resident
