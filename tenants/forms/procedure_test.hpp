// What a procedure promises, written beside it: tests that anyone can read and that a throw-away commune plays
// (tenants/dossiers/rehearsal.hpp). The format: docs/reference/procedures.md.
#pragma once

#include "core/base/date.hpp"
#include "core/json/json.hpp"

#include <map>
#include <string>
#include <vector>

namespace clocher::forms {

struct Definition;
class ObjectReader;

// One thing that somebody does, or that is looked at then.
struct TestAct {
  enum class Kind {
    fill,      // a resident answers page by page until the review, or until the page that must refuse
    ends,      // the answers so far end the procedure early
    asked,     // which pages and questions these answers call for
    send,      // the resident sends
    move,      // an agent changes the state
    reply,     // an agent writes
    message,   // the resident writes
    withdraw,  // the resident withdraws
    wait,      // days go by
    mail,      // the last mail to somebody
    state,     // of the case
  };
  Kind kind = Kind::fill;
  json::Object answers;                        // of fill: by field id, as a resident would type them
  std::map<std::string, std::string> refused;  // of fill: field id, or id.part, to message key
  std::string refusal;                         // of send, move, reply, message, withdraw: message key, "" for none
  std::vector<std::string> asked;              // ids of pages or fields
  std::vector<std::string> not_asked;
  std::string text;    // the state of move and state, the words of reply, message and ends, the reader of mail
  std::string reason;  // of move
  std::vector<std::string> words;   // of mail: all of them are in it
  std::vector<std::string> absent;  // of mail: none of them is in it
  int days = 0;
};

struct ProcedureTest {
  std::string name;
  LocalTime at;  // when the first act takes place
  std::vector<TestAct> acts;
};

// The readers of a mail: the person who asks, the agents of the town hall.
inline constexpr std::string_view mail_to_resident = "resident";
inline constexpr std::string_view mail_to_agents = "agents";

// "tests" of a definition whose steps are read already: a test that names an unknown page or question is a problem.
[[nodiscard]] std::vector<ProcedureTest> read_procedure_tests(ObjectReader& owner, const Definition& definition);

}  // namespace clocher::forms
