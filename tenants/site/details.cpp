// Chooses the reader of a kind; pages have no details, news a few.
#include "tenants/site/details.hpp"

#include "tenants/site/alert.hpp"
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/event.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_category = 40;

json::Object read_news(PartReader& reader) {
  json::Object details;
  put(details, "category", reader.line("category", longest_category));
  put_flag(details, "featured", reader.flag("featured"));
  read_image(reader, details);
  return details;
}

}  // namespace

json::Object read_details(ContentKind kind, const json::Value& sent, Completeness completeness,
                          std::vector<FieldError>& errors) {
  PartReader reader(sent, {"details", "details", {}}, completeness, errors);
  json::Object details;
  if (kind == ContentKind::news) details = read_news(reader);
  if (kind == ContentKind::event) details = read_event(reader);
  if (kind == ContentKind::alert) details = read_alert(reader);
  reader.refuse_unknown();
  return details;
}

void read_image(PartReader& reader, json::Object& details) {
  const json::Value* sent = reader.find("image");
  if (sent == nullptr) return;
  PartReader image(*sent, reader.below("image"), reader.completeness(), reader.errors());
  json::Object picture = read_picture(image);
  image.refuse_unknown();
  if (picture.contains("media_id")) details["image"] = std::move(picture);
}

}  // namespace clocher::tenants
