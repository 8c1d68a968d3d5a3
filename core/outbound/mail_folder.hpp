// Mail in development and on a machine without SMTP: one .eml file per mail, to be opened by any mail program.
#pragma once

#include "core/outbound/mail.hpp"

#include <string>
#include <utility>

namespace clocher::outbound {

// Writes <folder>/<UTC time>-<message id>.eml whole or not at all; the same mail twice is one file. Throws when the disk does.
class FolderMailer final : public Mailer {
 public:
  explicit FolderMailer(std::string folder) : folder_(std::move(folder)) {}
  [[nodiscard]] Result<void> send(const Mail& mail) override;

 private:
  std::string folder_;
};

}  // namespace clocher::outbound
