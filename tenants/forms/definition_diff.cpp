// Walks both writings side by side: the procedure, its pages, their questions, its tests.
#include "tenants/forms/definition_diff.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

// A page or a question with what surrounds it.
struct Item {
  std::string id;
  const json::Object* object = nullptr;
  const json::Object* page = nullptr;  // of a question
};

std::vector<Item> items_of(const json::Object& owner, std::string_view list, std::string_view id) {
  std::vector<Item> items;
  const json::Array* array = json::find_array(owner, list);
  if (array == nullptr) return items;
  for (const json::Value& value : *array) {
    if (const json::Object* object = value.if_object()) items.push_back({json::string_or(*object, id), object, nullptr});
  }
  return items;
}

std::vector<Item> questions_of(const json::Object& definition) {
  std::vector<Item> questions;
  for (const Item& page : items_of(definition, "steps", "id")) {
    for (Item& question : items_of(*page.object, "fields", "id")) {
      question.page = page.object;
      questions.push_back(std::move(question));
    }
  }
  return questions;
}

const Item* find(const std::vector<Item>& items, const std::string& id) {
  const auto it = std::ranges::find(items, id, &Item::id);
  return it == items.end() ? nullptr : &*it;
}

// Those that both have, in the order of each.
bool is_reordered(const std::vector<Item>& from, const std::vector<Item>& to) {
  std::vector<std::string> before, after;
  for (const Item& item : from) {
    if (find(to, item.id) != nullptr) before.push_back(item.id);
  }
  for (const Item& item : to) {
    if (find(from, item.id) != nullptr) after.push_back(item.id);
  }
  return before != after;
}

const json::Value nothing;

const json::Value& value_of(const json::Object& object, std::string_view name) {
  const json::Value* value = object.if_contains(name);
  return value == nullptr ? nothing : *value;
}

std::string text_of(const json::Value& value) {
  return value.is_string() ? std::string(std::string_view(value.get_string())) : std::string();
}

// "" is absent, and so is false or an empty list: writing them out changes nothing.
bool says_nothing(const json::Value& value) {
  return value.is_null() || (value.is_string() && value.get_string().empty()) ||
         (value.is_bool() && !value.get_bool()) || (value.is_array() && value.get_array().empty());
}

bool are_same(const json::Value& one, const json::Value& other) {
  return one == other || (says_nothing(one) && says_nothing(other));
}

class Comparison {
 public:
  explicit Comparison(const view::Catalogue& catalogue) : catalogue_(catalogue) {}

  void compare(const json::Object& from, const json::Object& to) {
    compare_properties(from, to, "", {"slug", "steps", "tests"}, {});
    compare_pages(items_of(from, "steps", "id"), items_of(to, "steps", "id"));
    compare_questions(questions_of(from), questions_of(to));
    compare_tests(items_of(from, "tests", "name"), items_of(to, "tests", "name"));
  }

  std::vector<DefinitionChange> changes;

 private:
  void say(ChangeKind kind, std::string_view key, const Arguments& arguments = {}, std::string before = {},
           std::string after = {}) {
    changes.push_back({kind, catalogue_.text("procedure_change." + std::string(key), arguments), std::move(before),
                       std::move(after)});
  }

  // `scope` is "", "page." or "field.": the name of each property in French stands under "procedure_part.<scope><name>".
  std::string part(const std::string& scope, std::string_view name) const {
    const std::string key = "procedure_part." + scope + std::string(name);
    return catalogue_.has(key) ? catalogue_.text(key)
                               : catalogue_.text("procedure_part.other", {{"name", std::string(name)}});
  }

  void compare_properties(const json::Object& from, const json::Object& to, const std::string& scope,
                          const std::vector<std::string_view>& apart, const Arguments& of) {
    std::vector<std::string> names;
    for (const auto& property : to) names.emplace_back(property.key());
    for (const auto& property : from) {
      if (!to.contains(property.key())) names.emplace_back(property.key());
    }
    for (const std::string& name : names) {
      if (std::ranges::find(apart, name) != apart.end()) continue;
      const json::Value& before = value_of(from, name);
      const json::Value& after = value_of(to, name);
      if (!are_same(before, after)) say_property(scope, name, before, after, of);
    }
  }

  void say_property(const std::string& scope, const std::string& name, const json::Value& before,
                    const json::Value& after, Arguments of) {
    of["part"] = part(scope, name);
    const bool is_new = says_nothing(before);
    const ChangeKind kind = is_new ? ChangeKind::added : says_nothing(after) ? ChangeKind::removed : ChangeKind::changed;
    say(kind, scope + (is_new ? "property_added" : kind == ChangeKind::removed ? "property_removed" : "property"), of,
        text_of(before), text_of(after));
  }

