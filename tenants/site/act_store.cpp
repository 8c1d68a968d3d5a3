// Reads and writes rows of acts.
#include "tenants/site/act_store.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace clocher::tenants {
namespace {

std::optional<Date> day(const db::Row& row, int column) {
  const auto text = row.maybe_text(column);
  return text ? parse_iso_date(*text) : std::nullopt;
}

std::optional<std::string> stored(const std::optional<Date>& date) {
  return date ? std::optional(to_iso(*date)) : std::nullopt;
}

ActState parse_state(std::string_view text) {
  if (text == "published") return ActState::published;
  return text == "withdrawn" ? ActState::withdrawn : ActState::draft;
}

std::optional<ActVotes> read_votes(const db::Row& row, int first) {
  if (row.is_null(first)) return std::nullopt;
  return ActVotes{row.integer(first), row.integer(first + 1), row.integer(first + 2), row.integer(first + 3),
                  row.integer(first + 4)};
}

std::optional<Id<Act>> maybe_id(const db::Row& row, int column) {
  const auto value = row.maybe_integer(column);
  return value ? std::optional(Id<Act>{*value}) : std::nullopt;
}

ActText read_text(const db::Row& row) {
  return {.number = row.text(4),
          .object = row.text(5),
          .decided_on = day(row, 6),
          .meeting_on = day(row, 7),
          .approved_on = day(row, 8),
          .author_first_name = row.text(9),
          .author_name = row.text(10),
          .author_quality = row.text(11),
          .subject_code = row.text(12),
          .subject_label = row.text(13),
          .votes = read_votes(row, 14),
          .budget_year = row.text(19),
          .budget_name = row.text(20),
          .prefecture_id = row.text(21),
          .prefecture_on = day(row, 22)};
}

Act read_act(const db::Row& row) {
  Act act;
  act.id = row.id<Act>(0);
  act.kind = parse_act_kind(row.text(1)).value_or(ActKind::autre);
  act.state = parse_state(row.text(2));
  act.slug = row.maybe_text(3).value_or("");
  act.text = read_text(row);
  if (!row.is_null(24)) act.file = ActFile{row.text(23), row.text(24), row.integer(25)};
  act.replaces = maybe_id(row, 26);
  act.replaced_by = maybe_id(row, 27);
  act.version = row.integer(28);
  act.updated_at = row.instant(29);
  act.published_at = row.maybe_instant(30);
  act.withdrawn_at = row.maybe_instant(31);
  act.withdrawn_reason = row.text(32);
  return act;
}

// All the words of the search, wherever they stand.
bool speaks_of(const Act& act, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  const std::string text = fold(act.text.number + " " + act.text.object + " " + act.text.subject_label + " " +
                                act.text.author_name + " " + std::string(info_of(act.kind).label));
  return std::ranges::all_of(words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = fold(text);
  for (const std::string_view word : split(folded, ' ')) {
    if (!trim(word).empty()) words.emplace_back(trim(word));
  }
  return words;
}

}  // namespace

std::vector<Act> list_acts(db::ReadTx& tx, const ActFilter& filter) {
  const std::optional<std::string> state =
      filter.state ? std::optional(std::string(to_string(*filter.state))) : std::nullopt;
  const std::optional<std::string> kind =
      filter.kind ? std::optional(std::string(to_string(*filter.kind))) : std::nullopt;
  const std::optional<std::string> year = filter.year ? std::optional(std::to_string(*filter.year)) : std::nullopt;
  const std::optional<std::string> meeting = stored(filter.meeting);
  const std::optional<std::string> subject = filter.subject.empty() ? std::nullopt : std::optional(filter.subject);
  auto acts = tx.all(
      "SELECT id, kind, state, slug, number, object, decided_on, meeting_on, approved_on, author_first_name, "
      "author_name, author_quality, subject_code, subject_label, vote_members, vote_present, vote_for, vote_against, "
      "vote_abstained, budget_year, budget_name, prefecture_id, prefecture_on, file_name, file_sha256, file_bytes, "
      "replaces_id, "
      "(SELECT other.id FROM act AS other WHERE other.replaces_id = act.id AND other.published_at IS NOT NULL), "
      "version, updated_at, published_at, withdrawn_at, withdrawn_reason FROM act "
      "WHERE (? IS NULL OR state = ?) AND (? IS NULL OR kind = ?) AND (? IS NULL OR substr(decided_on, 1, 4) = ?) "
      "AND (? IS NULL OR meeting_on = ?) AND (? IS NULL OR subject_code = ? OR substr(subject_code, 1, 2) = ? || '.') "
      "ORDER BY decided_on IS NOT NULL, decided_on DESC, id DESC",
      read_act, state, state, kind, kind, year, year, meeting, meeting, subject, subject, subject);
  const auto words = words_of(filter.words);
  std::erase_if(acts, [&](const Act& act) { return !speaks_of(act, words); });
  return acts;
}

std::optional<Act> find_act(db::ReadTx& tx, Id<Act> id) {
  return tx.one(
      "SELECT id, kind, state, slug, number, object, decided_on, meeting_on, approved_on, author_first_name, "
      "author_name, author_quality, subject_code, subject_label, vote_members, vote_present, vote_for, vote_against, "
      "vote_abstained, budget_year, budget_name, prefecture_id, prefecture_on, file_name, file_sha256, file_bytes, "
      "replaces_id, "
      "(SELECT other.id FROM act AS other WHERE other.replaces_id = act.id AND other.published_at IS NOT NULL), "
      "version, updated_at, published_at, withdrawn_at, withdrawn_reason FROM act WHERE id = ?",
      read_act, id);
}

std::optional<Act> find_act(db::ReadTx& tx, std::string_view slug) {
  const auto id = tx.one(
      "SELECT id FROM act WHERE slug = ?", [](const db::Row& row) { return row.id<Act>(0); }, slug);
  return id ? find_act(tx, *id) : std::nullopt;
}

std::vector<Date> list_meetings(db::ReadTx& tx) {
  std::vector<Date> days;
  tx.each(
      "SELECT DISTINCT meeting_on FROM act WHERE meeting_on IS NOT NULL AND state = 'published' ORDER BY meeting_on "
      "DESC",
      [&](const db::Row& row) {
        if (const auto date = day(row, 0)) days.push_back(*date);
      });
  return days;
}

std::vector<int> list_act_years(db::ReadTx& tx) {
  return tx.all(
      "SELECT DISTINCT CAST(substr(decided_on, 1, 4) AS INTEGER) FROM act WHERE state = 'published' ORDER BY 1 DESC",
      [](const db::Row& row) { return static_cast<int>(row.integer(0)); });
}

namespace act_store {
namespace {

template <class Member>
std::optional<std::int64_t> vote(const ActText& text, Member member) {
  return text.votes ? std::optional(*text.votes.*member) : std::nullopt;
}

}  // namespace

Id<Act> insert(db::Tx& tx, ActKind kind, const ActText& text, std::optional<Id<Act>> replaces, Instant now) {
  const Id<Act> id{
      tx.insert("INSERT INTO act (kind, state, object, replaces_id, created_at, updated_at) VALUES (?, 'draft', ?, ?, "
                "?, ?)",
                to_string(kind), text.object, replaces, now, now)};
  update(tx, id, text, now);
  return id;
}

void update(db::Tx& tx, Id<Act> id, const ActText& text, Instant now) {
  tx.run(
      "UPDATE act SET number = ?, object = ?, decided_on = ?, meeting_on = ?, approved_on = ?, author_first_name = ?, "
      "author_name = ?, author_quality = ?, subject_code = ?, subject_label = ?, vote_members = ?, vote_present = ?, "
      "vote_for = ?, vote_against = ?, vote_abstained = ?, budget_year = ?, budget_name = ?, prefecture_id = ?, "
      "prefecture_on = ?, version = version + 1, updated_at = ? WHERE id = ?",
      text.number, text.object, stored(text.decided_on), stored(text.meeting_on), stored(text.approved_on),
      text.author_first_name, text.author_name, text.author_quality, text.subject_code, text.subject_label,
      vote(text, &ActVotes::members), vote(text, &ActVotes::present), vote(text, &ActVotes::in_favour),
      vote(text, &ActVotes::against), vote(text, &ActVotes::abstained), text.budget_year, text.budget_name,
      text.prefecture_id, stored(text.prefecture_on), now, id);
}

void set_file(db::Tx& tx, Id<Act> id, const ActFile& file, Instant now) {
  tx.run(
      "UPDATE act SET file_name = ?, file_sha256 = ?, file_bytes = ?, version = version + 1, updated_at = ? WHERE id = "
      "?",
      file.name, file.sha256, file.size_bytes, now, id);
}

void remove(db::Tx& tx, Id<Act> id) { tx.run("DELETE FROM act WHERE id = ?", id); }

void set_published(db::Tx& tx, Id<Act> id, std::string_view slug, Instant now) {
  tx.run(
      "UPDATE act SET state = 'published', slug = ?, published_at = ?, version = version + 1, updated_at = ? WHERE id "
      "= ?",
      slug, now, now, id);
}

void set_prefecture(db::Tx& tx, Id<Act> id, std::string_view receipt, std::optional<Date> on, Instant now) {
  tx.run("UPDATE act SET prefecture_id = ?, prefecture_on = ?, version = version + 1, updated_at = ? WHERE id = ?",
         receipt, stored(on), now, id);
}

void set_withdrawn(db::Tx& tx, Id<Act> id, std::string_view reason, Instant now) {
  tx.run(
      "UPDATE act SET state = 'withdrawn', withdrawn_at = ?, withdrawn_reason = ?, version = version + 1, updated_at = "
      "? WHERE id = ?",
      now, reason, now, id);
}

bool slug_is_taken(db::ReadTx& tx, std::string_view slug) {
  return tx.number("SELECT COUNT(*) FROM act WHERE slug = ?", slug) > 0;
}

bool number_is_taken(db::ReadTx& tx, ActKind kind, std::string_view number, std::optional<Id<Act>> except) {
  return tx.number(
             "SELECT COUNT(*) FROM act WHERE kind = ? AND number = ? AND state = 'published' AND (? IS NULL OR id <> "
             "?)",
             to_string(kind), number, except, except) > 0;
}

std::optional<Id<Act>> find_draft_replacing(db::ReadTx& tx, Id<Act> id) {
  return tx.one(
      "SELECT id FROM act WHERE replaces_id = ? AND state = 'draft' ORDER BY id",
      [](const db::Row& row) { return row.id<Act>(0); }, id);
}

Instant last_known_moment(db::ReadTx& tx) {
  return {tx.number(
      "SELECT max(coalesce((SELECT max(at) FROM act_check), 0), coalesce((SELECT max(published_at) FROM act), "
      "0), coalesce((SELECT max(withdrawn_at) FROM act), 0))")};
}

}  // namespace act_store
}  // namespace clocher::tenants
