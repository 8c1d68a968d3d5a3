// Sheets composed for tests in the vocabulary of Service-Public; none of its texts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace clocher::test {

struct SampleSheet {
  std::string id = "F100";
  std::string title = "Demander un exemple";
  std::string type = "Fiche d'information";
  std::string body = "<Texte><Paragraphe>Un exemple.</Paragraphe></Texte>";
  std::string audience = "Particuliers";
  std::string date = "2026-05-04";
};

[[nodiscard]] inline std::string sheet_xml(const SampleSheet& sheet) {
  const std::string root = sheet.id.starts_with('R') ? "ServiceComplementaire" : "Publication";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root +
         " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" ID=\"" + sheet.id + "\" type=\"" + sheet.type +
         "\" spUrl=\"https://www.service-public.fr/particuliers/vosdroits/" + sheet.id + "\">\n<dc:title>" +
         sheet.title + "</dc:title><dc:date>modified " + sheet.date + "</dc:date><FilDAriane><Niveau ID=\"" +
         sheet.audience + "\">Accueil</Niveau><Niveau ID=\"N10\">Papiers" + "</Niveau><Niveau ID=\"" + sheet.id +
         "\">" + sheet.title + "</Niveau></FilDAriane><Theme ID=\"N10\"><Titre>Papiers</Titre></Theme>\n" + sheet.body +
         "</" + root + ">";
}

[[nodiscard]] inline std::pair<std::string, std::string> sheet_file(const SampleSheet& sheet) {
  return {sheet.id + ".xml", sheet_xml(sheet)};
}

}  // namespace clocher::test
