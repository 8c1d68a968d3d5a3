// The arguments of the program clocher-payfip-simulator.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace clocher::payments::payfip::simulator {

struct Options {
  std::string listen = "127.0.0.1";
  std::uint16_t port = 0;  // 0: chosen by the system
  std::string address_file;                                   // where the endpoint is written once it answers
  std::vector<std::pair<std::string, std::string>> clients;   // number, label
  bool ends_with_parent = false;
  bool asks_for_help = false;
};

// nullopt: an argument is wrong.
[[nodiscard]] std::optional<Options> parse_options(const std::vector<std::string>& arguments);

inline constexpr const char* usage =
    "Usage : clocher-payfip-simulator [options]\n"
    "  --port NUMÉRO          port sur cette machine ; 0 (par défaut) laisse le système choisir\n"
    "  --listen ADRESSE       adresse d’écoute (127.0.0.1)\n"
    "  --client NUMÉRO=NOM    un client de plus ; 006382 et 090909 sont toujours là\n"
    "  --address-file FICHIER écrit l’adresse du service web dans ce fichier\n"
    "  --ends-with-parent     s’arrête quand le programme qui l’a lancé s’arrête\n"
    "  --help                 montre cette aide\n";

}  // namespace clocher::payments::payfip::simulator
