// Files of residents are held until an antivirus has seen them; what it finds to harm is deleted and said.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/outbound/clamd.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/rounds.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace clocher::dossiers {

enum class FileState { waiting, clean, infected };
[[nodiscard]] std::string_view to_string(FileState state);

// Whether an antivirus is set up. Without one a waiting file is given as it is.
enum class Antivirus { absent, present };
[[nodiscard]] FileState seen_as(FileState state, Antivirus antivirus);

struct FileCheck {
  Id<Attachment> attachment;
  std::string name;
  Id<Dossier> dossier;    // 0 while it is a draft's
  std::string reference;  // "" then
  std::int64_t attempts = 0;
  std::string last_error;
  Instant next_attempt_at;
};

// Waits from now on. With the attachment's row.
void hold_file(db::Tx& tx, Id<Attachment> id, Instant now);

[[nodiscard]] FileState file_state(db::ReadTx& tx, Id<Attachment> id);
[[nodiscard]] std::map<std::int64_t, FileState> file_states(db::ReadTx& tx, Id<Dossier> id);
// Those that could not be checked so far, newest first, at most 200.
[[nodiscard]] std::vector<FileCheck> late_checks(db::ReadTx& tx);
// Due at once. not_found outbox.not_found when it does not wait.
[[nodiscard]] Result<void> check_again(db::Tx& tx, Id<Attachment> id, Instant now);

// What was found in the files of a draft is told once it is a request: a mail to the resident, a line for the agents.
void tell_of_infected_files(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                            const Dossier& dossier, Instant now);

// Clamd::scan, another in tests.
using Scan = std::function<Result<outbound::ScanAnswer>(std::string_view bytes)>;

// Checks what is due. Retried after 1, then every 5 minutes, for ever: a held file waits for somebody. An antivirus that is away ends
// the round.
[[nodiscard]] tenants::Visit check_due_files(tenants::Tenant& tenant, const tenants::Texts& texts, const Scan& scan,
                                             Instant now);

}  // namespace clocher::dossiers
