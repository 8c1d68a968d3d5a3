// Rules of forms sent as multipart/form-data, hostile ones included.
#include "core/http/form.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace clocher;
using namespace clocher::http;
using namespace std::string_literals;

namespace {

Result<Form> parse(const std::string& body, const FormLimits& limits = {},
                   const std::string& type = "multipart/form-data; boundary=B") {
  Request request;
  request.method = Method::post;
  request.headers.set("Content-Type", type);
  request.body = body;
  return parse_form(request, limits);
}

std::string refusal(const Result<Form>& form) {
  return form ? "accepted" : std::to_string(http_status(form.error().kind)) + " " + form.error().key;
}

std::string part(const std::string& headers, const std::string& content) {
  return "--B\r\n" + headers + "\r\n\r\n" + content + "\r\n";
}

std::string field(const std::string& name, const std::string& value) {
  return part("Content-Disposition: form-data; name=\"" + name + "\"", value);
}

std::string file(const std::string& name, const std::string& file_name, const std::string& content) {
  return part("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file_name +
                  "\"\r\nContent-Type: application/pdf",
              content);
}

const std::string end = "--B--\r\n";

std::string file_name_of(const std::string& sent) { return parse(file("f", sent, "x") + end)->files().at(0).file_name; }

}  // namespace

TEST_CASE("fields and files are read as browsers send them", "[multipart]") {
  const auto form = parse(field("nom", "Léa Morel") + field("message", "un\r\ndeux") +
                          file("piece", "acte.pdf", "%PDF\r\n\0\xFF"s) + end);
  REQUIRE(form);
  CHECK(form->get("nom") == "Léa Morel");
  CHECK(form->get("message") == "un\ndeux");
  REQUIRE(form->files("piece").size() == 1);
  const UploadedFile& piece = *form->files("piece").front();
  CHECK(piece.file_name == "acte.pdf");
  CHECK(piece.content_type == "application/pdf");
  CHECK(piece.bytes == "%PDF\r\n\0\xFF"s);
  CHECK(form->files("nom").empty());
  CHECK_FALSE(form->has("piece"));
}

TEST_CASE("several files may share a field", "[multipart]") {
  CHECK(parse(file("f", "a.pdf", "1") + file("f", "b.pdf", "2") + end)->files("f").size() == 2);
}

TEST_CASE("a file control left empty sends no file", "[multipart]") {
  const auto form = parse(file("f", "", "") + field("a", "1") + end);
  REQUIRE(form);
  CHECK(form->files().empty());
  CHECK(form->get("a") == "1");
}

TEST_CASE("an empty file with a name is a file", "[multipart]") {
  CHECK(parse(file("f", "vide.txt", "") + end)->files().size() == 1);
}

TEST_CASE("what the standard allows is accepted", "[multipart]") {
  const std::string disposition = "Content-Disposition: form-data; name=\"a\"";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"no part", end},
      {"no line end after the closing delimiter", field("a", "1") + "--B--"},
      {"empty value", field("a", "") + end},
      {"value that looks like a header", field("a", "X: y\r\n\r\nz") + end},
      {"value that begins like a delimiter", field("a", "--\r\n--A\r\n-B\r\n--") + end},
      {"value of line ends", field("a", "\r\n\r\n") + end},
      {"value after CR", field("a", "\r\r\r") + end},
      {"name as a token", part("Content-Disposition: form-data; name=a", "1") + end},
      {"header names in any case", part("CONTENT-disposition: FORM-DATA; NAME=\"a\"", "1") + end},
      {"no blank after the colon", part("Content-Disposition:form-data;name=\"a\"", "1") + end},
      {"blanks round parameters", part("Content-Disposition:  form-data \t; name=\"a\" ; x=y ", "1") + end},
      {"trailing semicolon", part(disposition + ";", "1") + end},
      {"unknown header", part("X-Note: bonjour\r\n" + disposition, "1") + end},
      {"type of a field", part(disposition + "\r\nContent-Type: text/plain; charset=utf-8", "1") + end},
      {"plain transfer encoding", part(disposition + "\r\nContent-Transfer-Encoding: 8bit", "1") + end},
      {"same field twice", field("a", "1") + field("a", "2") + end}};
  for (const auto& [name, body] : cases) {
    CAPTURE(name);
    CHECK(refusal(parse(body)) == "accepted");
  }
}

