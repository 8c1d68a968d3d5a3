// Where a place is: its address and the way there in words, and a link to a map. Nothing is loaded from elsewhere.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_directions = 2000;

// Degrees as kept: "47.98123". Nothing for what is no number within the limit.
std::optional<std::string> degrees(std::string_view text, double limit) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || std::abs(value) > limit)
    return std::nullopt;
  std::array<char, 32> digits{};
  const int size = std::snprintf(digits.data(), digits.size(), "%.5f", value);
  return std::string(digits.data(), static_cast<std::size_t>(size));
}

void read_degrees(PartReader& reader, std::string_view name, double limit, json::Object& block) {
  const std::string written = reader.line(name, 20);
  if (written.empty()) return reader.missing(name, "position_missing");
  const auto value = degrees(written, limit);
  if (value)
    put(block, name, *value);
  else
    reader.fault(name, "position");
}

json::Object read(PartReader& reader) {
  json::Object block;
  const std::string title = reader.line("title", longest_label);
  const std::string address = reader.line("address", longest_caption);
  const std::string directions = reader.text("directions", longest_directions);
  if (title.empty()) reader.missing("title", "title_missing");
  if (address.empty()) reader.missing("address", "address_missing");
  if (directions.empty()) reader.missing("directions", "directions_missing");
  put(block, "title", title);
  put(block, "address", address);
  put(block, "directions", directions);
  read_degrees(reader, "latitude", 90, block);
  read_degrees(reader, "longitude", 180, block);
  return block;
}

json::Value view(const json::Object& block, const BlockSources&) {
  const std::string title = json::string_or(block, "title");
  if (title.empty()) return false;
  const std::string latitude = json::string_or(block, "latitude");
  const std::string longitude = json::string_or(block, "longitude");
  json::Value url = false;
  if (!latitude.empty() && !longitude.empty()) {
    url = "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=17/" + latitude + "/" +
          longitude;
  }
  return json::Object{{"heading", title},
                      {"address", shown(block, "address")},
                      {"directions_html", shown_markdown(block, "directions")},
                      {"map_url", std::move(url)}};
}

std::vector<std::string> words(const json::Object& block) { return texts_of(block, {"title", "address", "directions"}); }

}  // namespace

const BlockType map_block = {"map", "plan", read, view, words};

}  // namespace clocher::tenants
