// A régie: the commune's own cash desk, what its founding act lets it collect and how, and its account at a gateway.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"
#include "core/db/database.hpp"
#include "payments/gateway.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

// recettes: collects; recettes_avances: also pays back out (régie de recettes et d'avances).
enum class RegieKind { recettes, recettes_avances };
enum class GatewayKind { none, payfip, systempay };

// How the act lets it be paid (modes de recouvrement).
enum class Means { online, cash, cheque, card, cesu, holiday_voucher, transfer };

enum class MemberRole { regisseur, suppleant, mandataire };

// Who answers for the money: named by a decision of the mayor with the comptable's agreement (CGCT R1617-3).
struct RegieMember {
  MemberRole role = MemberRole::regisseur;
  std::string name;
  std::string email = {};
  std::string act = {};    // arrêté de nomination
  std::string since = {};  // ISO day, or ""
};

struct RegieProduct {
  std::string code;                 // "cantine": ASCII letters, digits and hyphens
  std::string label;                // as the act names it
  std::string budget_account = {};  // imputation, "7067", or ""
  bool is_withdrawn = false;        // kept for what was owed before
};

// What agents fill in.
struct RegieText {
  std::string name;
  RegieKind kind = RegieKind::recettes;
  std::string act_reference = {};  // acte constitutif
  std::string act_date = {};       // ISO day, or ""
  std::vector<RegieProduct> products = {};
  std::vector<Means> means = {};
  std::vector<RegieMember> members = {};
  Money cash_ceiling = {};    // montant maximum de l'encaisse; 0: none
  Money online_ceiling = {};  // of one payment online; 0: the gateway's own
  std::string comptable = {};
};

struct Regie {
  Id<Regie> id;
  int number = 0;  // 1 to 999 in its commune; in every receipt's number
  RegieText text;
  GatewayKind gateway = GatewayKind::none;
  std::string account;  // client number or site id; "" without gateway
  std::string secret;   // sealed (core/security/seal); "" for none
  Mode mode = Mode::test;
  std::optional<Instant> checked_at = {};  // the gateway recognised the account as it stands
  std::string checked_label = {};          // as it named it
  Instant created_at, updated_at;
  std::optional<Instant> closed_at = {};

  [[nodiscard]] const RegieProduct* find_product(std::string_view code) const;
  [[nodiscard]] bool allows(Means means) const;
};

[[nodiscard]] std::optional<Regie> find_regie(db::ReadTx& tx, Id<Regie> id);
[[nodiscard]] std::vector<Regie> list_regies(db::ReadTx& tx);  // by number

// Residents can pay online: open, in production, with a gateway that recognised the account, and the act allows it.
[[nodiscard]] bool takes_payments(const Regie& regie);

// As stored and as the API says it.
[[nodiscard]] std::string_view to_string(RegieKind kind);
[[nodiscard]] std::string_view to_string(GatewayKind kind);
[[nodiscard]] std::string_view to_string(Means means);
[[nodiscard]] std::string_view to_string(MemberRole role);
[[nodiscard]] std::string_view to_string(Mode mode);
[[nodiscard]] std::optional<RegieKind> parse_regie_kind(std::string_view text);
[[nodiscard]] std::optional<GatewayKind> parse_gateway_kind(std::string_view text);
[[nodiscard]] std::optional<Means> parse_means(std::string_view text);
[[nodiscard]] std::optional<MemberRole> parse_member_role(std::string_view text);
[[nodiscard]] std::optional<Mode> parse_mode(std::string_view text);

}  // namespace clocher::payments
