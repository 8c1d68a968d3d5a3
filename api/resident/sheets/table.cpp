// Tables of a sheet: caption, headers of columns and rows, merged cells.
#include "api/resident/sheets/renderer.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace clocher::api::resident {
namespace {

std::size_t span_of(const xml::Node& cell, std::string_view attribute, std::size_t most) {
  const std::string_view value = cell.attribute(attribute);
  std::size_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<std::size_t>(span, 1, std::max<std::size_t>(most, 1));
}

std::vector<const xml::Node*> children_named(const xml::Node& node, std::string_view name) {
  std::vector<const xml::Node*> found;
  for (const xml::Node& child : node.children) {
    if (child.name == name) found.push_back(&child);
  }
  return found;
}

// Where the next cell goes when cells of rows above reach down.
class Grid {
 public:
  explicit Grid(std::size_t columns) : left_(columns, 0) {}

  std::size_t next_free(std::size_t column) const {
    while (column < left_.size() && left_[column] > 0) ++column;
    return column;
  }
  void take(std::size_t column, std::size_t across, std::size_t down) {
    if (column + across > left_.size()) left_.resize(column + across, 0);
    for (std::size_t i = 0; i < across; ++i) left_[column + i] = down;
  }
  void end_row() {
    for (std::size_t& rows : left_) rows -= rows > 0 ? 1 : 0;
  }

 private:
  std::vector<std::size_t> left_;
};

constexpr std::size_t most_columns = 50;

}  // namespace

void SheetRenderer::table(const xml::Node& node) {
  const auto columns = children_named(node, "Colonne");
  const auto rows = children_named(node, "Rangée");
  if (rows.empty()) return;
  const std::string title = words_of(node.find("Titre"));
  out_ += "<div class=\"sheet-table\" role=\"group\" tabindex=\"0\" aria-label=\"" +
          escape_html(title.empty() ? word("sheet.table") : title) + "\">\n<table>\n";
  const std::string summary = words_of(node.find("Resume"));
  if (!title.empty() || !summary.empty())
    out_ += "<caption>" + escape_html(title) + (title.empty() || summary.empty() ? "" : " – ") + escape_html(summary) +
            "</caption>\n";
  Grid grid(columns.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool is_header_row = rows[row]->attribute("type") == "header";
    out_ += "<tr>";
    std::size_t column = 0;
    for (const xml::Node* cell : children_named(*rows[row], "Cellule")) {
      column = grid.next_free(column);
      const std::size_t across = span_of(*cell, "fusionHorizontale", most_columns);
      const std::size_t down = span_of(*cell, "fusionVerticale", rows.size() - row);
      const bool heads_row = column < columns.size() && columns[column]->attribute("type") == "header";
      const char* tag = is_header_row || heads_row ? "th" : "td";
      out_.append("<").append(tag);
      if (is_header_row || heads_row) out_ += is_header_row ? " scope=\"col\"" : " scope=\"row\"";
      if (across > 1) out_ += " colspan=\"" + std::to_string(across) + "\"";
      if (down > 1) out_ += " rowspan=\"" + std::to_string(down) + "\"";
      out_ += ">";
      compact(*cell);
      out_.append("</").append(tag).append(">");
      grid.take(column, across, down);
      column += across;
    }
    grid.end_row();
    out_ += "</tr>\n";
  }
  out_ += "</table>\n</div>\n";
}

}  // namespace clocher::api::resident
