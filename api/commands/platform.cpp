// Two ways to the same operations.
#include "api/commands/platform.hpp"

#include "api/operator/control_socket.hpp"
#include "api/operator/error_json.hpp"
#include "api/operator/operations.hpp"
#include "api/operator/sheet_operations.hpp"
#include "api/services.hpp"
#include "core/base/durable_file.hpp"
#include "core/outbound/local_client.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

#include <unistd.h>

namespace clocher::api::commands {
namespace {

constexpr auto longest_wait = std::chrono::seconds(10);
constexpr auto pause = std::chrono::milliseconds(50);

namespace fs = std::filesystem;

Failure unusable(const std::string& path) {
  return fail(ErrorKind::unavailable, "platform.folder", {{"folder", fs::absolute(path).string()}});
}

bool may_write(const std::string& path) {
  return ::access(path.c_str(), fs::is_directory(path) ? R_OK | W_OK | X_OK : R_OK | W_OK) == 0;
}

// A folder that is absent could be made when the nearest one above it accepts it.
bool could_be_made(const std::string& folder) {
  std::error_code unknown;
  fs::path nearest = fs::absolute(folder);
  while (!fs::exists(nearest, unknown) && nearest.has_relative_path()) nearest = nearest.parent_path();
  return fs::is_directory(nearest, unknown) && may_write(nearest.string());
}

std::string registry_path(const Config& config) { return config.data_dir + "/registry.db"; }

// No registry yet: nothing to list, and nothing to do.
class EmptyPlatform final : public Platform {
 public:
  explicit EmptyPlatform(std::string folder) : folder_(std::move(folder)) {}

  Result<json::Value> call(std::string_view operation, const json::Object&) override {
    if (operation == "commune.list" || operation == "platform.list") return json::Array();
    if (operation == "platform.health") return json::Object{{"communes", 0}};
    if (operation == "sheets.status") return control::no_sheets();
    return fail(ErrorKind::not_found, "platform.empty", {{"folder", folder_}});
  }

 private:
  std::string folder_;
};

class OwnPlatform final : public Platform {
 public:
  OwnPlatform(std::unique_ptr<FileLock> lock, const Config& config, const Clock& clock,
              const std::string& reference_path)
      : lock_(std::move(lock)), services_(config, clock, reference_path) {}

  Result<json::Value> call(std::string_view operation, const json::Object& input) override {
    return control::run_operation(services_, operation, input);
  }

 private:
  std::unique_ptr<FileLock> lock_;  // first: given back after the files are closed
  Services services_;
};

class ServedPlatform final : public Platform {
 public:
  explicit ServedPlatform(std::unique_ptr<control::ControlSocket> socket)
      : socket_(std::move(socket)), client_(socket_->path()) {}

  [[nodiscard]] bool is_answered() const { return client_.is_answered(); }

  Result<json::Value> call(std::string_view operation, const json::Object& input) override {
    const auto answer = client_.post("/control/" + std::string(operation), json::serialize(input));
    if (!answer) return fail(answer.error());
    const auto body = json::parse(answer->body);
    if (answer->status == 200) return body;
    return fail(control::error_from_json(body && body->is_object() ? body->get_object() : json::Object()));
  }

 private:
  std::unique_ptr<control::ControlSocket> socket_;
  outbound::LocalClient client_;
};

}  // namespace

std::string lock_path(const Config& config) { return config.data_dir + "/clocher.lock"; }

Result<void> prepare_data_folder(const Config& config) {
  std::error_code code;
  fs::create_directories(config.data_dir, code);
  if (code == std::errc::no_space_on_device) return fail(ErrorKind::storage_full, "storage.full");
  if (code || !fs::is_directory(config.data_dir, code) || !may_write(config.data_dir)) return unusable(config.data_dir);
  // What another account made, root for instance, stays its own.
  for (const std::string& file : {lock_path(config), registry_path(config), config.data_dir + "/secret.key"}) {
    if (fs::exists(file, code) && !may_write(file)) return unusable(file);
  }
  return {};
}

Result<std::unique_ptr<Platform>> Platform::open(const Config& config, const Clock& clock,
                                                 const std::string& reference_path, Need need) {
  std::error_code absent;
  if (need == Need::looks && !fs::exists(config.data_dir, absent)) {
    if (!could_be_made(config.data_dir)) return unusable(config.data_dir);
    return std::make_unique<EmptyPlatform>(config.data_dir);
  }
  if (const auto prepared = prepare_data_folder(config); !prepared) return fail(prepared.error());
  if (need == Need::looks && !fs::exists(registry_path(config)))
    return std::make_unique<EmptyPlatform>(config.data_dir);
  const auto deadline = std::chrono::steady_clock::now() + longest_wait;
  do {
    auto lock = std::make_unique<FileLock>(lock_path(config));
    if (lock->is_held()) return std::make_unique<OwnPlatform>(std::move(lock), config, clock, reference_path);
    auto served = std::make_unique<ServedPlatform>(std::make_unique<control::ControlSocket>(config.data_dir));
    if (served->is_answered()) return served;
    std::this_thread::sleep_for(pause);  // another command, or a service that starts or ends
  } while (std::chrono::steady_clock::now() < deadline);
  return fail(ErrorKind::unavailable, "platform.held", {{"folder", config.data_dir}});
}

}  // namespace clocher::api::commands
