// The page before each form: also the first page of a trial of it.
#pragma once

#include "api/context.hpp"
#include "api/resident/draft_cookie.hpp"
#include "core/http/message.hpp"

namespace clocher::api::resident {

[[nodiscard]] http::Response introduction_page(const Context& context, const OpenForm& form);

}  // namespace clocher::api::resident
