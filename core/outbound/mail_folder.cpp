// Writes mails as files.
#include "core/outbound/mail_folder.hpp"

#include "core/base/date.hpp"
#include "core/base/durable_file.hpp"

#include <algorithm>

namespace clocher::outbound {
namespace {

// Sorted by time in a folder listing, and free of anything a path could be made of.
std::string file_name(const Mail& mail) {
  std::string time = to_rfc3339(mail.date);
  std::erase(time, ':');
  std::string name = time + '-' + mail.message_id;
  const auto is_safe = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '@' || c == '_';
  };
  std::replace_if(
      name.begin(), name.end(), [&](char c) { return !is_safe(c); }, '_');
  return name.substr(0, 200) + ".eml";
}

}  // namespace

Result<void> FolderMailer::send(const Mail& mail) {
  const auto text = to_rfc5322(mail);
  if (!text) return fail(text.error());
  write_durably(folder_ + '/' + file_name(mail), *text);
  return {};
}

}  // namespace clocher::outbound
