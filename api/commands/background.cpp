// What runs beside the requests, a thread each: mail, pictures, upkeep, counting, feeds of sheets, spreading of what is shared.
#include "api/commands/background.hpp"

#include "api/commands/checking.hpp"
#include "api/commands/collecting.hpp"
#include "api/commands/indexing.hpp"
#include "api/commands/spreading.hpp"
#include "core/base/log.hpp"
#include "core/base/version.hpp"
#include "core/net/ticker.hpp"
#include "core/outbound/mail.hpp"
#include "core/view/pdf.hpp"
#include "payments/documents.hpp"
#include "tenants/documents/printer.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tenants/dossiers/procedure_check.hpp"
#include "tenants/dossiers/retention.hpp"
#include "tenants/dossiers/silence.hpp"
#include "tenants/journal/courier.hpp"
#include "tenants/journal/failure_digest.hpp"
#include "tenants/people/agent_session.hpp"
#include "tenants/site/act_check.hpp"
#include "tenants/site/audience.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/feedback.hpp"
#include "tenants/site/logo_icons.hpp"
#include "tenants/site/media_variants.hpp"

#include <atomic>
#include <mutex>
#include <set>

namespace clocher::api::commands {
namespace {

constexpr std::chrono::seconds post_period{5};
constexpr std::chrono::seconds printing_period{2};
constexpr std::chrono::minutes pictures_period{5};
constexpr std::chrono::hours upkeep_period{1};
constexpr std::chrono::minutes counting_period{1};
constexpr int rounds_a_day = 24;
constexpr std::chrono::hours feed_period{1};  // how often it is asked whether a day has passed

// Every minute, and after each write to a space: an alert must not wait, and neither must what was scheduled there.
constexpr std::chrono::minutes sharing_period{1};

void write_audience(Services& services) {
  services.audience.take([&](const std::string& insee, Date day, const tenants::PageViews& views) {
    const auto tenant = services.registry.open_for_job(insee);
    if (tenant) tenants::add_page_views(**tenant, day, views);
  });
}

// What the catalogue brought since, and whether procedures still do what they promise: with nothing new, two short readings.
void look_at_procedures(Services& services, tenants::Tenant& tenant) {
  const Instant now = services.clock.now();
  if (const auto sown = services.seed.sow_procedures(tenant, now); sown > 0)
    log::info("procedures.sown", {{"commune", tenant.insee()}, {"count", sown}});
  const std::string program =
      std::string(version()) + "/" + std::to_string(services.registry.commune_migrations().size());
  const auto failing =
      dossiers::check_procedures(tenant, services.rehearsal, services.tools().texts(), program, now);
  if (failing > 0) log::warning("procedures.failing", {{"commune", tenant.insee()}, {"count", failing}});
}

void report(std::string_view fault) { log::error("background.fault", {{"reason", fault}}); }

}  // namespace

struct Background::Post {
  Post(Services& services, const tenants::PostOffice& office) : courier(services.registry, office, services.clock) {}

  tenants::Courier courier;
  std::unique_ptr<net::Ticker> ticker;
};

// Attestations and other documents, as PDF.
struct Background::Printing {
  explicit Printing(Services& services)
      : printer(
            services.registry, services.tools().texts(),
            [](std::string_view html, std::string_view css) { return view::make_pdf(html, css); }, services.clock,
            payments::document_kinds()) {}

  tenants::Printer printer;
  std::unique_ptr<net::Ticker> ticker;
};

// What residents left unfinished and sessions that ended: hourly where a file is open, daily everywhere.
struct Background::Upkeep {
  explicit Upkeep(Services& the_services)
      : services(the_services),
        ticker(
            upkeep_period, [this] { make_round(); }, report) {}

  void make_round() {
    const bool is_full = rounds++ % rounds_a_day == 0;
    for (const std::string& insee : is_full ? services.registry.ready_communes() : services.registry.open_communes()) {
      if (stopping) return;
      const auto tenant = services.registry.open_for_job(insee);
      if (!tenant) continue;
      look_at_procedures(services, **tenant);
      dossiers::purge_drafts(**tenant, services.clock.now());
      dossiers::keep_clocks(**tenant, services.tools().texts(), services.clock.now());
      dossiers::keep_retention(**tenant, services.tools().texts(), services.clock.now());
      tenants::send_failure_digest(**tenant, services.tools().texts(), services.clock.now());
      tenants::purge_sessions(**tenant, services.clock.now());
      tenants::purge_media(**tenant, services.clock.now());
      tenants::purge_directory(**tenant, services.clock.now());
      if (const auto faults = tenants::check_acts(**tenant, services.clock.now()); faults > 0)
        log::error("acts.damaged", {{"commune", insee}, {"count", faults}});
      tenants::purge_bin(**tenant, services.clock.now());
      tenants::purge_feedback(**tenant, services.clock.now());
      tenants::purge_audience(**tenant, services.clock.now());
    }
  }

  Services& services;
  std::atomic<bool> stopping{false};
  int rounds = 0;
  net::Ticker ticker;  // last: it uses the others
};

struct Background::Counting {
  explicit Counting(Services& the_services)
      : services(the_services),
        ticker(
            counting_period,
            [this] { write_audience(services); },
            report) {}

