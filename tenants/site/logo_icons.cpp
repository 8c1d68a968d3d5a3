// SQL of the icons, and their making.
#include "tenants/site/logo_icons.hpp"

#include "core/base/log.hpp"
#include "core/media/image.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array sides = {32, 180, 512};  // tab of a browser, home screen of a telephone, its start picture
constexpr std::size_t address_digits = 16;

std::string name_of(const LogoIcon& icon) {
  return std::to_string(icon.side) + "-" + icon.sha256.substr(0, address_digits) + ".png";
}

struct Work {
  std::string logo;     // SHA-256 of the picture; "" without logo
  std::string made_of;  // "" when there are no icons
};

Work read_work(db::ReadTx& tx) {
  const auto text = [](const db::Row& row) { return row.text(0); };
  return {tx.one("SELECT media.sha256 FROM profile JOIN media ON media.id = profile.logo_id WHERE media.kind = 'image' "
                 "AND media.deleted_at IS NULL",
                 text)
              .value_or(""),
          tx.one("SELECT MIN(source_sha256) FROM logo_icon HAVING COUNT(*) > 0", text).value_or("")};
}

}  // namespace

std::string path_of(const LogoIcon& icon) { return "/icones/" + name_of(icon); }

std::vector<LogoIcon> read_logo_icons(db::ReadTx& tx) {
  return tx.all(
      "SELECT logo_icon.side, logo_icon.sha256 FROM logo_icon JOIN media ON media.sha256 = logo_icon.source_sha256 JOIN "
      "profile ON profile.logo_id = media.id WHERE media.deleted_at IS NULL ORDER BY logo_icon.side",
      [](const db::Row& row) { return LogoIcon{static_cast<int>(row.integer(0)), row.text(1)}; });
}

std::optional<LogoIcon> find_logo_icon(db::ReadTx& tx, std::string_view name) {
  const auto icons = read_logo_icons(tx);
  const auto found = std::ranges::find(icons, name, name_of);
  return found == icons.end() ? std::nullopt : std::optional(*found);
}

bool make_logo_icons(Tenant& tenant) {
  const Work work = tenant.read(read_work);
  if (work.logo == work.made_of) return false;
  struct Made {
    LogoIcon icon;
    std::int64_t size_bytes;
  };
  std::vector<Made> made;
  if (!work.logo.empty()) {
    const auto bytes = tenant.files().get(work.logo);
    if (!bytes) {
      log::error("logo.file_lost", {{"commune", tenant.insee()}});
      return false;
    }
    for (const int side : sides) {
      const media::Image image = media::icon_of(*bytes, side);
      made.push_back({{side, tenant.files().put(image.bytes)}, static_cast<std::int64_t>(image.bytes.size())});
    }
  }
  // Another logo chosen meanwhile finds these made of the old one, and makes its own.
  tenant.write([&](db::Tx& tx) {
    tx.run("DELETE FROM logo_icon");
    for (const Made& each : made)
      tx.run("INSERT INTO logo_icon (side, source_sha256, sha256, size_bytes) VALUES (?, ?, ?, ?)", each.icon.side,
             work.logo, each.icon.sha256, each.size_bytes);
  });
  return true;
}

}  // namespace clocher::tenants
