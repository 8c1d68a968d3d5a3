// Visits a commune's site page by page; each check names what to mend.
#include "api/commands/doctor_public.hpp"

#include "api/commands/words.hpp"
#include "core/base/date.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::api::commands {
namespace {

using outbound::FetchedPage;

const std::string mend_proxy = "Vérifiez que le mandataire (Caddy) transmet cette adresse à Clocher sans la changer.";

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string header(const FetchedPage& page, std::string_view name) {
  const auto found = page.headers.find(std::string(name));
  return found == page.headers.end() ? "" : found->second;
}

std::string reason_of(const Error& error) {
  for (const auto& [name, value] : error.arguments)
    if (name == "reason") return value;
  return error.key;
}

// As every page writes a name: escaped, with the apostrophes of print.
std::string on_pages(const std::string& name) { return with_typographic_apostrophes(name); }

class Visit {
 public:
  Visit(const PublicSite& site, const FetchPage& fetch, Instant now) : site_(site), fetch_(fetch), now_(now) {}

  std::vector<Finding> run() {
    const auto home = fetch_(site_.url + "/");
    if (!home) return {unreachable(home.error())};
    check_home(*home);
    check_headers(*home);
    for (const char* path : {"/mentions-legales", "/donnees-personnelles", "/accessibilite", "/cookies"}) check_legal(path);
    check_sitemap();
    check_robots();
    check_security();
    return std::move(findings_);
  }

 private:
  void well(const std::string& name, std::string detail) { findings_.push_back({name, std::move(detail), ""}); }
  void fault(const std::string& name, std::string detail, std::string mend) {
    findings_.push_back({name, std::move(detail), std::move(mend)});
  }

  [[nodiscard]] Finding unreachable(const Error& error) const {
    const std::string reason = reason_of(error);
    const bool is_certificate = holds(reason, "SSL") || holds(reason, "certificate");
    return {"site", site_.url + " ne répond pas (" + reason + ")",
            is_certificate ? "Le certificat est l’affaire du mandataire : regardez son journal, et le domaine qu’il demande."
                           : "Vérifiez le DNS de ce nom, le mandataire, puis le service : systemctl status clocher."};
  }

  void check_home(const FetchedPage& home) {
    if (home.status == 503)
      return fault("site", site_.url + " est fermé (503)", "Ouvrez-le : clocher commune resume, ou lisez clocher doctor.");
    if (home.status >= 300 && home.status < 400)
      return fault("site", site_.url + " renvoie vers " + header(home, "location"),
                   "Donnez à la commune le nom de site que le mandataire sert : clocher commune show le dit.");
    if (home.status != 200 || !holds(home.body, on_pages(site_.name)))
      return fault("site", site_.url + " ne montre pas " + site_.name + " (réponse " + std::to_string(home.status) + ")", mend_proxy);
    well("site", site_.url + " montre " + site_.name);
  }

  void check_headers(const FetchedPage& home) {
    const auto expect = [&](const char* name, std::string_view part) {
      if (!holds(header(home, name), part)) missing_.push_back(name);
    };
    expect("content-security-policy", "default-src 'none'");
    expect("x-content-type-options", "nosniff");
    if (header(home, "referrer-policy").empty()) missing_.push_back("referrer-policy");
    if (site_.url.starts_with("https://")) expect("strict-transport-security", "max-age=");
    if (missing_.empty()) return well("en-têtes", "les protections du navigateur arrivent jusqu’au visiteur");
    std::string names;
    for (const std::string& name : missing_) names += (names.empty() ? "" : ", ") + name;
    fault("en-têtes", "il manque " + names, "Le mandataire les retire ou les change : ôtez ses lignes « header ».");
  }

  // The page when it answers 200; a fault otherwise.
  std::optional<FetchedPage> read(const std::string& path) {
    auto page = fetch_(site_.url + path);
    if (page && page->status == 200) return std::move(*page);
    const std::string said = page ? "répond " + std::to_string(page->status) : "ne répond pas (" + reason_of(page.error()) + ")";
    fault(path, "cette adresse " + said, mend_proxy);
    return std::nullopt;
  }

  void check_legal(const std::string& path) {
    const auto page = read(path);
    if (!page) return;
    if (holds(page->body, "à indiquer par la commune") || holds(page->body, "reste à désigner"))
      return fault(path, "la page ne dit pas tout ce que la loi demande",
                   "La mairie complète « Mentions et données personnelles » ; l’hébergeur se règle aussi par hosting_name.");
    well(path, "répond");
  }

  void check_sitemap() {
    const auto page = read("/sitemap.xml");
    if (!page) return;
    if (!holds(page->body, "<urlset") || !holds(page->body, "<loc>" + site_.url + "/"))
      return fault("/sitemap.xml", "le plan ne nomme pas les pages de " + site_.url,
                   "Le site se croit à une autre adresse : vérifiez public_scheme, public_port et le nom de site.");
    well("/sitemap.xml", "répond, avec les adresses du site");
  }

  void check_robots() {
    const auto page = read("/robots.txt");
    if (!page) return;
    if (!holds(page->body, "Sitemap: " + site_.url + "/sitemap.xml"))
      return fault("/robots.txt", "ne mène pas au plan du site", mend_proxy);
    well("/robots.txt", "répond, et mène au plan du site");
  }

  void check_security() {
    const std::string path = "/.well-known/security.txt";
    const auto page = read(path);
    if (!page) return;
    const auto expires = page->body.find("Expires: ");
    const bool is_valid = holds(page->body, "Contact: ") && expires != std::string::npos &&
                          page->body.substr(expires + 9, 20) > to_rfc3339(now_).substr(0, 20);
    if (!is_valid) return fault(path, "sans contact, ou périmé", mend_proxy);
    well(path, "répond, et dit à qui signaler une faille");
  }

  const PublicSite& site_;
  const FetchPage& fetch_;
  Instant now_;
  std::vector<Finding> findings_;
  std::vector<std::string> missing_;
};

}  // namespace

std::vector<Finding> check_site(const PublicSite& site, const FetchPage& fetch, Instant now) {
  return Visit(site, fetch, now).run();
}

Result<std::vector<Finding>> check_public(Invocation& invocation) {
  if (invocation.input.value("--commune").empty()) return fail(ErrorKind::invalid, "doctor.commune_needed");
  const auto commune = invocation.call("commune.show", {{"insee", invocation.input.value("--commune")}});
  if (!commune) return fail(commune.error());
  PublicSite site{json::string_or(commune->as_object(), "url"), json::string_or(commune->as_object(), "name")};
  while (site.url.ends_with('/')) site.url.pop_back();
  const auto fetch = [](const std::string& url) { return outbound::fetch_page(url); };
  return check_site(site, fetch, invocation.clock().now());
}

}  // namespace clocher::api::commands
