// ASCII only: every terminal and log shows it.
#include "api/commands/progress.hpp"

#include <ostream>

namespace clocher::api::commands {
namespace {

constexpr std::size_t bar_width = 30;

}  // namespace

Progress::~Progress() {
  if (world_.err_goes_to == Destination::terminal && done_ > 0) world_.err << std::endl;
}

void Progress::advance(std::string_view what) {
  const std::lock_guard lock(mutex_);
  ++done_;
  if (world_.err_goes_to == Destination::terminal) return draw_bar(what);
  world_.err << done_ << '/' << steps_ << ' ' << what << '\n';
}

void Progress::draw_bar(std::string_view what) {
  const std::size_t full = steps_ == 0 ? bar_width : done_ * bar_width / steps_;
  world_.err << "\r\033[K[" << std::string(full, '#') << std::string(bar_width - full, '.') << "] " << done_ << '/'
             << steps_ << ' ' << what << std::flush;
}

}  // namespace clocher::api::commands