TEST_CASE("framing that is not exact is malformed", "[multipart]") {
  const std::string one = field("a", "1");
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"empty body", ""},
      {"only the opening", "--B"},
      {"opening and line end", "--B\r\n"},
      {"no closing delimiter", one},
      {"closing delimiter cut", one + "--B-"},
      {"closing delimiter cut earlier", one + "--"},
      {"closing delimiter of another boundary", one + "--C--\r\n"},
      {"preamble", "bonjour\r\n" + one + end},
      {"leading line end", "\r\n" + one + end},
      {"epilogue", one + end + "suite"},
      {"epilogue after a line", one + end + "\r\n"},
      {"part after the end", one + end + one + end},
      {"junk after the closing delimiter", one + "--B--x"},
      {"padding after a delimiter", "--B \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" + end},
      {"junk after a delimiter", one + "--Bx\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n" + end},
      {"bare LF line ends", "--B\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B--\n"},
      {"bare LF in the header", "--B\r\nContent-Disposition: form-data; name=\"a\"\nX: y\r\n\r\n1\r\n" + end},
      {"boundary without dashes", "B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\nB--\r\n"},
      {"content that begins with the delimiter", field("a", "--B") + end},
      {"content that holds the delimiter", field("a", "x\r\n--B--x") + end},
      {"two parts run together", "--B\r\n--B\r\n" + end},
      {"other case", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n"}};
  for (const auto& [name, body] : cases) {
    CAPTURE(name);
    CHECK(refusal(parse(body)) == "400 form.unreadable");
  }
}

TEST_CASE("parts whose headers are not exact are malformed", "[multipart]") {
  const std::string disposition = "Content-Disposition: form-data; name=\"a\"";
  const std::vector<std::string> cases = {
      "",
      "X: y",
      "Content-Type: text/plain",
      "Content-Disposition: form-data",
      "Content-Disposition: attachment; name=\"a\"",
      "Content-Disposition: ; name=\"a\"",
      "Content-Disposition form-data; name=\"a\"",
      "Content-Disposition: form-data; name=\"\"",
      "Content-Disposition: form-data; name=",
      "Content-Disposition: form-data; name",
      "Content-Disposition: form-data name=\"a\"",
      "Content-Disposition: form-data; name=\"a",
      "Content-Disposition: form-data; name=\"a\"b",
      "Content-Disposition: form-data; name=\"a\"; name=\"b\"",
      "Content-Disposition: form-data; name=\"a\"; NAME=\"b\"",
      "Content-Disposition: form-data; name=\"a\"; filename=\"x\"; filename=\"y\"",
      "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x.pdf",
      "Content-Disposition: form-data; name*=UTF-8''a",
      "Content-Disposition: form-data; name=\"\xE9\"",
      "Content-Disposition: form-data; name=\"a\"; filename=\"\xE9.pdf\"",
      "Content-Disposition: form-data; name=\"a\0\""s,
      "Content-Disposition: form-data; name=\"a\tb\"",
      "Content-Disposition : form-data; name=\"a\"",
      " Content-Disposition: form-data; name=\"a\"",
      disposition + "\r\n" + disposition,
      disposition + "\r\n folded: line",
      disposition + "\r\n: empty name",
      disposition + "\r\nno colon",
      disposition + "\r\nContent-Type: text",
      disposition + "\r\nContent-Type: ",
      disposition + "\r\nContent-Type: text/plain\r\nContent-Type: text/html",
      disposition + "\r\nContent-Transfer-Encoding: base64",
      disposition + "\r\nContent-Transfer-Encoding: quoted-printable",
      disposition + "\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5\r\nF: 6\r\nG: 7\r\nH: 8"};
  for (const std::string& headers : cases) {
    CAPTURE(headers);
    CHECK(refusal(parse(part(headers, "1") + end)) == "400 form.unreadable");
  }
}

TEST_CASE("a field that is not text is malformed, a file may be anything", "[multipart]") {
  for (const std::string& content : {"\xFF"s, "a\0b"s, "\xED\xA0\x80"s}) {
    CHECK(refusal(parse(field("a", content) + end)) == "400 form.unreadable");
    CHECK(parse(file("a", "x.bin", content) + end)->files().at(0).bytes == content);
  }
}

TEST_CASE("only a boundary that the standard allows is used", "[multipart]") {
  const auto with = [](const std::string& boundary, const std::string& written) {
    return refusal(parse("--" + boundary + "--\r\n", {}, "multipart/form-data; boundary=" + written));
  };
  CHECK(with("----WebKitFormBoundary7MA4YWxkTrZu0gW", "----WebKitFormBoundary7MA4YWxkTrZu0gW") == "accepted");
  CHECK(with("a b:c", "\"a b:c\"") == "accepted");
  CHECK(with(std::string(70, 'x'), std::string(70, 'x')) == "accepted");
  for (const std::string& bad : {""s, "\"\""s, "\"a \""s, "é"s, "\"a\xC3\xA9\""s, "\"a@b\""s, "\"a;b\""s,
                                 std::string(71, 'x'), "a; boundary=b"s}) {
    CAPTURE(bad);
    CHECK(with("a", bad) == "400 form.unreadable");
  }
}

TEST_CASE("names hold quotes as each browser writes them", "[multipart]") {
  CHECK(parse(field("a%22b", "1") + end)->get("a\"b") == "1");
  CHECK(parse(field("a\\\"b", "1") + end)->get("a\"b") == "1");
  CHECK(parse(field("a%20b", "1") + end)->get("a%20b") == "1");
}

