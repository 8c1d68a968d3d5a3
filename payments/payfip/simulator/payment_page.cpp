// The page on which a tester plays the payer: every outcome is one button.
#include "payments/payfip/simulator/simulator.hpp"

#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/http/form.hpp"

#include <algorithm>
#include <array>

namespace clocher::payments::payfip::simulator {
namespace {

struct Button {
  std::string_view name;
  std::optional<Choice> choice;
  std::string_view message;
};

constexpr std::array buttons = {
    Button{"cb", Choice::card, "Le paiement par carte est accepté."},
    Button{"prelevement", Choice::direct_debit, "Le prélèvement est accepté."},
    Button{"refuser_cb", Choice::refuse_card, "La carte est refusée. Rien n’a été payé."},
    Button{"refuser_prelevement", Choice::refuse_direct_debit, "Le prélèvement est refusé. Rien n’a été payé."},
    Button{"abandonner", Choice::abandon, "Le paiement est abandonné. Rien n’a été payé."},
    Button{"fermer", std::nullopt, "Fermez cette page : PayFiP ne saura jamais ce que vous vouliez faire."},
};

std::string_view refusal_of(std::string_view code) {
  if (code == "P3") return "Cette opération a déjà été présentée : une page de paiement ne s’ouvre qu’une fois.";
  if (code == "P4") return "Cette opération a été créée il y a plus de 15 minutes : sa page de paiement ne s’ouvre plus.";
  return "Cette opération est inconnue.";
}

std::string_view mode_name(std::string_view letter) {
  if (letter == "T") return "test";
  return letter == "X" ? "activation" : "production";
}

// "idop" wherever it stands in the query: "idop=x", also behind what a client left of "?wsdl".
std::string operation_in(std::string_view query) {
  std::string separated(query);
  std::replace(separated.begin(), separated.end(), '?', '&');
  return std::string(http::parse_query(separated).get("idop"));
}

std::string return_address(std::string_view url, std::string_view id) {
  const std::size_t fragment = url.find('#');
  std::string address(url.substr(0, fragment));
  address += (address.find('?') == std::string::npos ? "?" : "&") + std::string("idop=") + percent_encode(id);
  if (fragment != std::string_view::npos) address += url.substr(fragment);
  return address;
}

json::Value text_or_false(bool is_there, std::string text) {
  return is_there ? json::Value(std::move(text)) : json::Value(false);
}

http::Response refused(const view::Views& views, std::string_view code) {
  const json::Object data{{"title", "Paiement impossible"}, {"code", std::string(code)}, {"message", std::string(refusal_of(code))}};
  http::Response response = http::html(200, views.render_page("layout.html", "refused.html", data));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace

http::Response Simulator::page(const http::Request& request) {
  if (request.method != http::Method::get) return http::plain_text(405, "GET, POST\n");  // HEAD must not use the page up
  const std::string id = operation_in(request.query);
  const std::lock_guard lock(mutex_);
  const Instant now = clock_.now();
  if (const std::string code = book_.open(id, now); !code.empty()) return refused(views_, code);
  const Payment& payment = *book_.find(id, now);
  const auto asked = [&](std::string_view name) { return std::string(value_of(payment.asked, name)); };
  const Client& client = clients_.at(asked("numcli"));
  const json::Object data{{"title", "Payer en ligne"},
                          {"id", payment.id},
                          {"key", payment.page_key},
                          {"client", client.labels[0] + ", " + client.labels[1]},
                          {"subject", asked("objet")},
                          {"reference", asked("refdet")},
                          {"amount", format_french(Money{std::stoll(asked("montant"))})},
                          {"mode", std::string(mode_name(asked("saisie")))}};
  http::Response response = http::html(200, views_.render_page("layout.html", "pay.html", data));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response Simulator::choose(const http::Request& request) {
  const auto form = http::parse_form(request);
  if (!form) return http::plain_text(400, "Formulaire illisible.\n");
  const auto* button = std::find_if(buttons.begin(), buttons.end(), [&](const Button& each) { return each.name == form->get("choix"); });
  if (button == buttons.end()) return http::plain_text(400, "Choix inconnu.\n");
  const std::string_view id = form->get("idop");
  const std::lock_guard lock(mutex_);
  const Instant now = clock_.now();
  if (button->choice) {
    const std::int64_t delay = behaviour_.notifying == Notifying::early ? behaviour_.delay_seconds : 0;
    const std::string code = book_.choose(id, form->get("cle"), *button->choice, now, delay);
    if (!code.empty()) return refused(views_, code);
  }
  const Payment* payment = book_.find(id, now);
  if (payment == nullptr || payment->page_key.empty() || payment->page_key != form->get("cle")) return refused(views_, "P1");
  if (button->choice) notifier_.plan(*payment, behaviour_, now);
  const std::string_view url = value_of(payment->asked, "urlredirect");
  const bool has_chosen = button->choice.has_value();
  const json::Object data{{"title", "Résultat du paiement"},
                          {"message", std::string(button->message)},
                          {"id", payment->id},
                          {"key", payment->page_key},
                          {"return_link", text_or_false(has_chosen && !behaviour_.returns_by_post, return_address(url, payment->id))},
                          {"return_post", text_or_false(has_chosen && behaviour_.returns_by_post, std::string(url))},
                          {"can_resume", payment->result == "A"}};
  http::Response response = http::html(200, views_.render_page("layout.html", "done.html", data));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace clocher::payments::payfip::simulator
