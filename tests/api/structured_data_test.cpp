// What pages say to programs: JSON-LD that can be read, is true, and can end no element.
#include "api/structured_data.hpp"
#include "tenants/site/content.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;
using tenants::ContentKind;

namespace {

constexpr std::string_view opening_tag = "<script type=\"application/ld+json\">";

// The objects of the only JSON-LD of a page; empty when it has none.
json::Array things_of(std::string_view html) {
  const auto start = html.find(opening_tag);
  if (start == std::string_view::npos) return {};
  const auto first = start + opening_tag.size();
  const json::Value read = json::parse_trusted(html.substr(first, html.find("</script>", first) - first));
  CHECK(read.at("@context") == "https://schema.org");
  return read.at("@graph").as_array();
}

json::Object thing(std::string_view html, std::string_view type) {
  for (const json::Value& each : things_of(html))
    if (std::string_view(each.at("@type").as_string()) == type) return each.as_object();
  FAIL("no " << type);
  return {};
}

struct Site {
  TestPlatform platform;
  Browser visitor{platform};

  std::string event(const std::string& title, json::Object details, const std::string& summary = "") {
    const auto made = tenants::create_published(*platform.tenant(), claire,
                                                {ContentKind::event, "", {title, summary, "", {}, std::move(details)}},
                                                platform.now());
    REQUIRE(made);
    return path_of(*made);
  }
  std::string html(const std::string& path) {
    REQUIRE(visitor.get(path).status == 200);
    return visitor.page();
  }
};

}  // namespace

TEST_CASE("home tells programs who the commune is, and no hours before they are confirmed") {
  Site site;
  const json::Object commune = thing(site.html("/"), "GovernmentOrganization");
  CHECK(commune.at("url").as_string() == site.platform.tenant()->identity().site_url + "/");
  CHECK(commune.at("location").at("@type") == "CityHall");
  CHECK_FALSE(commune.at("location").as_object().contains("openingHoursSpecification"));
}

TEST_CASE("confirmed hours are told with the town hall") {
  tenants::Profile profile;
  profile.name = "Le Lude";
  profile.hours_confirmed_at = Instant{1};
  for (int day = 1; day <= 7; ++day) profile.hours.push_back({.day = day, .intervals = {}});
  profile.hours[0].intervals = {{540, 720}};
  const json::Object commune = api::organization_data(profile, "https://lude.example", parse_iso_date("2026-11-24").value());
  CHECK(commune.at("name") == "Commune du Lude");
  const json::Array& hours = commune.at("location").at("openingHoursSpecification").as_array();
  CHECK(hours.front().at("dayOfWeek") == "https://schema.org/Monday");
  CHECK(hours.front().at("opens") == "09:00");
}

TEST_CASE("an event tells programs its hour, and no end that was never said") {
  Site site;
  const std::string path = site.event("Loto", {{"starts", "2027-01-03T18:00"}, {"place", "Salle des fêtes"}, {"organiser", "Comité"}});
  const json::Object event = thing(site.html(path), "Event");
  CHECK(event.at("name") == "Loto");
  CHECK(event.at("startDate") == "2027-01-03T17:00:00Z");
  CHECK_FALSE(event.contains("endDate"));
  CHECK(event.at("location").at("name") == "Salle des fêtes");
  CHECK(event.at("organizer").at("name") == "Comité");
}

TEST_CASE("an event of whole days tells days") {
  Site site;
  const std::string path = site.event("Fête", {{"starts", "2027-07-13"}, {"ends", "2027-07-14"}, {"all_day", true}});
  const json::Object event = thing(site.html(path), "Event");
  CHECK(event.at("startDate") == "2027-07-13");
  CHECK(event.at("endDate") == "2027-07-14");
}

TEST_CASE("the breadcrumb is told where there is one, and only there") {
  Site site;
  const std::string path = site.event("Fête", {{"starts", "2027-07-13"}, {"all_day", true}});
  const json::Object breadcrumb = thing(site.html(path), "BreadcrumbList");
  const json::Array& items = breadcrumb.at("itemListElement").as_array();
  REQUIRE(items.size() == 3);
  CHECK(items[0].at("item").at("@id") == "/");
  CHECK(items[1].at("item").at("name") == "Agenda");
  CHECK(items[2].at("position") == 3);
  CHECK(items[2].at("item").at("@id").as_string() == path);
  CHECK(things_of(site.html("/")).size() == 1);
  CHECK(things_of(site.html("/plan-du-site")).empty());
}

TEST_CASE("a page that search engines shall not keep tells programs nothing") {
  Site site;
  site.visitor.get("/nulle-part");
  CHECK(things_of(site.visitor.page()).empty());
}

TEST_CASE("no title ends the element that holds JSON-LD") {
  Site site;
  const std::string name = "</script><script>alert(1)</script><!--";
  const std::string html = site.html(site.event(name, {{"starts", "2027-07-13"}, {"all_day", true}}));
  CHECK(thing(html, "Event").at("name") == "</script><script>alert(1)</script><!--");
  const auto start = html.find(opening_tag) + opening_tag.size();
  const std::string inside = html.substr(start, html.find("</script>", start) - start);
  CHECK(inside.find('<') == std::string::npos);
  CHECK(html.find("<script>") == std::string::npos);
}

TEST_CASE("the line ends that old JavaScript knows are escaped, and read back the same") {
  const std::string name = "a\u2028b\u2029c<d";
  const std::string text = api::structured_text({json::Object{{"name", name}}});
  for (const char* sign : {"\u2028", "\u2029", "<"}) CHECK(text.find(sign) == std::string::npos);
  CHECK(json::parse_trusted(text).at("@graph").at(0).at("name").as_string() == name);
}
