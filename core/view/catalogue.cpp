// Reads the catalogue and fills its placeholders.
#include "core/view/catalogue.hpp"

#include "core/base/log.hpp"
#include "core/json/json.hpp"

#include <map>
#include <mutex>
#include <set>
#include <stdexcept>

namespace clocher::view {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

Texts read_texts(std::string_view json_text) {
  const json::Value document = json::parse_trusted(json_text);
  const auto* object = document.if_object();
  if (object == nullptr) throw std::runtime_error("catalogue: not an object");
  Texts texts;
  for (const auto& [key, value] : *object) {
    if (!value.is_string()) throw std::runtime_error("catalogue: " + std::string(key) + " is not a text");
    texts.emplace(std::string(key), std::string(value.get_string().c_str(), value.get_string().size()));
  }
  return texts;
}

// French counts 0 and 1 as one thing: "0 demande", "1 demande", "2 demandes".
std::string_view plural_suffix(const std::string& count) { return count == "0" || count == "1" ? ".one" : ".other"; }

}  // namespace

struct Catalogue::Impl {
  Texts texts;
  OnMissing on_missing;
  std::mutex mutex;
  std::set<std::string, std::less<>> reported;

  void report(const std::string& missing) {
    if (on_missing == OnMissing::throws) throw std::out_of_range("catalogue: " + missing + " is missing");
    const std::lock_guard lock(mutex);
    if (reported.insert(missing).second) log::error("catalogue.missing", {{"key", missing}});
  }

  const std::string* find(std::string_view key, const Arguments& arguments) const {
    if (const auto count = arguments.find("count"); count != arguments.end()) {
      const auto plural = texts.find(std::string(key).append(plural_suffix(count->second)));
      if (plural != texts.end()) return &plural->second;
    }
    const auto found = texts.find(key);
    return found == texts.end() ? nullptr : &found->second;
  }

  std::string fill(std::string_view key, std::string_view pattern, const Arguments& arguments) {
    std::string text;
    for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
      const auto close = pattern.find('}', open);
      if (close == std::string_view::npos) break;
      text += pattern.substr(0, open);
      const std::string name(pattern.substr(open + 1, close - open - 1));
      if (const auto argument = arguments.find(name); argument != arguments.end())
        text += argument->second;
      else
        report(std::string(key) + " {" + name + '}');
      pattern.remove_prefix(close + 1);
    }
    return text.append(pattern);
  }
};

Catalogue::Catalogue(std::string_view json_text, OnMissing on_missing) : impl_(std::make_unique<Impl>()) {
  impl_->texts = read_texts(json_text);
  impl_->on_missing = on_missing;
}
Catalogue::~Catalogue() = default;

std::string Catalogue::text(std::string_view key, const Arguments& arguments) const {
  if (const std::string* pattern = impl_->find(key, arguments)) return impl_->fill(key, *pattern, arguments);
  impl_->report(std::string(key));
  return std::string(key);
}

bool Catalogue::has(std::string_view key) const { return impl_->texts.contains(key); }

std::vector<std::string> Catalogue::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, text] : impl_->texts) names.push_back(key);
  return names;
}

}  // namespace clocher::view
