// Marking and forgetting.
#include "tenants/dossiers/identity_document.hpp"

#include "core/media/image.hpp"
#include "tenants/forms/answers.hpp"

#include <algorithm>

namespace clocher::dossiers {
namespace {

constexpr int longest_side = 3508;  // as upload_accept.cpp keeps them

bool is_picture(const forms::AcceptedFile& file) { return file.content_type.starts_with("image/"); }

std::string with_extension(const std::string& name, std::string_view extension) {
  return name.substr(0, name.rfind('.')) + "." + std::string(extension);
}

// False when the picture cannot be drawn.
bool mark_file(forms::AcceptedFile& file, const std::string& mark) {
  auto marked = media::mark_image(file.bytes(), mark, {.longest_side = longest_side});
  if (!marked) return false;
  file.remade = std::move(marked->bytes);
  file.content_type = media::content_type_of(marked->encoding);
  file.name = with_extension(file.name, media::extension_of(marked->encoding));
  return true;
}

}  // namespace

void mark_identity_documents(const forms::Definition& definition, forms::StepReading& reading,
                             const std::string& mark) {
  std::erase_if(reading.files, [&](forms::AcceptedFile& file) {
    if (!file.is_identity || !is_picture(file) || mark_file(file, mark)) return false;
    const forms::Field* field = forms::find_field(definition, file.field);
    reading.errors.push_back(
        {file.field, "form.file.damaged", {{"name", file.name}, {"label", field == nullptr ? "" : field->label}}});
    return true;
  });
}

std::int64_t forget_identity_documents(db::Tx& tx, Id<Dossier> dossier) {
  const auto ids = tx.all(
      "SELECT id FROM attachment WHERE dossier_id = ? AND is_identity = 1 ORDER BY id",
      [](const db::Row& row) { return row.integer(0); }, dossier);
  if (ids.empty()) return 0;
  const auto text = tx.one(
      "SELECT answers FROM dossier WHERE id = ?", [](const db::Row& row) { return row.text(0); }, dossier);
  forms::Answers answers = json::parse_trusted(*text).as_object();
  for (const std::int64_t id : ids) forms::mark_deleted(answers, id);
  tx.run("UPDATE dossier SET answers = ? WHERE id = ?", json::serialize(answers), dossier);
  return tx.change("DELETE FROM attachment WHERE dossier_id = ? AND is_identity = 1", dossier);
}

}  // namespace clocher::dossiers
