// What a resident answered: one canonical JSON value per field id.
#pragma once

#include "core/json/json.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

// By field id; a field without an answer is absent. Canonical values:
//   text, long_text, email, phone, number, choice   string ("0612345678", "12.5", the option's value)
//   date                                            string "2026-11-24"
//   time                                            string "14:30"
//   money                                           whole cents: 1250
//   iban, siret, rna, plate                         string without groups ("FR76...", "AB-123-CD", "1234 AB 72")
//   choices                                         array of strings, in the order of the options, never empty
//   computed                                        integer, or whole cents
//   consent                                         true (a consent that is not given is absent)
//   address                                         {street, complement?, postcode, city}
//   point                                           {text, lat?, lon?}, degrees as strings ("48.0061")
//   group                                           array of objects, one canonical value per question, never empty
//   file, identity                                  array of {id, name, size_bytes, content_type}, never empty
using Answers = json::Object;

// A file that is stored: `id` is the number that the dossier gave it.
struct FileAnswer {
  std::int64_t id = 0;
  std::string name;
  std::int64_t size_bytes = 0;
  std::string content_type;
  bool is_deleted = false;  // the law or the case wanted it gone; its name stays
};

// The files of one field; empty when there are none.
[[nodiscard]] std::vector<FileAnswer> files_of(const Answers& answers, std::string_view field);
// Every file of these answers, in the order of the fields.
[[nodiscard]] std::vector<FileAnswer> files_of(const Answers& answers);
// Says of a file that its bytes are gone; an unknown id changes nothing.
void mark_deleted(Answers& answers, std::int64_t id);
void add_file(Answers& answers, std::string_view field, const FileAnswer& file);

}  // namespace clocher::forms
