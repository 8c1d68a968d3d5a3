// Opens the platform when a command first needs it: --help and version touch no data.
#include "api/commands/invocation.hpp"

#include "api/commands/platform.hpp"

namespace clocher::api::commands {
namespace {

// Only these may find no data folder yet.
Need need_of(std::string_view operation) {
  const bool makes = operation == "commune.create" || operation == "epci.plan" || operation == "sheets.import";
  return makes ? Need::makes : Need::looks;
}

}  // namespace

Invocation::Invocation(World& the_world, const Input& the_input, const view::Catalogue& the_catalogue,
                       Result<Config> the_config)
    : world(the_world), input(the_input), catalogue(the_catalogue), config(std::move(the_config)) {}

Invocation::~Invocation() = default;

Result<json::Value> Invocation::call(std::string_view operation, const json::Object& operation_input) {
  if (!platform_) {
    auto opened = Platform::open(*config, clock_, reference_path(), need_of(operation));
    if (!opened) return fail(opened.error());
    platform_ = std::move(*opened);
  }
  return platform_->call(operation, operation_input);
}

}  // namespace clocher::api::commands
