// What a content says besides its text, by kind: dates of an event, severity of an alert, category of a news item.
#pragma once

#include "tenants/site/content_kind.hpp"
#include "tenants/site/part_reader.hpp"

#include <vector>

namespace clocher::tenants {

// What a client sent, as it is kept. Faults are named "details.starts", "details.recurrence.until" ...
[[nodiscard]] json::Object read_details(ContentKind kind, const json::Value& sent, Completeness completeness,
                                        std::vector<FieldError>& errors);

// Shared by the kinds: {media_id, alt, decorative}; nothing when there is no picture.
void read_image(PartReader& reader, json::Object& details);

}  // namespace clocher::tenants
