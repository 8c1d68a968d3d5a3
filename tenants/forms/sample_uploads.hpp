// Documents that belong to nobody, for the tests of procedures.
#pragma once

#include "core/http/form.hpp"

#include <optional>
#include <string_view>

namespace clocher::forms {

// By the ending of the name: a readable PDF or PNG. "faux.pdf" and "faux.png" are not what they say. nullopt for other endings.
[[nodiscard]] std::optional<http::UploadedFile> sample_upload(std::string_view field, std::string_view file_name);

}  // namespace clocher::forms
