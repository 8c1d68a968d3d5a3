// Two ways to the same operations.
#include "api/commands/platform.hpp"

#include "api/operator/control_socket.hpp"
#include "api/operator/error_json.hpp"
#include "api/operator/operations.hpp"
#include "api/services.hpp"
#include "core/base/durable_file.hpp"
#include "core/outbound/local_client.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

namespace clocher::api::commands {
namespace {

constexpr auto longest_wait = std::chrono::seconds(10);
constexpr auto pause = std::chrono::milliseconds(50);

class OwnPlatform final : public Platform {
 public:
  OwnPlatform(std::unique_ptr<FileLock> lock, const Config& config, const Clock& clock, const std::string& reference_path)
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
  explicit ServedPlatform(std::unique_ptr<control::ControlSocket> socket) : socket_(std::move(socket)), client_(socket_->path()) {}

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

Result<std::unique_ptr<Platform>> Platform::open(const Config& config, const Clock& clock, const std::string& reference_path) {
  std::filesystem::create_directories(config.data_dir);
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
