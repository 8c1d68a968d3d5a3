// The legal clocks of stored requests: what was asked and when, the receipt as it was sent, the day on which silence decides.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/db/database.hpp"
#include "tenants/dossiers/deadlines.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/journal/outbox.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

// The receipt as it left, or as it still has to.
struct Receipt {
  std::string recipient;
  std::string sha256;  // of its text
  Instant issued_at;
  std::optional<Instant> sent_at = {};
  bool has_failed = false;  // given up: somebody has to see to it
};

struct Clocks {
  Date acknowledge_by;
  std::optional<Receipt> receipt = {};  // nothing for requests older than the table of receipts
  forms::Silence silence;
  SilenceClock silence_clock;
  std::vector<Ask> asks = {};
};

[[nodiscard]] Clocks read_clocks(db::ReadTx& tx, const Dossier& dossier, const forms::Silence& silence, Instant now);
[[nodiscard]] std::string receipt_text(db::ReadTx& tx, Id<Dossier> id);  // "" for requests older than the table
[[nodiscard]] std::vector<Ask> asks_of(db::ReadTx& tx, Id<Dossier> id);
// The last day for what the resident was asked, while it is asked.
[[nodiscard]] std::optional<Date> answer_expected_before(db::ReadTx& tx, Id<Dossier> id);

// --- In the transaction of the deed

// The town hall has answered, or nobody asks any more: nothing is left for silence to decide.
[[nodiscard]] bool is_decision(State state);

void keep_receipt(db::Tx& tx, const Dossier& dossier, std::string_view body, Id<tenants::OutboxItem> mail, Instant now);
// Of somebody without an e-mail address: printed and handed over, which counts as sent.
void keep_handed_receipt(db::Tx& tx, const Dossier& dossier, std::string_view body, Instant now);
// What a change of state does: opens or ends the ask, notes the first decision. Before the state itself is written.
void move_clocks(db::Tx& tx, const tenants::Actor& actor, const Dossier& dossier, State to, Instant now);
// Writes down the day on which silence decides; to be called after anything that moves it.
void work_out_silence(db::Tx& tx, Id<Dossier> id);

}  // namespace clocher::dossiers
