// The words by which a régie's properties are stored and told: one table each.
#include "payments/regie.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace clocher::payments {
namespace {

template <class T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

constexpr Words<RegieKind, 2> kinds = {
    {{RegieKind::recettes, "recettes"}, {RegieKind::recettes_avances, "recettes_avances"}}};
constexpr Words<GatewayKind, 3> gateways = {
    {{GatewayKind::none, "none"}, {GatewayKind::payfip, "payfip"}, {GatewayKind::systempay, "systempay"}}};
constexpr Words<Means, 7> all_means = {{{Means::online, "online"},
                                        {Means::cash, "cash"},
                                        {Means::cheque, "cheque"},
                                        {Means::card, "card"},
                                        {Means::cesu, "cesu"},
                                        {Means::holiday_voucher, "holiday_voucher"},
                                        {Means::transfer, "transfer"}}};
constexpr Words<MemberRole, 3> roles = {{{MemberRole::regisseur, "regisseur"},
                                         {MemberRole::suppleant, "suppleant"},
                                         {MemberRole::mandataire, "mandataire"}}};
constexpr Words<Mode, 3> modes = {
    {{Mode::test, "test"}, {Mode::activation, "activation"}, {Mode::production, "production"}}};

template <class T, std::size_t N>
std::string_view word_of(const Words<T, N>& words, T value) {
  for (const auto& [each, word] : words) {
    if (each == value) return word;
  }
  throw std::logic_error("payments: a value without a word");
}

template <class T, std::size_t N>
std::optional<T> value_of(const Words<T, N>& words, std::string_view text) {
  for (const auto& [each, word] : words) {
    if (word == text) return each;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(RegieKind kind) { return word_of(kinds, kind); }
std::string_view to_string(GatewayKind kind) { return word_of(gateways, kind); }
std::string_view to_string(Means means) { return word_of(all_means, means); }
std::string_view to_string(MemberRole role) { return word_of(roles, role); }
std::string_view to_string(Mode mode) { return word_of(modes, mode); }

std::optional<RegieKind> parse_regie_kind(std::string_view text) { return value_of(kinds, text); }
std::optional<GatewayKind> parse_gateway_kind(std::string_view text) { return value_of(gateways, text); }
std::optional<Means> parse_means(std::string_view text) { return value_of(all_means, text); }
std::optional<MemberRole> parse_member_role(std::string_view text) { return value_of(roles, text); }
std::optional<Mode> parse_mode(std::string_view text) { return value_of(modes, text); }

}  // namespace clocher::payments
