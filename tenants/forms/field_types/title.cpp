// A heading inside a page, over the questions that follow: it asks nothing.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

json::Value collect(const Field&, const http::Form&) { return nullptr; }
ReadField read(const Field&, const json::Value&, Date) { return {}; }
FieldErrors check(const Field& field, const json::Value&, Date) {
  return {error_about(field, "form.unreadable_answer")};
}
Lines show_nothing(const Field&, const json::Value&, const view::Catalogue&) { return {}; }
Columns flatten_nothing(const Field&, const json::Value&) { return {}; }

void fill_view(const Field&, const json::Value&, const view::Catalogue&, json::Object& view) {
  view["is_title"] = true;
}

}  // namespace

const FieldType title_type = {"title", FieldNature::note, "",           collect,         read,
                              check,   same_raw,          show_nothing, flatten_nothing, fill_view};

}  // namespace clocher::forms
