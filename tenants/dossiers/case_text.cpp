// The one row of a case in the index.
#include "tenants/dossiers/case_text.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::dossiers {
namespace {

constexpr std::size_t most_words = 12;

bool holds_a_word(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
  });
}

}  // namespace

void index_case(db::Tx& tx, Id<Dossier> id) {
  tx.run("DELETE FROM case_text WHERE rowid = ?", id);
  tx.run(
      "INSERT INTO case_text (rowid, body) SELECT d.id, d.reference || ' ' || d.applicant_name || ' ' || "
      "d.applicant_email || ' ' || COALESCE((SELECT group_concat(t.atom, ' ') FROM json_tree(d.answers) t WHERE t.type "
      "= 'text'), '') || ' ' || COALESCE((SELECT group_concat(m.body, ' ') FROM message m WHERE m.dossier_id = d.id), "
      "'') || ' ' || COALESCE((SELECT group_concat(n.body, ' ') FROM case_note n WHERE n.dossier_id = d.id), '') "
      "FROM dossier d WHERE d.id = ?",
      id);
}

std::string match_expression(std::string_view typed) {
  std::string expression;
  std::size_t words = 0;
  std::string text(typed);
  std::ranges::replace_if(
      text, [](char letter) { return letter == '"' || letter == '\0' || letter == '\n' || letter == '\t'; }, ' ');
  for (const std::string_view word : split(text, ' ')) {
    if (!holds_a_word(word) || ++words > most_words) continue;
    expression += (expression.empty() ? "\"" : " AND \"") + std::string(word) + "\"*";
  }
  return expression.empty() ? "\"\"" : expression;
}

}  // namespace clocher::dossiers
