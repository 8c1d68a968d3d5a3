// What a request that goes no further is answered: why, and what to do.
#pragma once

#include "api/context.hpp"
#include "api/resident/draft_cookie.hpp"
#include "tenants/forms/ending.hpp"

#include <string>

namespace clocher::api::resident {

struct RefusalWords {
  std::string heading;
  std::string message;
  std::string advice;
};

// In French, of a refusal of tenants/forms/availability.hpp.
[[nodiscard]] RefusalWords refusal_words(const Tools& tools, const Error& refusal);

// 409: the refusal in full words, how long the answers are kept, and the way back to them.
[[nodiscard]] http::Response refusal_page(const Context& context, const OpenForm& form, const Error& refusal);

// "Vous n’êtes pas concerné", or what the procedure says instead.
[[nodiscard]] http::Response ending_page(const Context& context, const OpenForm& form,
                                         const forms::ReachedEnding& reached);

}  // namespace clocher::api::resident
