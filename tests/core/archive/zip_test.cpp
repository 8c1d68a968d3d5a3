// ZIP files of strangers: what is read, and what is refused.
#include "core/archive/zip.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zip_maker.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::test;

namespace {

struct Box {
  TemporaryFolder folder;
  std::string path = folder.path() + "/a.zip";

  [[nodiscard]] std::string refusal(const archive::ZipLimits& limits = {}) const {
    const auto opened = archive::ZipReader::open(path, limits);
    return opened ? "" : opened.error().key;
  }
};

}  // namespace

TEST_CASE("a ZIP gives the bytes of its files under their bare names") {
  const Box box;
  write_zip(box.path, {{"dossier/", ""}, {"dossier/F1.xml", "<a/>"}, {"../../etc/F2.xml", "<b/>"}, {"c\\F3.xml", ""}});
  auto zip = archive::ZipReader::open(box.path);
  REQUIRE(zip);
  REQUIRE(zip->entries().size() == 3);
  CHECK(zip->entries()[0].name == "F1.xml");
  CHECK(zip->entries()[1].name == "F2.xml");
  CHECK(zip->entries()[2].name == "F3.xml");
  CHECK(zip->read(0).value() == "<a/>");
  CHECK(zip->read(1).value() == "<b/>");
  CHECK(zip->read(2).value().empty());
  CHECK_FALSE(std::filesystem::exists(box.folder.path() + "/../../etc/F2.xml"));
}

TEST_CASE("a ZIP bomb is refused before it is unpacked") {
  const Box box;
  write_zip(box.path, {{"F1.xml", std::string(8 * 1024 * 1024, 'a')}});
  CHECK(std::filesystem::file_size(box.path) < 100'000);
  CHECK(box.refusal() == "zip.bomb");
}

TEST_CASE("entries, their size and the whole have limits") {
  const Box box;
  write_zip(box.path, {{"a", "12345"}, {"b", "12345"}});
  archive::ZipLimits limits;
  CHECK(box.refusal(limits).empty());
  limits.entries = 1;
  CHECK(box.refusal(limits) == "zip.too_many");
  limits = {};
  limits.entry_bytes = 4;
  CHECK(box.refusal(limits) == "zip.too_large");
  limits = {};
  limits.total_bytes = 9;
  CHECK(box.refusal(limits) == "zip.too_large");
}

TEST_CASE("what is no ZIP, or is cut short, is refused") {
  const Box box;
  CHECK(box.refusal() == "zip.unreadable");
  write_file(box.path, "bonjour");
  CHECK(box.refusal() == "zip.unreadable");
  write_zip(box.path, {{"F1.xml", "<a>du texte assez long pour être coupé</a>"}});
  const std::string whole = read_whole(box.path);
  write_file(box.path, whole.substr(0, whole.size() / 2));
  CHECK(box.refusal() == "zip.unreadable");
}

TEST_CASE("a damaged entry is found by its sum, and the others are still read") {
  const Box box;
  write_zip(box.path, {{"F1.xml", "premier fichier intact"}, {"F2.xml", "second fichier intact"}});
  std::string bytes = read_whole(box.path);
  const std::size_t at = bytes.find("F2.xml") + 6 + 4;  // inside the data that follows the local header
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  write_file(box.path, bytes);
  auto zip = archive::ZipReader::open(box.path);
  REQUIRE(zip);
  CHECK(zip->read(0).value() == "premier fichier intact");
  REQUIRE_FALSE(zip->read(1));
  CHECK(zip->read(1).error().key == "zip.damaged");
}
