// The data of the form's pages: what the templates are promised.
#include "tenants/forms/form_view.hpp"

#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

const Definition& sample() {
  static const Definition definition = procedure(R"(
    {"id": "what", "title": "Quoi", "introduction": "Une phrase.", "fields": [
      {"id": "kind", "type": "choice", "label": "Sorte", "required": true, "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
      {"id": "why", "type": "text", "label": "Pourquoi", "required": true, "show_if": {"field": "kind", "equals": "b"}}]},
    {"id": "where", "title": "Où", "fields": [
      {"id": "hint", "type": "note", "label": "Lisez **ceci**."},
      {"id": "home", "type": "address", "label": "Adresse", "required": true, "autocomplete": "street-address"},
      {"id": "born", "type": "date", "label": "Naissance", "required": false},
      {"id": "proof", "type": "file", "label": "Justificatif", "required": false, "max_files": 3, "accept": ["pdf", "jpeg"]},
      {"id": "ok", "type": "consent", "label": "Accord", "required": true}]})");
  return definition;
}

json::Object view_of(const char* step, const char* saved, const StepReading* reading = nullptr) {
  return step_view(sample(), *find_step(sample(), step), answers(saved), reading, french());
}

const json::Object& field_at(const json::Object& view, std::size_t index) {
  return view.at("fields").as_array().at(index).as_object();
}

StepReading read(const char* step, const http::Form& form, const char* saved) {
  return read_step(sample(), *find_step(sample(), step), form, answers(saved), today);
}

std::string step_url(const Step& step) { return "/demarches/essai/" + step.id; }

}  // namespace

TEST_CASE("a step knows its place, the review being the last") {
  const json::Object view = view_of("where", R"({"kind": "a"})");
  CHECK(json::string_or(view, "step_number") == "2");
  CHECK(json::string_or(view, "step_count") == "4");
  CHECK(json::string_or(view, "procedure_title") == "Essai");
  CHECK(view.at("step_intro") == json::Value(false));
  CHECK(json::string_or(view_of("what", "{}"), "step_intro") == "Une phrase.");
}

TEST_CASE("a page with one question takes its label as title") {
  CHECK(json::is_true(view_of("what", "{}"), "single_question"));
  CHECK_FALSE(json::is_true(view_of("what", R"({"kind": "b"})"), "single_question"));
}

TEST_CASE("exactly one type is true of each field and every key of every partial is there") {
  const json::Object view = view_of("where", "{}");
  for (const json::Value& field : view.at("fields").as_array()) {
    int types = 0;
    for (const char* flag : {"is_text", "is_long_text", "is_email", "is_phone", "is_date", "is_radios", "is_select",
                             "is_checkboxes", "is_address", "is_file", "is_note", "is_code", "is_money", "is_title", "is_point", "is_group", "is_computed"}) {
      types += json::is_true(field.as_object(), flag) ? 1 : 0;
    }
    CHECK(types == 1);
    for (const char* key : {"id", "name", "label", "hint", "error", "optional", "value", "options", "kept", "street",
                            "note_html", "multiple"}) {
      CHECK(field.as_object().contains(key));
    }
  }
}

TEST_CASE("saved answers are shown as one would type them") {
  const json::Object view = view_of(
      "where",
      R"({"home": {"street": "4 rue", "postcode": "72320", "city": "Lavaré"}, "born": "1984-03-27", "ok": true})");
  const json::Object& home = field_at(view, 1);
  CHECK(json::string_or(*json::find_object(home, "street"), "value") == "4 rue");
  CHECK(json::string_or(*json::find_object(home, "street"), "id") == "f-home");
  CHECK(json::string_or(*json::find_object(home, "city"), "id") == "f-home-city");
  CHECK(json::is_true(home, "is_own"));
  CHECK(json::string_or(field_at(view, 2), "value") == "27/03/1984");
  CHECK(json::is_true(field_at(view, 4).at("options").as_array().at(0).as_object(), "checked"));
}

