// All that is known of one dossier, read at one moment: what the agent's and the resident's pages are made of.
#pragma once

#include "tenants/dossiers/dossier.hpp"
#include "tenants/dossiers/file_check.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/journal/event.hpp"

#include <map>
#include <optional>
#include <vector>

namespace clocher::dossiers {

struct CaseFile {
  Dossier dossier;
  forms::Definition definition;  // of the revision it was filled with
  std::vector<Message> messages;
  std::vector<Attachment> attachments;
  std::vector<tenants::Event> events;
  std::map<std::int64_t, FileState> file_states;  // by id of the attachment
};

[[nodiscard]] std::optional<CaseFile> read_case_file(db::ReadTx& tx, Id<Dossier> id);

}  // namespace clocher::dossiers
