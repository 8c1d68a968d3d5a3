// Pictures and documents that shared contents show: offered with their bytes, kept in the commune under numbers of its own.
#pragma once

#include "tenants/file_store.hpp"
#include "tenants/sharing/offer.hpp"

#include <cstdint>
#include <map>
#include <string_view>

namespace clocher::tenants {

// Number in the space to number in the commune.
using MediaNumbers = std::map<std::int64_t, std::int64_t>;

// The media of these numbers as the space has them.
[[nodiscard]] std::vector<SharedMedia> offered_media(db::ReadTx& space, const std::vector<std::int64_t>& numbers);

// The bytes that the commune lacks, from the space's store into its own: before the rows that name them. Throws DiskFull.
void copy_files(Tenant& commune, const Offer& offer, const FileStore& space_files);
// Makes the commune's rows what the offer is: what is no longer offered goes.
[[nodiscard]] MediaNumbers take_media(db::Tx& tx, const Offer& offer, Instant now);
// Forgets all media of a source.
void erase_media_of(db::Tx& tx, std::string_view siren);

}  // namespace clocher::tenants