TEST_CASE("a file name loses its folders and its control characters", "[multipart]") {
  CHECK(file_name_of("acte de naissance é.pdf") == "acte de naissance é.pdf");
  CHECK(file_name_of("C:\\Users\\lea\\acte.pdf") == "acte.pdf");
  CHECK(file_name_of("C:\\\\Users\\\\acte.pdf") == "acte.pdf");
  CHECK(file_name_of("../../etc/passwd") == "passwd");
  CHECK(file_name_of("dossier/").empty());
  CHECK(file_name_of("..").empty());
  CHECK(file_name_of(" a.pdf ") == "a.pdf");
  CHECK(file_name_of("a%22b.pdf") == "a\"b.pdf");
  CHECK(file_name_of("annexe\u202Efdp.exe") == "annexefdp.exe");
  CHECK(file_name_of("a\u0085b\u2028.pdf") == "ab.pdf");
}

TEST_CASE("a long file name is cut between characters and keeps its extension", "[multipart]") {
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "é";
  const std::string name = file_name_of(longest + ".pdf");
  CHECK(name.size() == 254);
  CHECK(name.ends_with("é.pdf"));
  CHECK(file_name_of(std::string(300, 'a')) == std::string(255, 'a'));
}

TEST_CASE("a file without a type is bytes", "[multipart]") {
  CHECK(parse(part("Content-Disposition: form-data; name=\"f\"; filename=\"a\"", "x") + end)
            ->files()
            .at(0)
            .content_type == "application/octet-stream");
}

TEST_CASE("each multipart limit holds to the unit and says which was passed", "[multipart]") {
  FormLimits limits;
  limits.fields = 2;
  limits.name_bytes = 4;
  limits.field_bytes = 5;
  limits.files = 2;
  limits.file_bytes = 6;
  const std::string two = field("a", "1") + field("b", "2");
  const std::string files = file("f", "a", "1") + file("f", "b", "2");
  CHECK(parse(two + files + end, limits));
  CHECK(refusal(parse(two + field("c", "3") + end, limits)) == "413 form.too_many_fields");
  CHECK(refusal(parse(files + file("f", "c", "3") + end, limits)) == "413 form.too_many_files");
  CHECK(parse(files + file("f", "", "") + end, limits));
  CHECK(parse(field("abcd", "12345") + end, limits));
  CHECK(refusal(parse(field("abcde", "1") + end, limits)) == "413 form.name_too_large");
  CHECK(refusal(parse(file("abcde", "a", "1") + end, limits)) == "413 form.name_too_large");
  CHECK(refusal(parse(field("a", "123456") + end, limits)) == "413 form.field_too_large");
  CHECK(refusal(parse(field("a", std::string(1000, 'x')) + end, limits)) == "413 form.field_too_large");
  CHECK(parse(field("a", "1\r\n2\r\n3") + end, limits));
  CHECK(parse(file("f", "a", "123456") + end, limits));
  CHECK(refusal(parse(file("f", "a", "1234567") + end, limits)) == "413 form.file_too_large");
}

TEST_CASE("a file too large is named in the error", "[multipart]") {
  const auto form = parse(file("f", "photo.jpg", std::string(10 * 1024 * 1024 + 1, 'x')) + end);
  REQUIRE_FALSE(form);
  CHECK(form.error().arguments.at("file") == "photo.jpg");
  CHECK(form.error().arguments.at("limit_megabytes") == "10");
}

TEST_CASE("part headers are limited", "[multipart]") {
  const std::string disposition = "Content-Disposition: form-data; name=\"a\"\r\nX: ";
  const std::size_t room = 4096 - disposition.size();
  CHECK(parse(part(disposition + std::string(room, 'x'), "1") + end));
  CHECK(refusal(parse(part(disposition + std::string(room + 1, 'x'), "1") + end)) == "413 form.part_header_too_large");
  CHECK(refusal(parse("--B\r\n" + std::string(100000, 'x') + "\r\n" + end)) == "413 form.part_header_too_large");
}

TEST_CASE("a body of near delimiters is read in one pass", "[multipart]") {
  std::string near;
  for (int i = 0; i < 400000; ++i) near += "\r\n--";
  CHECK(parse(file("f", "a", near) + end)->files().at(0).bytes == near);
  near.clear();
  for (int i = 0; i < 20000; ++i) near += file("f", "", "");
  CHECK(parse(near + end)->files().empty());
}

TEST_CASE("no prefix of a good body is a good body", "[multipart]") {
  const std::string body = field("a", "é\r\n") + file("f", "b.pdf", "\r\n--A") + "--B--";
  REQUIRE(parse(body));
  for (std::size_t size = 0; size < body.size(); ++size) {
    CAPTURE(size);
    CHECK(refusal(parse(body.substr(0, size))) == "400 form.unreadable");
  }
}
