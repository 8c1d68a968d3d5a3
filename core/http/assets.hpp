// The files that travel inside the binary: styles, views, locales, migrations, the agents' application.
#pragma once

#include <span>
#include <string_view>

namespace clocher::http {

struct Asset {
  std::string_view
      path;  // "/static/site.css", "/admin/assets/index-1a2b.js", "views/home.html", "migrations/commune/0001_x.sql"
  std::string_view content_type;  // "text/css; charset=utf-8"
  std::string_view hash;          // 16 hexadecimal digits of the bytes' SHA-256: for the ETag and for hashed addresses
  std::string_view bytes;
  std::string_view brotli;  // quality 11; empty where it would not be smaller or a browser never asks for it
  std::string_view gzip;    // level 9; the same
};

// Sorted by path. Defined in the generated unit of the library clocher_assets; everything lives as long as the process.
[[nodiscard]] std::span<const Asset> embedded_assets();

// Null when there is none.
[[nodiscard]] const Asset* find_asset(std::string_view path);

}  // namespace clocher::http
