// The controls under /__sim/: forms in, JSON out. Fields that are not given keep what they were.
#include "payments/payfip/simulator/simulator.hpp"

#include "core/base/config_values.hpp"
#include "core/base/date.hpp"
#include "core/http/form.hpp"
#include "core/json/json.hpp"

#include <algorithm>
#include <array>

namespace clocher::payments::payfip::simulator {
namespace {

constexpr std::int64_t most_seconds = 4'000'000'000;
constexpr std::size_t most_clients = 10'000;

// Reads the fields of a control and remembers the first that is wrong.
class Reader {
 public:
  explicit Reader(const http::Form& form) : form_(form) {}

  [[nodiscard]] bool has(std::string_view name) const { return form_.has(name); }
  [[nodiscard]] std::string_view get(std::string_view name) const { return form_.get(name); }
  [[nodiscard]] const http::Form& form() const { return form_; }

  void number(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t& target) {
    if (!has(name)) return;
    const auto number = read_number(get(name), least, most);
    require(number.has_value(), name);
    target = number.value_or(target);
  }
  void require(bool is_right, std::string_view field) {
    if (!is_right && wrong_.empty()) wrong_ = field;
  }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  const http::Form& form_;
  std::string wrong_;
};

std::optional<Operation> operation_named(std::string_view name) {
  for (const Operation operation : {Operation::create, Operation::detail, Operation::client}) {
    if (name == name_of(operation)) return operation;
  }
  return std::nullopt;
}

void read_fault(Reader& reader, Behaviour& behaviour) {
  const auto disorder = parse_disorder(reader.get("fault"));
  const std::string_view operation = reader.get("operation");
  std::int64_t calls = -1;
  reader.require(disorder.has_value(), "fault");
  behaviour.disorder = disorder.value_or(Disorder::none);
  behaviour.disordered_operation = operation_named(operation);
  reader.require(behaviour.disordered_operation || operation.empty() || operation == "any", "operation");
  reader.number("calls", 1, 1'000'000, calls);
  reader.number("seconds", 1, 600, behaviour.timeout_seconds);
  behaviour.disordered_calls = static_cast<int>(calls);
  behaviour.code = reader.get("code");
}

void read_notifications(Reader& reader, Behaviour& behaviour) {
  if (reader.has("mode")) {
    const auto notifying = parse_notifying(reader.get("mode"));
    reader.require(notifying.has_value(), "mode");
    behaviour.notifying = notifying.value_or(Notifying::sent);
  }
  if (reader.has("spelling")) behaviour.spelling = reader.get("spelling");
  reader.require(behaviour.spelling == "idop" || behaviour.spelling == "idOp", "spelling");
  if (reader.has("return")) behaviour.returns_by_post = reader.get("return") == "post";
  reader.require(!reader.has("return") || behaviour.returns_by_post || reader.get("return") == "get", "return");
  reader.number("seconds", 0, 86'400, behaviour.delay_seconds);
}

// Any field of recupererDetailPaiementSecurise; an empty value leaves it out; "clear" ends all changes.
void read_echo(Reader& reader, Behaviour& behaviour) {
  constexpr std::array<std::string_view, 12> known = {"dattrans", "exer",   "heurtrans", "idOp",   "mel",        "montant",
                                                      "numauto",  "numcli", "objet",     "refdet", "resultrans", "saisie"};
  if (reader.has("clear")) behaviour.echo.clear();
  for (const auto& [name, value] : reader.form().fields()) {
    if (name == "clear") continue;
    reader.require(std::find(known.begin(), known.end(), name) != known.end(), name);
    behaviour.echo[name] = value;
  }
}

json::Object shown(const Behaviour& behaviour) {
  json::Object echo;
  for (const auto& [name, value] : behaviour.echo) echo[name] = value;
  return {{"fault", std::string(to_string(behaviour.disorder))},
          {"operation", behaviour.disordered_operation ? std::string(name_of(*behaviour.disordered_operation)) : "any"},
          {"calls_left", behaviour.disordered_calls},
          {"notifications", std::string(to_string(behaviour.notifying))},
          {"notification_seconds", behaviour.delay_seconds},
          {"spelling", behaviour.spelling},
          {"return", behaviour.returns_by_post ? "post" : "get"},
          {"echo", std::move(echo)}};
}

json::Object shown(const Payment& payment) {
  json::Object asked;
  for (const auto& [name, value] : payment.asked) asked[name] = value;
  return {{"idop", payment.id},          {"created_at", payment.created_at.seconds}, {"opened", !payment.page_key.empty()},
          {"result", payment.result},    {"asked", std::move(asked)},                {"authorization", payment.authorization}};
}

http::Response refuse_method() { return http::plain_text(405, "POST\n"); }

}  // namespace

struct Simulator::Control {
  Simulator& simulator;

