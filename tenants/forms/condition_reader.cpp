// Reads conditions and checks them against the fields asked before.
#include "tenants/forms/condition_reader.hpp"

#include "tenants/forms/field_type.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

constexpr int deepest = 8;

const Field* find_earlier(const std::vector<Field>& earlier, std::string_view id) {
  const auto it = std::find_if(earlier.begin(), earlier.end(), [&](const Field& field) { return field.id == id; });
  return it == earlier.end() ? nullptr : &*it;
}

// "2", 2 and true as they stand in answers.
std::string as_text(const json::Value& value) {
  if (value.is_string()) return std::string(std::string_view(value.get_string()));
  if (value.is_int64() || value.is_bool()) return json::serialize(value);
  return {};
}

// Why `text` can never be an answer to `field`; "" when it can.
std::string why_impossible(const Field& field, const std::string& text) {
  const std::string_view type = field.type == nullptr ? "" : field.type->name;
  const bool is_asking = field.type == nullptr || field.type->nature == FieldNature::answer;
  if (!is_asking || type == "address" || type == "point" || type == "group")
    return "cannot look at a field of type " + std::string(type);
  if (type == "consent") return text == "true" ? "" : "can only ask whether a consent equals true";
  if (type != "choice" && type != "choices") return text.empty() ? "needs a text, a whole number or true" : "";
  const bool known = std::any_of(field.options.begin(), field.options.end(),
                                 [&](const Option& option) { return option.value == text; });
  return known ? "" : "names \"" + text + "\", which is no option of " + field.id;
}

// A number is compared as it is stored: "02" is "2".
std::string as_stored(const Field& field, std::string text) {
  if (field.type == nullptr || field.type->name != "number") return text;
  const ReadField read = field.type->read(field, json::Value(text), Date{});
  return read.value && read.value->is_string() ? std::string(std::string_view(read.value->get_string())) : text;
}

class Reader {
 public:
  Reader(const std::vector<Field>& earlier, Problems& problems) : earlier_(earlier), problems_(problems) {}

  Condition read(const json::Value& value, const std::string& where, int depth) {
    Condition condition;
    ObjectReader object(value, where, problems_);
    if (depth > deepest) {
      problems_.add(where, "is nested too deeply");
    } else if (const json::Value* child = object.find("not")) {
      condition.kind = Condition::Kind::negation;
      condition.children.push_back(read(*child, object.where("not"), depth + 1));
    } else if (object.find("all") != nullptr) {
      condition.kind = Condition::Kind::all;
      condition.children = read_children(object, "all", depth);
    } else if (object.find("any") != nullptr) {
      condition.kind = Condition::Kind::any;
      condition.children = read_children(object, "any", depth);
    } else {
      condition.kind = Condition::Kind::is_one_of;
      read_comparison(object, condition);
    }
    object.refuse_unknown();
    return condition;
  }

 private:
  std::vector<Condition> read_children(ObjectReader& object, std::string_view name, int depth) {
    std::vector<Condition> children;
    for (const json::Value& child : object.list(name)) {
      children.push_back(read(child, item_path(object.where(name), children.size()), depth + 1));
    }
    return children;
  }

  void read_comparison(ObjectReader& object, Condition& condition) {
    condition.field = object.text("field");
    if (object.find("answered") != nullptr) return read_answered(object, condition);
    for (const auto& [name, kind] : orders) {
      if (object.find(name) == nullptr) continue;
      condition.kind = kind;
      const bool is_moment = kind == Condition::Kind::before || kind == Condition::Kind::after;
      return is_moment ? read_moment(object, name, condition) : read_bound(object, name, condition);
    }
    const json::Value* equals = object.find("equals");
    const json::Array listed = equals == nullptr ? object.list("in") : json::Array{*equals};
    const Field* field = find_earlier(earlier_, condition.field);
    if (field == nullptr) return object.wrong("field", "must be the id of a field asked earlier");
    for (const json::Value& value : listed) {
      std::string text = as_text(value);
      if (std::string problem = why_impossible(*field, text); !problem.empty())
        object.wrong("field", std::move(problem));
      condition.values.push_back(as_stored(*field, std::move(text)));
    }
  }

  static constexpr std::array<std::pair<std::string_view, Condition::Kind>, 4> orders = {
      {{"at_least", Condition::Kind::at_least},
       {"at_most", Condition::Kind::at_most},
       {"before", Condition::Kind::before},
       {"after", Condition::Kind::after}}};

  void read_answered(ObjectReader& object, Condition& condition) {
    const Field* field = find_earlier(earlier_, condition.field);
    const bool asks = field != nullptr && field->type != nullptr && field->type->nature != FieldNature::note;
    if (!asks) object.wrong("field", "must be the id of a question asked earlier");
    condition.kind = Condition::Kind::answered;
    if (object.flag("answered")) return;
    Condition negation;
    negation.kind = Condition::Kind::negation;
    negation.children.push_back(condition);
    condition = std::move(negation);
  }

  void read_bound(ObjectReader& object, std::string_view name, Condition& condition) {
    constexpr std::int64_t largest = 999'999'999'999;
    condition.bound = object.number(name, -largest, largest);
    const Field* field = find_earlier(earlier_, condition.field);
    const std::string_view type = field == nullptr || field->type == nullptr ? "" : field->type->name;
    if (type == "number") condition.bound *= 100;
    if (type != "number" && type != "money" && type != "computed")
      object.wrong("field", "must be the id of a number, an amount or a computed value asked earlier");
  }

  void read_moment(ObjectReader& object, std::string_view name, Condition& condition) {
    const Field* field = find_earlier(earlier_, condition.field);
    const std::string_view type = field == nullptr || field->type == nullptr ? "" : field->type->name;
    if (type != "date" && type != "time")
      return object.wrong("field", "must be the id of a date or a time asked earlier");
    const json::Value* value = object.find(name);
    if (value->is_object()) {
      ObjectReader other(*value, object.where(name), problems_);
      condition.other = other.text("field");
      other.refuse_unknown();
      const Field* compared = find_earlier(earlier_, condition.other);
      if (compared == nullptr || compared->type != field->type)
        object.wrong(name, "must name a field of the same type asked earlier");
      return;
    }
    condition.day = object.text(name);
    if (type == "date" ? !parse_iso_date(condition.day) : !is_time(condition.day))
      object.wrong(name, "must be a date such as \"2026-11-24\" or a time such as \"14:30\"");
  }

  const std::vector<Field>& earlier_;
  Problems& problems_;
};

}  // namespace

std::optional<Condition> read_condition(ObjectReader& owner, std::string_view name, const std::vector<Field>& earlier) {
  const json::Value* value = owner.find(name);
  if (value == nullptr) return std::nullopt;
  return Reader(earlier, owner.problems()).read(*value, owner.where(name), 1);
}

}  // namespace clocher::forms
