// What is wrong with a procedure that somebody is writing, in French, at the page and the question it is about.
#pragma once

#include "core/json/json.hpp"
#include "core/view/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

struct PlacedProblem {
  std::optional<std::size_t> page;   // index
  std::optional<std::size_t> field;  // index in its page
  std::string property;              // what to look at there: "label", "options"; "" for the whole
  std::string place;                 // French: "Page « Vous », question « Votre nom »"; "" for the procedure itself
  std::string message;               // a French sentence
};

// None: it can be published when its tests pass. The sentence of a property is "procedure_problem.<property>" of the catalogue.
[[nodiscard]] std::vector<PlacedProblem> problems_in_words(const json::Object& definition,
                                                           const view::Catalogue& catalogue);

// "steps[1].fields[0].options[2].label" taken apart: 1, 0, "options[2].label".
struct Place {
  std::optional<std::size_t> page;
  std::optional<std::size_t> field;
  std::string rest;
};
[[nodiscard]] Place parse_place(std::string_view where);

}  // namespace clocher::forms
