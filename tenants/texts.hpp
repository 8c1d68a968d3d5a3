// The words that domain verbs put into mails: templates and sentences, made once at start.
#pragma once

#include "core/view/catalogue.hpp"
#include "core/view/template.hpp"

namespace clocher::tenants {

struct Texts {
  const view::Views& views;
  const view::Catalogue& catalogue;
};

}  // namespace clocher::tenants
