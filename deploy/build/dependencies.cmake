# The libraries that Debian brings (see deploy/install-deps.sh). All of them are found here and nowhere else.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# Debian 12 keeps 1.81 beside its default 1.74, which lacks Boost.URL; Debian 13 has 1.83.
find_package(Boost 1.81 REQUIRED COMPONENTS json url CONFIG)
find_package(spdlog REQUIRED CONFIG)
find_package(fmt REQUIRED CONFIG)
find_package(OpenSSL 3 REQUIRED)
find_package(CURL REQUIRED)

pkg_check_modules(brotli REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec)
pkg_check_modules(deflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(cmark REQUIRED IMPORTED_TARGET libcmark-gfm)
find_library(CMARK_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
find_library(MAGIC_LIBRARY magic REQUIRED)
pkg_check_modules(vips REQUIRED IMPORTED_TARGET vips)
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(ical REQUIRED IMPORTED_TARGET libical)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_library(CSV_LIBRARY csv REQUIRED)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_path(CSV_INCLUDE_DIR csv.h REQUIRED)

# Headers only: they lie in the system's include folder; a missing one is said here rather than in a compiler error.
find_path(EXPECTED_INCLUDE_DIR tl/expected.hpp REQUIRED)
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
find_path(JWT_INCLUDE_DIR jwt/jwt.hpp REQUIRED)
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
find_path(MAGIC_INCLUDE_DIR magic.h REQUIRED)

find_program(NODE_PROGRAM node REQUIRED)
find_program(NPM_PROGRAM npm REQUIRED)

if(BUILD_TESTING)
  find_package(Catch2 REQUIRED CONFIG)
endif()