  json::Object state() const {
    json::Array payments;
    for (const std::string& id : simulator.book_.ids()) {
      if (const Payment* payment = simulator.book_.find(id, simulator.clock_.now())) payments.push_back(shown(*payment));
    }
    json::Array deliveries;
    for (const Delivery& each : simulator.notifier_.deliveries())
      deliveries.push_back({{"idop", each.notification.payment_id}, {"url", each.notification.url}, {"outcome", each.outcome}});
    return {{"now", simulator.clock_.now().seconds},
            {"clock", simulator.clock_.is_stopped() ? "stopped" : "running"},
            {"behaviour", shown(simulator.behaviour_)},
            {"payments", std::move(payments)},
            {"notifications_waiting", simulator.notifier_.waiting().size()},
            {"notifications", std::move(deliveries)}};
  }

  void set_clock(Reader& reader) const {
    std::int64_t now = -1;
    std::int64_t advance = 0;
    reader.number("now", 0, most_seconds, now);
    reader.number("advance", 0, most_seconds, advance);
    if (!reader.wrong().empty()) return;
    if (reader.has("release")) simulator.clock_.release();
    if (now >= 0) simulator.clock_.stop_at({now});
    simulator.clock_.advance(advance);
  }

  void add_client(Reader& reader) const {
    const std::string number(reader.get("numcli"));
    reader.require(is_client_number(number) && simulator.clients_.size() < most_clients, "numcli");
    if (!reader.wrong().empty()) return;
    simulator.clients_[number] = {{std::string(reader.get("label")), "REGIE", ""}, reader.get("web_service") != "no"};
  }

  // False: no such control. Nothing changes when a field is wrong.
  bool change(std::string_view name, Reader& reader, json::Object& answer) const {
    Behaviour changed = simulator.behaviour_;
    if (name == "clock") set_clock(reader);
    else if (name == "purge") answer["purged"] = simulator.book_.purge(simulator.clock_.now());
    else if (name == "client") add_client(reader);
    else if (name == "fault") read_fault(reader, changed);
    else if (name == "notifications") read_notifications(reader, changed);
    else if (name == "echo") read_echo(reader, changed);
    else if (name == "reset") changed = reset();
    else return false;
    if (reader.wrong().empty()) simulator.behaviour_ = std::move(changed);
    return true;
  }

  Behaviour reset() const {
    simulator.book_.clear();
    simulator.notifier_.clear();
    simulator.clock_.release();
    return {};
  }
};

http::Response Simulator::control(const http::Request& request) {
  const std::string_view name = std::string_view(request.path).substr(std::string_view("/__sim/").size());
  const std::lock_guard lock(mutex_);
  const Control control{*this};
  if (request.method == http::Method::get && (name.empty() || name == "clock")) return http::json_text(200, json::serialize(control.state()));
  if (request.method != http::Method::post) return refuse_method();
  http::Form form = http::parse_query(request.query);
  if (!request.body.empty()) {
    const auto body = http::parse_form(request);
    if (!body) return http::json_text(400, R"({"error":"form.unreadable"})");
    for (const auto& [field, value] : body->fields()) form.add(field, value);
  }
  json::Object answer;
  Reader reader(form);
  if (!control.change(name, reader, answer)) return http::json_text(404, R"({"error":"no such control"})");
  if (!reader.wrong().empty())
    return http::json_text(422, json::serialize(json::Object{{"error", "wrong value"}, {"field", reader.wrong()}}));
  answer["now"] = clock_.now().seconds;
  answer["behaviour"] = shown(behaviour_);
  return http::json_text(200, json::serialize(answer));
}

}  // namespace clocher::payments::payfip::simulator
