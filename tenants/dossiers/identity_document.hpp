// Identity documents: marked when they arrive, deleted when the case is decided.
#pragma once

#include "core/base/id.hpp"
#include "core/db/database.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/step.hpp"

#include <string>

namespace clocher::dossiers {

// Writes `mark` (the commune, the procedure, the date) across the pictures that just arrived in fields of type `identity`; a
// picture becomes a JPEG without EXIF. One that cannot be drawn leaves the reading with form.file.damaged. PDF stay as they
// are. Before save_step, outside any transaction: it takes a tenth of a second a picture.
void mark_identity_documents(const forms::Definition& definition, forms::StepReading& reading, const std::string& mark);

// Deletes the rows of a case's identity documents and says so in its answers; the daily sweep deletes their bytes, unless
// another row names them. For the transaction that decides the case. How many documents; twice is harmless.
std::int64_t forget_identity_documents(db::Tx& tx, Id<Dossier> dossier);

}  // namespace clocher::dossiers