TEST_CASE("errors use the same words in the summary and beside the field, and link to the control") {
  const StepReading reading = read("where",
                                   form({{"home.street", ""},
                                         {"home.postcode", "72"},
                                         {"home.city", "Lavaré"},
                                         {"born", "31/02/1984"},
                                         {"ok", "yes"}}),
                                   "{}");
  const json::Object view = view_of("where", "{}", &reading);
  CHECK(json::is_true(view, "has_errors"));
  const json::Array& errors = view.at("errors").as_array();
  REQUIRE(errors.size() == 3);
  CHECK(json::string_or(errors[0].as_object(), "href") == "#f-home");
  CHECK(json::string_or(errors[1].as_object(), "href") == "#f-home-postcode");
  CHECK(json::string_or(errors[2].as_object(), "href") == "#f-born");
  CHECK(errors[1].as_object().at("message") == json::find_object(field_at(view, 1), "postcode")->at("error"));
  CHECK(errors[2].as_object().at("message") == field_at(view, 2).at("error"));
  CHECK(field_at(view, 1).at("error") == json::Value(false));
  CHECK(json::string_or(field_at(view, 2), "value") == "31/02/1984");
}

TEST_CASE("a question that appears is announced just before it") {
  const StepReading reading = read("what", form({{"kind", "b"}}), "{}");
  const json::Object view = view_of("what", "{}", &reading);
  CHECK_FALSE(json::is_true(view, "has_errors"));
  CHECK(json::is_true(field_at(view, 1), "is_note"));
  CHECK(json::string_or(field_at(view, 1), "note_html").find(french().text("form.newly_shown")) != std::string::npos);
  CHECK(json::string_or(field_at(view, 2), "name") == "why");
}

TEST_CASE("kept files can be taken away and limits are said before") {
  const json::Object view = view_of(
      "where", R"({"proof": [{"id": 7, "name": "a.pdf", "size_bytes": 327680, "content_type": "application/pdf"}]})");
  const json::Object& proof = field_at(view, 3);
  CHECK(json::string_or(proof, "accept") == ".pdf,.jpg,.jpeg,.jfif,.heic,.heif,.avif");
  CHECK(json::string_or(proof, "formats_text") == "PDF ou JPEG");
  CHECK(json::string_or(proof, "max_text") == "10\u00A0Mo");
  CHECK(json::is_true(proof, "multiple"));
  const json::Object& kept = proof.at("kept").as_array().at(0).as_object();
  CHECK(json::string_or(kept, "file_name") == "a.pdf");
  CHECK(json::string_or(kept, "size_text") == "320\u00A0Ko");
  CHECK(json::string_or(kept, "remove_name") == "proof.remove");
  CHECK(json::string_or(kept, "remove_value") == "7");
}

TEST_CASE("a note is Markdown and asks nothing") {
  CHECK(json::string_or(field_at(view_of("where", "{}"), 0), "note_html").find("<strong>ceci</strong>") !=
        std::string::npos);
}

TEST_CASE("the review lists visible answers by step with a way to change them") {
  const json::Object view = review_view(sample(), answers(R"({"kind": "a", "why": "caché", "born": "1984-03-01"})"),
                                        today, step_url, french());
  CHECK(json::is_true(view, "has_errors"));
  CHECK(json::string_or(view.at("errors").as_array().at(0).as_object(), "href") == "/demarches/essai/where");
  const json::Array& sections = view.at("sections").as_array();
  REQUIRE(sections.size() == 3);
  CHECK(json::string_or(sections[0].as_object(), "edit_url") == "/demarches/essai/what");
  CHECK(sections[0].as_object().at("answers").as_array().size() == 1);
  CHECK(text(view).find("caché") == std::string::npos);
  const json::Array& where = sections[1].as_object().at("answers").as_array();
  CHECK(where.size() == 4);  // the note is no answer
  CHECK_FALSE(json::is_true(where[0].as_object(), "is_answered"));
  CHECK(where[1].as_object().at("lines") == json::Value(json::Array{"1er mars 1984"}));
}

TEST_CASE("a complete review has no error, and without links none is drawn") {
  const char* complete =
      R"({"kind": "a", "home": {"street": "4 rue", "postcode": "72320", "city": "Lavaré"}, "ok": true, "last_name": "M", "email": "a@b.fr"})";
  CHECK_FALSE(json::is_true(review_view(sample(), answers(complete), today, step_url, french()), "has_errors"));
  const json::Array sections = answer_sections(sample(), answers(complete), {}, french());
  CHECK(sections.at(0).as_object().at("edit_url") == json::Value(false));
}

TEST_CASE("flat answers keep the order of the definition and leave hidden ones out") {
  const auto columns = flat_answers(sample(), answers(R"({"email": "a@b.fr", "why": "caché", "kind": "a"})"));
  CHECK(columns == Columns{{"kind", "A"}, {"email", "a@b.fr"}});
}