  // What was counted since the last minute is not lost by a stop.
  void finish() {
    ticker.stop();
    try {
      write_audience(services);
    } catch (const std::exception& error) {
      report(error.what());
    }
  }

  Services& services;
  net::Ticker ticker;
};

// Once a day each, whatever the number of restarts.
struct Background::Feeds {
  explicit Feeds(Services& services)
      : ticker(
            feed_period,
            [&services] {
              for (const std::string& url : services.config.sheets_feeds) services.sheet_importer.follow(url);
            },
            report) {}

  net::Ticker ticker;
};

// Makes the sizes of new pictures, in the communes that were written to; every commune is looked at after a start, since a stop
// may have left some unmade.
struct Background::Pictures {
  explicit Pictures(Services& the_services) : services(the_services) {
    for (const std::string& insee : services.registry.ready_communes()) communes.insert(insee);
  }

  void look_at(const std::string& insee) {
    const std::lock_guard lock(mutex);
    communes.insert(insee);
  }

  std::set<std::string> take() {
    const std::lock_guard lock(mutex);
    return std::exchange(communes, {});
  }

  void make_round() {
    for (const std::string& insee : services.registry.open_communes()) look_at(insee);
    for (const std::string& insee : take()) {
      if (stopping) return;
      const auto tenant = services.registry.open_for_job(insee);
      if (!tenant) continue;
      tenants::make_due_variants(**tenant, services.clock.now(), [this] { return stopping.load(); });
      tenants::make_logo_icons(**tenant);
    }
  }

  Services& services;
  std::atomic<bool> stopping{false};
  std::atomic<bool> started{false};  // `ticker` may be woken
  std::mutex mutex;
  std::set<std::string> communes;
  std::unique_ptr<net::Ticker> ticker;
};

// Spreads what spaces of intercommunalities publish.
struct Background::Sharing {
  explicit Sharing(Services& services)
      : ticker(
            sharing_period, [this, &services] { spread_shared_contents(services, [this] { return stopping.load(); }); },
            report) {}

  std::atomic<bool> stopping{false};
  net::Ticker ticker;
};

Background::Background(Services& services) : mailer_(make_mailer(services.config)), services_(services) {
  const Config& config = services.config;
  const tenants::PostOffice office{*mailer_, services.catalogue, config.mail_sender, config.base_domain};
  post_ = std::make_shared<Post>(services, office);
  pictures_ = std::make_shared<Pictures>(services);
  sharing_ = std::make_shared<Sharing>(services);
  printing_ = std::make_shared<Printing>(services);
  indexing_ = std::make_shared<Indexing>(services, report);
  checking_ = std::make_shared<Checking>(services, report);
  collecting_ = std::make_shared<Collecting>(services, report);
  services.registry.on_write([weak_post = std::weak_ptr(post_), weak_pictures = std::weak_ptr(pictures_),
                              weak_sharing = std::weak_ptr(sharing_), weak_indexing = std::weak_ptr(indexing_),
                              weak_printing = std::weak_ptr(printing_),
                              weak_checking = std::weak_ptr(checking_),
                              weak_collecting = std::weak_ptr(collecting_)](const std::string& insee) {
    const auto post = weak_post.lock();
    const auto pictures = weak_pictures.lock();
    const auto sharing = weak_sharing.lock();
    const auto printing = weak_printing.lock();
    const auto indexing = weak_indexing.lock();
    const auto checking = weak_checking.lock();
    const auto collecting = weak_collecting.lock();
    if (!post || !pictures || !sharing || !printing || !indexing || !checking || !collecting) return;
    checking->look_at(insee);
    indexing->look_at(insee);
    collecting->look_at(insee);
    printing->printer.look_at(insee);
    post->courier.look_at(insee);
    post->ticker->wake();
    pictures->look_at(insee);
    if (pictures->started) pictures->ticker->wake();
    if (tenants::is_epci_space(insee)) sharing->ticker.wake();
  });
  post_->ticker = std::make_unique<net::Ticker>(
      post_period, [&courier = post_->courier] { courier.make_round(); }, report);
  printing_->ticker = std::make_unique<net::Ticker>(
      printing_period, [&printer = printing_->printer] { printer.make_round(); }, report);
  pictures_->ticker = std::make_unique<net::Ticker>(
      pictures_period, [&pictures = *pictures_] { pictures.make_round(); }, report);
  pictures_->started = true;
  collecting_->start();
  upkeep_ = std::make_unique<Upkeep>(services);
  counting_ = std::make_unique<Counting>(services);
  if (!services.config.sheets_feeds.empty()) feeds_ = std::make_unique<Feeds>(services);
}

Background::~Background() {
  stop();
  counting_->finish();
  if (feeds_) feeds_->ticker.stop();
  sharing_->ticker.stop();
  indexing_->stop();
  checking_->stop();
  collecting_->stop();
  upkeep_->ticker.stop();
  pictures_->ticker->stop();
  printing_->ticker->stop();
  post_->ticker->stop();
}

void Background::stop() {
  post_->courier.stop();
  printing_->printer.stop();
  upkeep_->stopping = true;
  services_.sheet_importer.stop();
  pictures_->stopping = true;
  sharing_->stopping = true;
  indexing_->stop_soon();
  checking_->stop_soon();
  collecting_->stop_soon();
}

}  // namespace clocher::api::commands
