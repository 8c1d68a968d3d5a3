// Reads the tests of a procedure.
#include "tenants/forms/procedure_test.hpp"

#include "tenants/forms/definition.hpp"
#include "tenants/forms/object_reader.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace clocher::forms {
namespace {

constexpr std::size_t most_tests = 40;
constexpr std::size_t most_acts = 60;
constexpr std::int64_t longest_wait_days = 3'650;
constexpr int usual_hour = 10;  // of a test that names only its day

using Kind = TestAct::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 12> verbs = {{{"fill", Kind::fill},
                                                                      {"ends", Kind::ends},
                                                                      {"asked", Kind::asked},
                                                                      {"not_asked", Kind::asked},
                                                                      {"send", Kind::send},
                                                                      {"move", Kind::move},
                                                                      {"reply", Kind::reply},
                                                                      {"message", Kind::message},
                                                                      {"withdraw", Kind::withdraw},
                                                                      {"wait_days", Kind::wait},
                                                                      {"mail", Kind::mail},
                                                                      {"state", Kind::state}}};

bool is_asked_somewhere(const Definition& definition, std::string_view id) {
  return find_step(definition, id) != nullptr || find_field(definition, id) != nullptr;
}

// "2026-11-24", or "2026-11-24 18:30".
std::optional<LocalTime> parse_moment(std::string_view text) {
  const auto date = parse_iso_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  LocalTime time{*date, usual_hour, 0};
  if (text.size() == 10) return time;
  if (text.size() != 16 || text[10] != ' ' || text[13] != ':') return std::nullopt;
  const auto read = [&](std::size_t at, int& number) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, number);
    return error == std::errc{} && end == text.data() + at + 2;
  };
  if (!read(11, time.hour) || !read(14, time.minute)) return std::nullopt;
  if (time.hour > 23 || time.minute > 59) return std::nullopt;
  return time;
}

class ActReader {
 public:
  ActReader(const json::Value& value, std::string where, const Definition& definition, Problems& problems)
      : object_(value, std::move(where), problems), definition_(definition) {}

  TestAct read() {
    read_kind();
    switch (act_.kind) {
      case Kind::fill: read_fill(); break;
      case Kind::ends: act_.text = object_.text("ends"); break;
      case Kind::asked: read_asked(); break;
      case Kind::send: read_order("send"); break;
      case Kind::withdraw: read_order("withdraw"); break;
      case Kind::move:
        act_.text = object_.text("move");
        act_.reason = object_.optional_text("reason");
        act_.refusal = object_.optional_text("refused");
        break;
      case Kind::reply: read_words("reply"); break;
      case Kind::message: read_words("message"); break;
      case Kind::wait: act_.days = static_cast<int>(object_.number("wait_days", 1, longest_wait_days)); break;
      case Kind::mail: read_mail(); break;
      case Kind::state: act_.text = object_.text("state"); break;
    }
    object_.refuse_unknown();
    return std::move(act_);
  }

 private:
  void read_kind() {
    for (const auto& [name, kind] : verbs) {
      if (object_.find(name) == nullptr) continue;
      act_.kind = kind;
      return;
    }
    object_.wrong(
        "",
        "must hold one of fill, ends, asked, not_asked, send, move, reply, message, withdraw, wait_days, mail, state");
  }

  void read_fill() {
    const json::Value* answers = object_.find("fill");
    if (answers == nullptr || !answers->is_object()) {
      object_.wrong("fill", "must be an object of answers by field");
      return;
    }
    act_.answers = answers->get_object();
    for (const auto& [id, answer] : act_.answers) {
      if (find_field(definition_, id) == nullptr) unknown("fill", id);
    }
    const json::Value* refused = object_.find("refused");
    if (refused == nullptr) return;
    if (!refused->is_object()) {
      object_.wrong("refused", "must be an object of message keys by field");
      return;
    }
    for (const auto& [id, key] : refused->get_object()) {
      const std::string field = std::string(id).substr(0, id.find_first_of(".["));
      if (find_field(definition_, field) == nullptr) unknown("refused", id);
      if (!key.is_string())
        object_.wrong("refused", "must be an object of message keys by field");
      else
        act_.refused[std::string(id)] = std::string(key.get_string());
    }
  }

  void read_asked() {
    act_.asked = object_.texts("asked");
    act_.not_asked = object_.texts("not_asked");
    for (const std::string& id : act_.asked) {
      if (!is_asked_somewhere(definition_, id)) unknown("asked", id);
    }
    for (const std::string& id : act_.not_asked) {
      if (!is_asked_somewhere(definition_, id)) unknown("not_asked", id);
    }
  }

  void read_order(std::string_view name) {
    if (!object_.flag(name)) object_.wrong(name, "must be true");
    act_.refusal = object_.optional_text("refused");
  }

  void read_words(std::string_view name) {
    act_.text = object_.text(name);
    act_.refusal = object_.optional_text("refused");
  }

  void read_mail() {
    act_.text = object_.text("mail");
    if (act_.text != mail_to_resident && act_.text != mail_to_agents)
      object_.wrong("mail", "must be resident or agents");
    act_.words = object_.texts("words");
    act_.absent = object_.texts("without");
  }

  void unknown(std::string_view property, std::string_view id) {
    object_.wrong(property, "\"" + std::string(id) + "\" is no id of this procedure");
  }

  ObjectReader object_;
  const Definition& definition_;
  TestAct act_;
};

ProcedureTest read_test(const json::Value& value, const std::string& where, const Definition& definition,
                        Problems& problems) {
  ObjectReader object(value, where, problems);
  ProcedureTest test;
  test.name = object.text("name");
  const auto moment = parse_moment(object.text("at"));
  if (moment)
    test.at = *moment;
  else
    object.wrong("at", "must be a day such as 2026-11-24, or 2026-11-24 18:30");
  const json::Array& acts = object.list("play");
  if (acts.size() > most_acts) object.wrong("play", "must be a list of at most 60");
  for (const json::Value& item : acts) {
    if (test.acts.size() == most_acts) break;
    const std::string path = item_path(object.where("play"), test.acts.size());
    test.acts.push_back(ActReader(item, path, definition, problems).read());
  }
  object.refuse_unknown();
  return test;
}

}  // namespace

std::vector<ProcedureTest> read_procedure_tests(ObjectReader& owner, const Definition& definition) {
  std::vector<ProcedureTest> tests;
  const json::Array& items = owner.optional_list("tests");
  if (items.size() > most_tests) {
    owner.wrong("tests", "must be a list of at most 40");
    return tests;
  }
  for (const json::Value& item : items) {
    tests.push_back(read_test(item, item_path(owner.where("tests"), tests.size()), definition, owner.problems()));
  }
  return tests;
}

}  // namespace clocher::forms
