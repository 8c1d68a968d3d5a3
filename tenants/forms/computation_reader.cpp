// Reads computations and checks them against the fields asked before.
#include "tenants/forms/computation_reader.hpp"

#include "tenants/forms/field_type.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

constexpr std::int64_t largest_constant = 999'999'999'999;

const Field* find_in(const std::vector<Field>& fields, std::string_view id) {
  const auto it = std::ranges::find(fields, id, &Field::id);
  return it == fields.end() || it->type == nullptr ? nullptr : &*it;
}

bool is_of_type(const Field* field, std::initializer_list<std::string_view> types) {
  return field != nullptr && std::ranges::find(types, field->type->name) != types.end();
}

class Reader {
 public:
  Reader(ObjectReader& object, const std::vector<Field>& earlier) : object_(object), earlier_(earlier) {}

  Computation read() {
    Computation computation;
    constexpr std::array<std::pair<std::string_view, Computation::Kind>, 3> lists = {
        {{"sum", Computation::Kind::sum},
         {"product", Computation::Kind::product},
         {"difference", Computation::Kind::difference}}};
    for (const auto& [name, kind] : lists) {
      if (object_.find(name) == nullptr) continue;
      computation.kind = kind;
      computation.operands = read_operands(name);
      if (kind == Computation::Kind::difference && computation.operands.size() != 2)
        object_.wrong(name, "must be a list of two");
      return computation;
    }
    if (object_.find("count") != nullptr) {
      computation.kind = Computation::Kind::count;
      computation.operands = {read_field_of("count", {"group", "choices", "file", "identity"})};
    } else {
      computation.kind = Computation::Kind::age;
      computation.operands = {read_field_of("age", {"date"})};
      read_day(computation);
    }
    return computation;
  }

 private:
  Operand read_field_of(std::string_view name, std::initializer_list<std::string_view> types) {
    Operand operand;
    operand.field = object_.text(name);
    if (!is_of_type(find_in(earlier_, operand.field), types))
      object_.wrong(name, "must be the id of a field asked earlier, of a type that can be computed with so");
    return operand;
  }

  void read_day(Computation& computation) {
    const json::Value* on = object_.find("on");
    if (on == nullptr) return;
    const std::string text = on->is_string() ? std::string(std::string_view(on->get_string())) : "";
    if (text == "today") return;
    computation.on = parse_iso_date(text);
    if (computation.on) return;
    computation.on_field = text;
    if (!is_of_type(find_in(earlier_, text), {"date"}))
      object_.wrong("on", "must be \"today\", a date such as \"2026-09-01\" or the id of a date field asked earlier");
  }

  std::vector<Operand> read_operands(std::string_view name) {
    std::vector<Operand> operands;
    for (const json::Value& value : object_.list(name)) {
      operands.push_back(read_operand(value, item_path(object_.where(name), operands.size())));
    }
    return operands;
  }

  Operand read_operand(const json::Value& value, const std::string& where) {
    Operand operand;
    if (const std::int64_t* number = value.if_int64()) {
      if (*number > largest_constant || *number < -largest_constant)
        object_.problems().add(where, "must have at most 12 digits");
      else
        operand.hundredths = *number * 100;
    } else if (value.is_object()) {
      ObjectReader amount(value, where, object_.problems());
      operand.hundredths = amount.number("cents", -largest_constant, largest_constant);
      amount.refuse_unknown();
    } else {
      read_name(value, where, operand);
    }
    return operand;
  }

  void read_name(const json::Value& value, const std::string& where, Operand& operand) {
    const std::string name = value.is_string() ? std::string(std::string_view(value.get_string())) : "";
    const std::size_t dot = name.find('.');
    operand.field = name.substr(0, dot);
    const Field* field = find_in(earlier_, operand.field);
    if (dot != std::string::npos) {
      operand.part = name.substr(dot + 1);
      field = is_of_type(field, {"group"}) ? find_in(field->fields, operand.part) : nullptr;
    }
    if (!is_of_type(field, {"number", "money", "computed"})) {
      object_.problems().add(where,
                             "must be a whole number, {\"cents\": n}, or the id of a number, an amount or a "
                             "computed value asked earlier (\"group.field\" inside a group)");
      return;
    }
    operand.is_whole = field->compute && field->compute->unit == Computation::Unit::integer;
  }

  ObjectReader& object_;
  const std::vector<Field>& earlier_;
};

}  // namespace

Computation read_computation(ObjectReader& owner, const std::vector<Field>& earlier) {
  const json::Value* value = owner.find("compute");
  if (value == nullptr) {
    owner.wrong("compute", "must be there");
    return {};
  }
  ObjectReader object(*value, owner.where("compute"), owner.problems());
  Computation computation = Reader(object, earlier).read();
  object.refuse_unknown();
  const std::string unit = owner.optional_text("unit");
  if (unit == "cents") computation.unit = Computation::Unit::cents;
  if (!unit.empty() && unit != "cents" && unit != "integer") owner.wrong("unit", "must be integer or cents");
  return computation;
}

}  // namespace clocher::forms
