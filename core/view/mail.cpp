// Splits a rendered mail into subject and text.
#include "core/view/mail.hpp"

#include "core/base/text.hpp"

#include <stdexcept>

namespace clocher::view {

MailText render_mail(const Views& views, std::string_view name, const json::Object& data) {
  const std::string template_name = "mails/" + std::string(name) + ".txt";
  const std::string whole = views.render(template_name, data);
  constexpr std::string_view marker = "Objet : ";
  const auto end = whole.find("\n\n");
  if (!whole.starts_with(marker) || end == std::string::npos)
    throw std::runtime_error(template_name + ": must read 'Objet : ...', an empty line, the text");
  const std::string_view subject = std::string_view(whole).substr(marker.size(), end - marker.size());
  return {one_line(trim(subject)), whole.substr(end + 2)};
}

}  // namespace clocher::view
