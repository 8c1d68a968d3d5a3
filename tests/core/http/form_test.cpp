// Rules of forms sent as application/x-www-form-urlencoded, and of query strings.
#include "core/http/form.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace clocher;
using namespace clocher::http;
using namespace std::string_literals;

namespace {

Result<Form> parse(const std::string& body, const FormLimits& limits = {}) {
  Request request;
  request.method = Method::post;
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.body = body;
  return parse_form(request, limits);
}

std::string refusal(const Result<Form>& form) {
  return form ? "accepted" : std::to_string(http_status(form.error().kind)) + " " + form.error().key;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("fields are decoded in the order sent", "[form]") {
  const std::vector<std::pair<std::string, Fields>> cases = {{"", {}},
                                                             {"a=1&b=2&a=3", {{"a", "1"}, {"b", "2"}, {"a", "3"}}},
                                                             {"nom=L%C3%A9a+Morel", {{"nom", "Léa Morel"}}},
                                                             {"a+b=c%2Bd", {{"a b", "c+d"}}},
                                                             {"a=b=c", {{"a", "b=c"}}},
                                                             {"a", {{"a", ""}}},
                                                             {"a=", {{"a", ""}}},
                                                             {"&&a=1&&", {{"a", "1"}}},
                                                             {"a%5B%5D=1", {{"a[]", "1"}}},
                                                             {"a=%26%3D%25", {{"a", "&=%"}}},
                                                             {"a=é", {{"a", "é"}}},
                                                             {"a=<script>", {{"a", "<script>"}}}};
  for (const auto& [body, fields] : cases) {
    CAPTURE(body);
    const auto form = parse(body);
    REQUIRE(form);
    CHECK(form->fields() == fields);
  }
}

TEST_CASE("line ends become LF", "[form]") {
  CHECK(parse("a=1%0D%0A2%0D3%0A4%0D%0D%0A")->get("a") == "1\n2\n3\n4\n\n");
}

TEST_CASE("get gives the first value, values all, has tells absent from empty", "[form]") {
  const Form form = parse("a=1&a=2&b=").value();
  CHECK(form.get("a") == "1");
  CHECK(form.values("a") == std::vector<std::string_view>{"1", "2"});
  CHECK(form.has("b"));
  CHECK_FALSE(form.has("c"));
  CHECK(form.get("c").empty());
  CHECK(form.values("c").empty());
}

TEST_CASE("bodies that cannot be read are malformed", "[form]") {
  for (const std::string& body :
       {"a=%"s, "a=%4"s, "a=%zz"s, "%=1"s, "a=%FF"s, "a=%C3"s, "a=%C0%AF"s, "a=%ED%A0%80"s, "%E9=1"s, "a=\xE9"s,
        "a=%00"s, "a=\0"s, "%00=1"s, "=1"s, "="s, "a=1&=2"s, "ok=1&a=%F0%9F"s}) {
    CAPTURE(body);
    CHECK(refusal(parse(body)) == "400 form.unreadable");
  }
}

TEST_CASE("a body of another type is malformed", "[form]") {
  for (const char* type :
       {"", "text/plain", "application/json", "application/x-www-form-urlencoded2",
        "application/x-www-form-urlencoded, text/plain", "application/x-www-form-urlencoded; charset",
        "multipart/form-data", "multipart/mixed; boundary=x", "/", ";"}) {
    CAPTURE(type);
    Request request;
    request.headers.set("Content-Type", type);
    request.body = "a=1";
    CHECK(refusal(parse_form(request)) == "400 form.unreadable");
  }
}

TEST_CASE("the type is read without regard to case and may name its charset", "[form]") {
  Request request;
  request.headers.set("Content-Type", "Application/X-WWW-Form-URLEncoded; charset=UTF-8");
  request.body = "a=1";
  CHECK(parse_form(request)->get("a") == "1");
}

TEST_CASE("the limits hold to the unit and say which was passed", "[form]") {
  FormLimits limits;
  limits.fields = 3;
  limits.name_bytes = 4;
  limits.field_bytes = 5;
  CHECK(parse("a=1&b=2&c=3", limits));
  CHECK(refusal(parse("a=1&b=2&c=3&d=4", limits)) == "413 form.too_many_fields");
  CHECK(parse("abcd=1", limits));
  CHECK(refusal(parse("abcde=1", limits)) == "413 form.name_too_large");
  CHECK(parse("a=12345", limits));
  CHECK(refusal(parse("a=123456", limits)) == "413 form.field_too_large");
  CHECK(parse("a=123456", limits).error().arguments.at("field") == "a");
  CHECK(parse("a=%C3%A9%C3%A9e", limits));
}

TEST_CASE("a million empty pairs cost no field", "[form]") {
  CHECK(parse(std::string(1000000, '&'))->fields().empty());
}

TEST_CASE("what cannot be read in a query is left out, the rest kept", "[form]") {
  const Form query = parse_query("q=100%&page=2&x=%FF&=3&nom=%C3%89t%C3%A9+bleu&y=%00&drapeau");
  CHECK(query.fields() == Fields{{"page", "2"}, {"nom", "Été bleu"}, {"drapeau", ""}});
  CHECK(parse_query("").fields().empty());
}

TEST_CASE("a query is read no further than 200 pairs", "[form]") {
  std::string query;
  for (int i = 0; i < 100000; ++i) query += "a=1&";
  CHECK(parse_query(query).fields().size() == 200);
}
