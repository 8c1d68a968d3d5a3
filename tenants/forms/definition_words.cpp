// Readers of definitions speak to whoever writes JSON; this speaks to whoever writes a form.
#include "tenants/forms/definition_words.hpp"

#include "tenants/forms/definition.hpp"

#include <charconv>

namespace clocher::forms {
namespace {

constexpr std::string_view key_prefix = "procedure_problem.";

// Takes "name[12]." from the front.
std::optional<std::size_t> take_index(std::string_view& where, std::string_view name) {
  if (!where.starts_with(name)) return std::nullopt;
  const std::string_view digits = where.substr(name.size());
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  if (error != std::errc{} || end == digits.data() + digits.size() || *end != ']') return std::nullopt;
  where.remove_prefix(static_cast<std::size_t>(end + 1 - where.data()));
  if (where.starts_with('.')) where.remove_prefix(1);
  return index;
}

// "options[2].label" is about options; "show_if.all[1].field" about show_if.
std::string property_of(std::string_view rest) { return std::string(rest.substr(0, rest.find_first_of(".["))); }

const json::Object* item(const json::Object* owner, std::string_view list, std::size_t index) {
  const json::Array* items = owner == nullptr ? nullptr : json::find_array(*owner, list);
  return items == nullptr || index >= items->size() ? nullptr : (*items)[index].if_object();
}

std::string name_of(const json::Object* item, std::string_view property, std::size_t index) {
  const std::string name = item == nullptr ? "" : json::string_or(*item, property);
  return name.empty() ? std::to_string(index + 1) : "«\u00a0" + name + "\u00a0»";
}

std::string place_in_words(const json::Object& definition, const Place& place, const view::Catalogue& catalogue) {
  if (!place.page) return "";
  const json::Object* page = item(&definition, "steps", *place.page);
  const std::string page_name = name_of(page, "title", *place.page);
  if (!place.field) return catalogue.text("procedure_place.page", {{"page", page_name}});
  const json::Object* field = item(page, "fields", *place.field);
  return catalogue.text("procedure_place.question",
                        {{"page", page_name}, {"question", name_of(field, "label", *place.field)}});
}

// Some rules are broken in two ways that want two sentences.
std::string key_of(const Place& place, const Problem& problem) {
  const std::string property = property_of(place.rest);
  const std::string owner = place.field ? "field." : place.page ? "page." : "";
  if (problem.text == "is not a property that exists here") return "unknown";
  if (property == "id" && problem.text.find("is the id of another") != std::string::npos) return "id_twice";
  if (property == "fields" && place.page && !place.field) return "page.fields";
  if (property == "options" && place.rest.find('[') != std::string::npos) return "option";
  if (property == "options" && problem.text.find("twice") != std::string::npos) return "option_twice";
  return owner + property;
}

std::string sentence(const Place& place, const Problem& problem, const view::Catalogue& catalogue) {
  const Arguments arguments{{"where", problem.where}, {"property", property_of(place.rest)}};
  const std::string key = std::string(key_prefix) + key_of(place, problem);
  return catalogue.text(catalogue.has(key) ? key : std::string(key_prefix) + "other", arguments);
}

}  // namespace

Place parse_place(std::string_view where) {
  Place place;
  place.page = take_index(where, "steps[");
  if (place.page) place.field = take_index(where, "fields[");
  place.rest = where;
  return place;
}

std::vector<PlacedProblem> problems_in_words(const json::Object& definition, const view::Catalogue& catalogue) {
  std::vector<PlacedProblem> placed;
  for (const Problem& problem : problems_of(json::Value(definition))) {
    const Place place = parse_place(problem.where);
    PlacedProblem words{place.page, place.field, property_of(place.rest), place_in_words(definition, place, catalogue),
                        sentence(place, problem, catalogue)};
    const auto is_same = [&](const PlacedProblem& other) {
      return other.page == words.page && other.field == words.field && other.message == words.message;
    };
    bool is_said = false;
    for (const PlacedProblem& other : placed) is_said = is_said || is_same(other);
    if (!is_said) placed.push_back(std::move(words));
  }
  return placed;
}

}  // namespace clocher::forms
