// The one table of settings: it drives reading, masking, showing and the reference page.
#pragma once

#include "core/base/config.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace clocher {

enum class Secrecy { open, secret };

struct Setting {
  std::string_view name;         // in TOML: "smtp.host" is `host` in [smtp]
  std::string_view environment;  // "CLOCHER_SMTP_HOST"
  Secrecy secrecy;
  std::string_view allowed;      // what a valid value is, in English
  std::string_view purpose;      // one line for the reference page
  bool (*read)(Config&, std::string_view text);  // false: the value is not allowed, the Config is unchanged
  json::Value (*write)(const Config&);
};

[[nodiscard]] std::span<const Setting> settings();
[[nodiscard]] const Setting* find_setting(std::string_view name);

// A Markdown table of every setting, its variable, its default and what it accepts (docs/reference/configuration.md).
[[nodiscard]] std::string document_settings();

}  // namespace clocher
