// From what a form sent to answers, errors, files and questions that appear.
#include "tenants/forms/step.hpp"

#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

using Texts = std::vector<std::string>;

// "kind" asks for "why" in its own step when it is b, and for the step "papers" when it is a.
const Definition& sample() {
  static const Definition definition = procedure(R"(
    {"id": "what", "title": "Quoi", "fields": [
      {"id": "kind", "type": "choice", "label": "Sorte", "required": true, "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
      {"id": "why", "type": "text", "label": "Pourquoi", "required": true, "max_length": 10, "show_if": {"field": "kind", "equals": "b"}},
      {"id": "born", "type": "date", "label": "Naissance", "required": false, "maximum_date": "today"}]},
    {"id": "papers", "title": "Pièces", "show_if": {"field": "kind", "equals": "a"}, "fields": [
      {"id": "proof", "type": "file", "label": "Justificatif", "required": true, "max_files": 2},
      {"id": "photo", "type": "file", "label": "Photo", "required": false, "accept": ["jpeg"]}]})");
  return definition;
}

StepReading read(const char* step, const http::Form& form, const char* saved) {
  return read_step(sample(), *find_step(sample(), step), form, answers(saved), today);
}

const char* const one_proof =
    R"({"kind": "a", "proof": [{"id": 7, "name": "a.pdf", "size_bytes": 10, "content_type": "application/pdf"}]})";
const char* const two_proofs = R"({"kind": "a", "proof": [{"id": 7, "name": "a.pdf"}, {"id": 8, "name": "b.pdf"}]})";

http::Form with_file(std::string field, std::string name, std::string bytes) {
  http::Form form;
  form.add_file({std::move(field), std::move(name), "application/octet-stream", std::move(bytes)});
  return form;
}

}  // namespace

TEST_CASE("valid answers are merged with those of other steps") {
  const StepReading reading = read("what", form({{"kind", "a"}, {"born", "1/2/1980"}}), R"({"last_name": "Martin"})");
  CHECK(reading.is_complete());
  CHECK(text(reading.values) == R"({"last_name":"Martin","kind":"a","born":"1980-02-01"})");
}

TEST_CASE("what was typed is kept as typed beside the error") {
  const StepReading reading = read("what", form({{"kind", "a"}, {"born", "31/02/1980"}}), R"({"born": "1979-01-01"})");
  CHECK(keys(reading.errors) == Texts{"born: form.date.unreadable"});
  CHECK(json::string_or(reading.raw, "born") == "31/02/1980");
  CHECK_FALSE(reading.values.contains("born"));
  CHECK(json::string_or(reading.values, "kind") == "a");
}

TEST_CASE("a required field left empty says so in the words of its type") {
  CHECK(keys(read("what", form({{"born", ""}}), "{}").errors) == Texts{"kind: form.required.choice"});
  CHECK(keys(read("you", form({{"last_name", " "}, {"email", ""}}), "{}").errors) ==
        Texts{"last_name: form.required.text", "email: form.required.text"});
}

TEST_CASE("an answer emptied by its author goes") {
  CHECK_FALSE(read("what", form({{"kind", "a"}, {"born", ""}}), R"({"born": "1980-02-01"})").values.contains("born"));
}

TEST_CASE("a question that an answer of the same page makes appear is asked before going on, without an error") {
  const StepReading first = read("what", form({{"kind", "b"}, {"born", ""}}), "{}");
  CHECK(first.errors.empty());
  CHECK(first.newly_shown == Texts{"why"});
  CHECK_FALSE(first.is_complete());
  const std::string saved = text(first.values);
  const StepReading second = read("what", form({{"kind", "b"}, {"why", ""}, {"born", ""}}), saved.c_str());
  CHECK(second.newly_shown.empty());
  CHECK(keys(second.errors) == Texts{"why: form.required.text"});
  CHECK(read("what", form({{"kind", "b"}, {"why", "parce que"}}), saved.c_str()).is_complete());
}

TEST_CASE("both answered at once needs no second page") {
  CHECK(read("what", form({{"kind", "b"}, {"why", "oui"}}), "{}").is_complete());
}

TEST_CASE("the answer to a hidden question is dropped, whoever sends it") {
  const StepReading reading = read("what", form({{"kind", "a"}, {"why", "piège"}}), R"({"kind": "b", "why": "avant"})");
  CHECK(reading.is_complete());
  CHECK_FALSE(reading.values.contains("why"));
}

