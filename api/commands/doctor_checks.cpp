// Checks of the program, the machine and the data folder.
#include "api/commands/doctor_checks.hpp"

#include "api/commands/words.hpp"
#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/db/sqlite.hpp"
#include "core/outbound/clamd.hpp"
#include "tenants/reference/register.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>

#include <unistd.h>

#include <boost/version.hpp>

namespace clocher::api::commands {
namespace {

namespace fs = std::filesystem;

// Before 3.51.3 several connections on one WAL file can corrupt it (ADR 0003).
constexpr std::array<int, 3> first_sound_sqlite = {3, 51, 3};
constexpr int first_sound_boost = 108100;
// This code was written in 2026: an earlier clock is wrong.
constexpr Instant earliest_now{1767225600};
constexpr Instant latest_now{4102444800};

std::array<int, 3> parse_version(std::string_view text) {
  std::array<int, 3> numbers{};
  const auto parts = split(text, '.');
  for (std::size_t i = 0; i < std::min(parts.size(), numbers.size()); ++i) {
    std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), numbers[i]);
  }
  return numbers;
}

Finding check_sqlite() {
  const std::string found(db::library_version());
  if (parse_version(found) >= first_sound_sqlite) return {"sqlite", "SQLite " + found, ""};
  return {"sqlite", "SQLite " + found + " peut abîmer un fichier",
          "Compilez Clocher avec SQLite 3.51.3 ou plus récent (npm ci, puis cmake)."};
}

Finding check_boost() {
  const std::string found = std::to_string(BOOST_VERSION / 100000) + "." + std::to_string(BOOST_VERSION / 100 % 1000);
  if (BOOST_VERSION >= first_sound_boost) return {"boost", "Boost " + found, ""};
  return {"boost", "Boost " + found + " est trop ancien", "Compilez Clocher avec Boost 1.81 ou plus récent."};
}

Finding check_clock(Instant now) {
  if (now >= earliest_now && now < latest_now) return {"clock", "plausible", ""};
  return {"clock", "la machine n’est pas à l’heure", "Réglez l’heure, par exemple avec timedatectl set-ntp true."};
}

Finding check_reference(const std::string& path) {
  try {
    const reference::Register reference(path);
    return {"reference",
            "édition " + reference.millesime() + ", " +
                counted(static_cast<std::int64_t>(reference.commune_count()), "commune", "communes"),
            ""};
  } catch (const std::exception&) {
    return {"reference", path + " ne se lit pas", "Remettez reference.db à côté du programme."};
  }
}

Finding check_writable(const std::string& folder) {
  if (!fs::is_directory(folder)) return {"folder", folder + " n’existe pas", "Créez-le : mkdir -p " + folder + "."};
  if (::access(folder.c_str(), W_OK | X_OK) == 0) return {"folder", folder + " accepte l’écriture", ""};
  return {"folder", folder + " refuse l’écriture",
          "Donnez ce dossier au compte du service : chown clocher " + folder + "."};
}

Finding check_room(const std::string& folder) {
  std::error_code unknown;
  const fs::space_info space = fs::space(folder, unknown);
  if (unknown || space.capacity == 0)
    return {"room", "place libre inconnue", "Vérifiez que " + folder + " existe et se lit."};
  const auto percent = space.available * 100 / space.capacity;
  const std::string detail = std::to_string(percent) + " % du disque";
  if (percent >= 10) return {"room", detail, ""};
  return {"room", detail, "Libérez de la place ou agrandissez le disque : il en faut au moins 10 %."};
}

bool is_private(const std::string& path) {
  return (fs::status(path).permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none;
}

Finding check_secret(const Config& config) {
  const std::string path = config.data_dir + "/secret.key";
  if (!config.secret_key.empty()) return {"secret", "clé donnée par la configuration", ""};
  if (!fs::exists(path)) return {"secret", "la clé sera créée au premier lancement", ""};
  if (is_private(path)) return {"secret", "clé lisible par son seul propriétaire", ""};
  return {"secret", path + " est lisible par d’autres comptes", "Fermez ce fichier : chmod 600 " + path + "."};
}

Finding check_rights(const std::string& folder) {
  for (const std::string& path : {folder + "/registry.db", folder + "/communes"}) {
    std::error_code absent;
    const fs::perms rights = fs::status(path, absent).permissions();
    if (!absent && fs::exists(path) && (rights & fs::perms::others_all) != fs::perms::none) {
      return {"rights", path + " est ouvert aux autres comptes de la machine",
              "Fermez le dossier : chmod -R o= " + folder + "."};
    }
  }
  return {"rights", "données fermées aux autres comptes de la machine", ""};
}

Finding check_antivirus(const Config& config) {
  if (config.antivirus.empty())
    return {"antivirus", "aucun : les fichiers reçus ne sont pas analysés (réglage antivirus)", ""};
  const auto answer = outbound::Clamd(config.antivirus, std::chrono::seconds(3)).ping();
  if (answer) return {"antivirus", "ClamAV répond (" + config.antivirus + ")", ""};
  return {"antivirus", "ClamAV ne répond pas (" + config.antivirus + ") : les fichiers reçus sont retenus",
          "Lancez clamd, par exemple avec systemctl start clamav-daemon, ou corrigez le réglage antivirus."};
}

}  // namespace

std::vector<Finding> check_program(const Invocation& invocation) {
  return {check_sqlite(), check_boost(), check_clock(invocation.clock().now()),
          check_reference(invocation.reference_path())};
}

std::vector<Finding> check_folder(const Config& config) {
  Finding writable = check_writable(config.data_dir);
  if (writable.is_fault()) return {std::move(writable)};
  return {std::move(writable), check_room(config.data_dir), check_rights(config.data_dir), check_secret(config),
          check_antivirus(config)};
}

}  // namespace clocher::api::commands
