// The one table of settings: it drives reading, masking, showing and the reference page.
#pragma once

#include "core/base/config.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace clocher {

enum class Secrecy { open, secret };

struct Setting {
  std::string_view name;                                // in TOML: "smtp.host" is `host` in [smtp]
  std::string_view environment;                         // "CLOCHER_SMTP_HOST"
  std::string_view purpose;                             // one line for the reference page
  std::string allowed;                                  // bounds, choices or an example: read in any language
  std::function<bool(Config&, std::string_view)> read;  // false: not allowed, the Config is unchanged
  std::function<json::Value(const Config&)> write;
  Secrecy secrecy = Secrecy::open;
};

[[nodiscard]] std::span<const Setting> settings();
[[nodiscard]] const Setting* find_setting(std::string_view name);

// A Markdown table of every setting, its variable, its default and what it accepts (docs/operator/configuration.md).
[[nodiscard]] std::string document_settings();

}  // namespace clocher
