// Primitives from libsodium.
#include "core/security/crypto.hpp"

#include <array>
#include <new>
#include <stdexcept>

#include <sodium.h>

namespace clocher::security {
namespace {

void require_sodium() {
  static const int status = sodium_init();
  if (status < 0) throw std::runtime_error("crypto: libsodium cannot start");
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string blake2b_hex(std::string_view message, std::string_view key) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), key.empty() ? nullptr : bytes_of(key),
                     key.size());
  return to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace

std::string random_bytes(std::size_t size_bytes) {
  require_sodium();
  std::string bytes(size_bytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::uint32_t random_below(std::uint32_t bound) {
  require_sodium();
  return randombytes_uniform(bound);
}

std::string to_hex(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
  text.pop_back();  // sodium writes a final NUL
  return text;
}

std::optional<std::string> from_hex(std::string_view text) {
  std::string bytes(text.size() / 2, '\0');
  std::size_t size = 0;
  const int status = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                    text.size(), nullptr, &size, nullptr);
  if (status != 0 || size * 2 != text.size()) return std::nullopt;
  return bytes;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), bytes_of(bytes), bytes.size());
  return to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::string hash_hex(std::string_view bytes) {
  require_sodium();
  return blake2b_hex(bytes, {});
}

std::string authenticate_hex(std::string_view key, std::string_view message) {
  require_sodium();
  if (key.empty()) throw std::invalid_argument("crypto: empty key");
  // BLAKE2b takes keys of 16 to 64 bytes: any other length is hashed to one that fits.
  const bool fits = key.size() >= crypto_generichash_KEYBYTES_MIN && key.size() <= crypto_generichash_KEYBYTES_MAX;
  return fits ? blake2b_hex(message, key) : blake2b_hex(message, blake2b_hex(key, {}));
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  require_sodium();
  if (key.empty()) throw std::invalid_argument("crypto: empty key");
  crypto_auth_hmacsha256_state state;
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(message), message.size());
  crypto_auth_hmacsha256_final(&state, code.data());
  return {reinterpret_cast<const char*>(code.data()), code.size()};
}

std::string seal(std::string_view key, std::string_view purpose, std::string_view secret) {
  const std::string own_key = from_hex(authenticate_hex(key, purpose)).value();
  std::string sealed = random_bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const std::string nonce = sealed;
  sealed.resize(nonce.size() + secret.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()) + nonce.size(), nullptr,
                                             bytes_of(secret), secret.size(), nullptr, 0, nullptr, bytes_of(nonce),
                                             bytes_of(own_key));
  return to_hex(sealed);
}

std::optional<std::string> unseal(std::string_view key, std::string_view purpose, std::string_view sealed) {
  constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  constexpr std::size_t added_bytes = nonce_bytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;
  const auto bytes = from_hex(sealed);
  if (!bytes || bytes->size() < added_bytes) return std::nullopt;
  const std::string own_key = from_hex(authenticate_hex(key, purpose)).value();
  std::string secret(bytes->size() - added_bytes, '\0');
  const std::string_view box = std::string_view(*bytes).substr(nonce_bytes);
  const int status = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(secret.data()), nullptr, nullptr, bytes_of(box), box.size(), nullptr, 0,
      bytes_of(*bytes), bytes_of(own_key));
  if (status != 0) return std::nullopt;
  return secret;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string argon2id(std::string_view password) {
  require_sodium();
  std::array<char, crypto_pwhash_STRBYTES> phc{};
  const int status = crypto_pwhash_str(phc.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                       crypto_pwhash_MEMLIMIT_INTERACTIVE);
  if (status != 0) throw std::bad_alloc();  // the only cause libsodium names
  return phc.data();
}

bool argon2id_matches(const std::string& phc_string, std::string_view password) {
  require_sodium();
  return crypto_pwhash_str_verify(phc_string.c_str(), password.data(), password.size()) == 0;
}

}  // namespace clocher::security
