// Which passwords are taken, and that hashes only open with theirs.
#include "core/security/password.hpp"

#include "tests/support/catch.hpp"

#include <chrono>
#include <set>
#include <thread>
#include <vector>

using namespace clocher;
using namespace clocher::security;

namespace {

constexpr PasswordContext context{"marie.leroy@example.fr", "Saint-Maixent"};

std::string refusal(std::string_view password) {
  const auto checked = check_new_password(password, context);
  if (checked) return "";
  REQUIRE(checked.error().fields.size() == 1);
  CHECK(checked.error().fields.front().field == "password");
  return checked.error().fields.front().key;
}

}  // namespace

TEST_CASE("long passwords are taken without any rule on their composition", "[password]") {
  const auto good = GENERATE(values<std::string>(
      {"cheval agrafe pile correct", "tracteur-vert-12", "ZZtop est en ville", "éàùçôîéàùçôî1", "                a",
       "correct horse battery staple", "xk3v9qpl2mzr", "dossier bleu sous le toit", "мой секретный пароль",
       "the admin likes long walks", "la mairie ferme à midi pile"}));
  CAPTURE(good);
  CHECK(refusal(good).empty());
}

TEST_CASE("the length of a password counts characters, not bytes", "[password]") {
  CHECK(refusal("éééàààùùùôô") == "password.too_short");
  CHECK(refusal("xk3v9qpl2mz") == "password.too_short");
  CHECK(refusal("").size() > 0);
  CHECK(refusal(std::string("a1b2c3d4e5f6g7h8").append(240, 'z')).empty());
  CHECK(refusal(std::string("a1b2c3d4e5f6g7h8").append(241, 'z')) == "password.too_long");
}

TEST_CASE("the person's address and the commune's name are no secrets", "[password]") {
  CHECK(refusal("Marie.Leroy-2026") == "password.contains_email");
  CHECK(refusal("xx marie leroy xx") == "password.contains_email");
  CHECK(refusal("saintmaixent1944") == "password.contains_commune");
  CHECK(refusal("SAINT MAIXENT !!") == "password.contains_commune");
}

TEST_CASE("a context too short to mean something refuses nothing", "[password]") {
  CHECK(check_new_password("xk3v9qpl2mzr ay", {"x@a.fr", "Y"}));
  CHECK(check_new_password("xk3v9qpl2mzr ay", {"", ""}));
}

TEST_CASE("common passwords are refused in all their disguises", "[password]") {
  const auto common = GENERATE(values<std::string>(
      {"motdepasse123",    "MotDePasse2024!", "Mot de passe 1",  "azertyuiop12",  "AZERTYUIOP!!",   "123456789012",
       "111111111111",     "abcabcabcabc",    "password1234",    "Bienvenue2024", "mairie123456",   "mairiemairie",
       "2024-mairie-2024", "administrateur",  "Administrateur1", "secretariat1",  "jetaimejetaime", "qwertyuiop12",
       "Clocher-2026!",    "village village", "!!!!!!!!!!!!",    "ababababababa", "welcome welcome"}));
  CAPTURE(common);
  CHECK(refusal(common) == "password.too_common");
}

TEST_CASE("bytes that are not text are no password", "[password]") {
  CHECK(refusal("\xff\xfe\xfd abcdefghijk") == "password.unreadable");
}

TEST_CASE("a hash opens with its password only, and is never the same twice", "[password]") {
  const std::string hash = hash_password("cheval agrafe pile");
  CHECK_THAT(hash, Catch::StartsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
  CHECK(verify_password(hash, "cheval agrafe pile"));
  CHECK_FALSE(verify_password(hash, "cheval agrafe pil"));
  CHECK_FALSE(verify_password(hash, ""));
  CHECK(hash_password("cheval agrafe pile") != hash);
}

TEST_CASE("a damaged or empty hash opens with nothing", "[password]") {
  CHECK_FALSE(verify_password("", ""));
  CHECK_FALSE(verify_password("$argon2id$v=19$m=65536,t=2,p=1$", "a"));
  CHECK_FALSE(verify_password(std::string(500, 'x'), "a"));
}

TEST_CASE("a password may hold a NUL and what follows counts", "[password]") {
  const std::string with_nul("abc\0def", 7);
  CHECK_FALSE(verify_password(hash_password(with_nul), "abc"));
}

TEST_CASE("many threads may hash at once", "[password]") {
  std::vector<std::thread> threads;
  std::vector<std::string> hashes(4);
  for (std::string& hash : hashes) threads.emplace_back([&hash] { hash = hash_password("cheval agrafe pile"); });
  for (auto& thread : threads) thread.join();
  for (const auto& hash : hashes) CHECK(verify_password(hash, "cheval agrafe pile"));
}

TEST_CASE("an unknown account costs a real verification", "[password]") {
  dummy_verify("warm up");
  const auto seconds_of = [](auto work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const std::string hash = hash_password("cheval agrafe pile");
  const double known = seconds_of([&] { (void)verify_password(hash, "wrong"); });
  const double unknown = seconds_of([] { dummy_verify("wrong"); });
  // Not a bench: a comparison of strings would take a thousandth of it.
  CHECK(unknown > known / 10);
}

TEST_CASE("generated passwords are readable, differ, and pass our own rules", "[password]") {
  std::set<std::string> seen;
  for (int draw = 0; draw < 200; ++draw) {
    const std::string password = generate_password();
    CHECK_THAT(password, Catch::Matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}"));
    CHECK(refusal(password).empty());
    seen.insert(password);
  }
  CHECK(seen.size() == 200);
}
