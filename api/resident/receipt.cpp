// The receipt of a request on paper: for whoever has no e-mail, or wants to hold it.
#include "api/frame.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/paragraphs.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "core/view/qr.hpp"
#include "tenants/dossiers/assistance.hpp"
#include "tenants/dossiers/clocks.hpp"

namespace clocher::api::resident {
namespace {

struct Sent {
  forms::Procedure procedure;
  dossiers::Dossier dossier;
  tenants::Profile profile;
  std::string text;  // of the receipt
  std::optional<dossiers::Assistance> assistance;
};

// What this browser sent a short while ago, see dossiers::find_sent.
std::optional<Sent> read_sent(const Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) -> std::optional<Sent> {
    auto procedure = forms::find_procedure(tx, context.parameters.get("slug"));
    if (!procedure) return std::nullopt;
    const auto id = dossiers::find_sent(tx, procedure->id, draft_token(context, *procedure), context.now);
    auto dossier = id ? dossiers::find_dossier(tx, *id) : std::nullopt;
    if (!dossier) return std::nullopt;
    return Sent{std::move(*procedure), std::move(*dossier), tenants::read_profile(tx), dossiers::receipt_text(tx, *id),
                dossiers::assistance_of(tx, *id)};
  });
}

std::string receipt_path(const Sent& sent) { return procedure_path(sent.procedure) + "/recepisse"; }

json::Value assistance_data(const Context& context, const std::optional<dossiers::Assistance>& assistance) {
  if (!assistance) return false;
  const auto& words = context.tools.catalogue;
  return json::Object{
      {"channel", words.text("assistance.channel." + std::string(to_string(assistance->channel)))},
      {"mandate", words.text("assistance.mandate." + std::string(to_string(assistance->mandate)))},
      {"helper", assistance->helper}};
}

}  // namespace

Result<http::Response> printed_receipt(Context& context) {
  const auto sent = read_sent(context);
  if (!sent) return http::see_other("/suivi");
  const Tools& tools = context.tools;
  json::Object data = frame_data(context, sent->profile,
                                 {.title = tools.catalogue.text("title.receipt", {{"reference", sent->dossier.reference}}),
                                  .path = receipt_path(*sent),
                                  .back_url = procedure_path(sent->procedure) + "/confirmation",
                                  .noindex = true});
  data["procedure_title"] = sent->dossier.procedure_title;
  data["reference"] = sent->dossier.reference;
  data["name"] = sent->dossier.applicant_name;
  data["sent"] = moment_data(sent->dossier.submitted_at);
  data["code_groups"] = code_groups(sent->dossier.tracking_code);
  data["qr_url"] = receipt_path(*sent) + "/code.svg";
  data["assistance"] = assistance_data(context, sent->assistance);
  data["paragraphs"] = paragraphs(sent->text);
  return page(tools, 200, "receipt_page.html", data);
}

Result<http::Response> receipt_code(Context& context) {
  const auto sent = read_sent(context);
  if (!sent) return fail(ErrorKind::not_found, "request.not_found");
  http::Response response;
  response.headers.set("Content-Type", "image/svg+xml");
  response.body = view::qr_svg(context.tenant.identity().site_url + "/suivi?code=" + sent->dossier.tracking_code);
  return response;
}

}  // namespace clocher::api::resident
