// Files by their digest: written once, checked when read.
#include "tenants/file_store.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

using namespace clocher;
using tenants::FileStore;

namespace {

std::filesystem::path only_file(const std::string& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) return entry.path();
  }
  return {};
}

}  // namespace

TEST_CASE("bytes come back as they were given, zero bytes and emptiness too") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path());
  for (const std::string& bytes : {std::string("bonjour"), std::string("a\0b", 3), std::string()}) {
    const std::string digest = store.put(bytes);
    CHECK(digest.size() == 64);
    CHECK(store.get(digest) == bytes);
  }
}

TEST_CASE("the same bytes are kept once") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path());
  CHECK(store.put("bonjour") == store.put("bonjour"));
  int files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
    files += entry.is_regular_file();
  CHECK(files == 1);
}

TEST_CASE("a file whose bytes changed on the disk is never given out") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path());
  const std::string digest = store.put("bonjour");
  std::ofstream(only_file(folder.path()), std::ios::binary | std::ios::trunc) << "bonsoir";
  CHECK_FALSE(store.get(digest));
}

TEST_CASE("bytes whose file was corrupted are kept again when they are given again") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path());
  const std::string digest = store.put("bonjour");
  std::ofstream(only_file(folder.path()), std::ios::binary | std::ios::trunc) << "bonsoir";
  CHECK(store.put("bonjour") == digest);
  CHECK(store.get(digest) == "bonjour");
}

TEST_CASE("a name that is no digest reaches no file") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path() + "/files");
  std::ofstream(folder.path() + "/secret") << "secret";
  for (const std::string& name : {std::string("../secret"), std::string(), std::string(64, 'g'), std::string(64, 'A'),
                                  "../../" + std::string(58, '0')}) {
    CHECK_FALSE(store.get(name));
  }
}

TEST_CASE("an absent file is nothing") {
  test::TemporaryFolder folder;
  CHECK_FALSE(FileStore(folder.path()).get(std::string(64, '0')));
}

TEST_CASE("a stored file is not for everybody on the machine") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path());
  static_cast<void>(store.put("bonjour"));
  const auto others = std::filesystem::perms::others_all;
  CHECK((std::filesystem::status(only_file(folder.path())).permissions() & others) == std::filesystem::perms::none);
}

TEST_CASE("a file that was put again since then is not removed as an old one") {
  test::TemporaryFolder folder;
  const FileStore store(folder.path());
  const std::string digest = store.put("bonjour");
  const Instant now = SystemClock().now();
  store.remove_older(digest, now - one_day);
  CHECK(store.get(digest) == "bonjour");
  store.remove_older(digest, now + one_minute);
  CHECK_FALSE(store.get(digest));
  store.remove_older(digest, now + one_minute);
}