  void compare_pages(const std::vector<Item>& from, const std::vector<Item>& to) {
    for (const Item& page : from) {
      if (find(to, page.id) == nullptr) say(ChangeKind::removed, "page_removed", {{"page", title(page)}});
    }
    for (const Item& page : to) {
      const Item* before = find(from, page.id);
      if (before == nullptr) {
        say(ChangeKind::added, "page_added", {{"page", title(page)}});
        continue;
      }
      if (title(*before) != title(page))
        say(ChangeKind::changed, "page_renamed", {{"before", title(*before)}, {"after", title(page)}});
      compare_properties(*before->object, *page.object, "page.", {"id", "title", "fields"}, {{"page", title(page)}});
    }
    if (is_reordered(from, to)) say(ChangeKind::moved, "pages_reordered");
  }

  void compare_questions(const std::vector<Item>& from, const std::vector<Item>& to) {
    for (const Item& question : from) {
      if (find(to, question.id) == nullptr) say(ChangeKind::removed, "question_removed", named(question));
    }
    for (const Item& question : to) {
      const Item* before = find(from, question.id);
      if (before == nullptr) say(ChangeKind::added, "question_added", named(question));
      else compare_question(*before, question);
    }
    compare_order(from, to);
  }

  void compare_question(const Item& before, const Item& after) {
    const Arguments of = named(after);
    if (label(before) != label(after))
      say(ChangeKind::changed, "question_renamed", {{"before", label(before)}, {"after", label(after)}});
    if (json::string_or(*before.page, "id") != json::string_or(*after.page, "id"))
      say(ChangeKind::moved, "question_moved", of);
    if (json::string_or(*before.object, "type") != json::string_or(*after.object, "type"))
      say(ChangeKind::changed, "question_type", of);
    const bool was_required = json::is_true(*before.object, "required");
    if (was_required != json::is_true(*after.object, "required"))
      say(ChangeKind::changed, was_required ? "question_optional" : "question_required", of);
    compare_options(*before.object, *after.object, of);
    compare_properties(*before.object, *after.object, "field.", {"id", "label", "type", "required", "options"}, of);
  }

  void compare_options(const json::Object& from, const json::Object& to, Arguments of) {
    const auto before = items_of(from, "options", "value");
    const auto after = items_of(to, "options", "value");
    for (const Item& option : before) {
      if (find(after, option.id) == nullptr) say_option(ChangeKind::removed, "option_removed", option, of);
    }
    for (const Item& option : after) {
      const Item* known = find(before, option.id);
      if (known == nullptr) say_option(ChangeKind::added, "option_added", option, of);
      else if (*known->object != *option.object) say_option(ChangeKind::changed, "option_changed", option, of);
    }
    if (is_reordered(before, after)) say(ChangeKind::moved, "options_reordered", of);
  }

  void say_option(ChangeKind kind, std::string_view key, const Item& option, Arguments of) {
    of["option"] = label(option);
    say(kind, key, of);
  }

  // Once for each page: the questions that stayed on it.
  void compare_order(const std::vector<Item>& from, const std::vector<Item>& to) {
    std::vector<std::string> said;
    for (const Item& question : to) {
      const std::string page = json::string_or(*question.page, "id");
      if (std::ranges::find(said, page) != said.end()) continue;
      said.push_back(page);
      const auto on_page = [&](std::vector<Item> items) {
        std::erase_if(items, [&](const Item& item) { return json::string_or(*item.page, "id") != page; });
        return items;
      };
      if (is_reordered(on_page(from), on_page(to)))
        say(ChangeKind::moved, "questions_reordered", {{"page", json::string_or(*question.page, "title")}});
    }
  }

  void compare_tests(const std::vector<Item>& from, const std::vector<Item>& to) {
    for (const Item& test : from) {
      if (find(to, test.id) == nullptr) say(ChangeKind::removed, "test_removed", {{"test", test.id}});
    }
    for (const Item& test : to) {
      const Item* before = find(from, test.id);
      if (before == nullptr) say(ChangeKind::added, "test_added", {{"test", test.id}});
      else if (*before->object != *test.object) say(ChangeKind::changed, "test_changed", {{"test", test.id}});
    }
  }

  static std::string title(const Item& page) { return json::string_or(*page.object, "title"); }
  static std::string label(const Item& item) { return json::string_or(*item.object, "label"); }
  static Arguments named(const Item& question) {
    return {{"question", label(question)}, {"page", json::string_or(*question.page, "title")}};
  }

  const view::Catalogue& catalogue_;
};

}  // namespace

std::string_view to_string(ChangeKind kind) {
  static constexpr std::array<std::string_view, 4> names = {"added", "removed", "changed", "moved"};
  return names.at(static_cast<std::size_t>(kind));
}

std::vector<DefinitionChange> diff_definitions(const json::Object& from, const json::Object& to,
                                               const view::Catalogue& catalogue) {
  Comparison comparison(catalogue);
  comparison.compare(from, to);
  return std::move(comparison.changes);
}

}  // namespace clocher::forms