TEST_CASE("a hidden step takes nothing, not even a file") {
  const StepReading reading = read("papers", with_file("proof", "a.pdf", sample_pdf()), R"({"kind": "b"})");
  CHECK(reading.files.empty());
  CHECK_FALSE(reading.values.contains("proof"));
}

TEST_CASE("files of a hidden question are given back for removal") {
  const StepReading reading = read("papers", form({}), R"({"kind": "b", "proof": [{"id": 7, "name": "a.pdf"}]})");
  CHECK(reading.removed_files == std::vector<std::int64_t>{7});
}

TEST_CASE("a good file is accepted and stands for the answer") {
  const http::Form sent = with_file("proof", "C:\\scan\\acte.pdf", sample_pdf());
  const StepReading reading = read("papers", sent, R"({"kind": "a"})");
  CHECK(reading.is_complete());
  REQUIRE(reading.files.size() == 1);
  CHECK(reading.files[0].field == "proof");
  CHECK(reading.files[0].name == "acte.pdf");
  CHECK(reading.files[0].content_type == "application/pdf");
  CHECK(reading.files[0].upload->bytes == sample_pdf());
}

TEST_CASE("a kept file is enough, and stays") {
  const StepReading reading = read("papers", form({}), one_proof);
  CHECK(reading.is_complete());
  CHECK(files_of(reading.values, "proof").at(0).id == 7);
}

TEST_CASE("a file taken away leaves, and is missed when it was the last one") {
  const StepReading reading = read("papers", form({{"proof.remove", "7"}}), one_proof);
  CHECK(reading.removed_files == std::vector<std::int64_t>{7});
  CHECK(keys(reading.errors) == Texts{"proof: form.required.file"});
  CHECK(files_of(reading.values).empty());
}

TEST_CASE("only one's own stored files can be taken away") {
  CHECK(read("papers", form({{"proof.remove", "8"}, {"proof.remove", "x"}}), one_proof).removed_files.empty());
}

TEST_CASE("a stored file cannot be claimed by typing its number") {
  const StepReading reading = read("papers", form({{"proof", R"([{"id": 9}])"}, {"proof", "9"}}), R"({"kind": "a"})");
  CHECK(files_of(reading.values).empty());
  CHECK(keys(reading.errors) == Texts{"proof: form.required.file"});
}

TEST_CASE("one file too many is refused and those before it stay") {
  const StepReading reading = read("papers", with_file("proof", "c.pdf", sample_pdf()), two_proofs);
  CHECK(keys(reading.errors) == Texts{"proof: form.file.too_many"});
  CHECK(reading.files.empty());
  CHECK(files_of(reading.values).size() == 2);
}

TEST_CASE("where one file is allowed, a new one takes the place of the old one") {
  const http::Form sent = with_file("photo", "n.jpg", clocher::test::jpeg_image(40, 30));
  const StepReading reading = read("papers", sent, R"({"kind": "a", "proof": [{"id": 7}], "photo": [{"id": 9}]})");
  CHECK(reading.is_complete());
  CHECK(reading.removed_files == std::vector<std::int64_t>{9});
  CHECK(reading.files.size() == 1);
}

TEST_CASE("a refused file does not take the place of a good one") {
  const StepReading reading =
      read("papers", with_file("photo", "n.jpg", "MZ"), R"({"kind": "a", "proof": [{"id": 7}], "photo": [{"id": 9}]})");
  CHECK(keys(reading.errors) == Texts{"photo: form.file.mismatch"});
  CHECK(reading.removed_files.empty());
  CHECK(files_of(reading.values, "photo").at(0).id == 9);
}

TEST_CASE("an empty file control is no file") {
  CHECK(keys(read("papers", with_file("proof", "", ""), R"({"kind": "a"})").errors) ==
        Texts{"proof: form.required.file"});
}

TEST_CASE("hostile forms give errors, never a wrong answer") {
  const std::string huge(60'000, 'x');
  CHECK(keys(read("what", form({{"kind", "b"}, {"why", huge}}), "{}").errors) == Texts{"why: form.text.too_long"});
  CHECK(keys(read("what", form({{"kind", "c"}}), "{}").errors) == Texts{"kind: form.choice.unknown"});
  CHECK(keys(read("what", form({{"kind", "a"}, {"kind", "b"}}), "{}").errors) == Texts{"kind: form.repeated"});
  CHECK(keys(read("what", form({{"kind", "a"}, {"born", "25/11/2026"}}), "{}").errors) ==
        Texts{"born: form.date.in_future"});
  CHECK_FALSE(read("what", form({{"kind", "a"}, {"last_name", "autre étape"}}), "{}").values.contains("last_name"));
}
