// Mustache through kainjow's library: partials put in by us, parsed templates pooled.
#include "core/view/template.hpp"

#include "core/base/text.hpp"

#include <array>
#include <charconv>
#include <map>
#include <mutex>
#include <stdexcept>
#include <vector>

#include <kainjow/mustache.hpp>

namespace clocher::view {
namespace {

using Template = kainjow::mustache::mustache;
using Data = kainjow::mustache::data;

constexpr int deepest_partials = 12;

[[noreturn]] void refuse(std::string_view name, std::string_view reason) {
  throw std::runtime_error("template " + std::string(name) + ": " + std::string(reason));
}

std::string name_of_partial(std::string_view tag) { return std::string(trim(tag)); }

// Puts partials in before parsing: the library would parse them again at every render.
std::string expand(const Views::Loader& loader, std::string_view name, int depth) {
  if (depth > deepest_partials) refuse(name, "partials are nested too deep");
  const auto source = loader(name);
  if (!source) refuse(name, "does not exist");
  std::string text;
  std::string_view rest = *source;
  for (auto at = rest.find("{{>"); at != std::string_view::npos; at = rest.find("{{>")) {
    const auto end = rest.find("}}", at);
    if (end == std::string_view::npos) refuse(name, "a partial tag is not closed");
    text += rest.substr(0, at);
    std::string partial = expand(loader, name_of_partial(rest.substr(at + 3, end - at - 3)), depth + 1);
    rest.remove_prefix(end + 2);
    // The tag's own line end stays: the partial's would make an empty line.
    if (rest.starts_with('\n') && partial.ends_with('\n')) partial.pop_back();
    text += partial;
  }
  return text.append(rest);
}

Data to_data(const json::Value& value);

Data to_data(const json::Object& object) {
  Data data(Data::type::object);
  for (const auto& [key, value] : object) data[std::string(key)] = to_data(value);
  return data;
}

Data to_data(const json::Array& array) {
  Data data(Data::type::list);
  for (const json::Value& value : array) data << to_data(value);
  return data;
}

// JSON would write 2.5 as 2.5E0.
std::string digits_of(double number) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), end};
}

// The library takes every string for true; an empty one is false here, so that {{#x}} means "there is an x".
Data to_data(const json::Value& value) {
  if (const auto* object = value.if_object()) return to_data(*object);
  if (const auto* array = value.if_array()) return to_data(*array);
  if (const auto* flag = value.if_bool()) return Data(*flag);
  if (value.is_null()) return Data(false);
  if (const auto* text = value.if_string())
    return text->empty() ? Data(false) : Data(std::string(text->c_str(), text->size()));
  if (const auto* number = value.if_double()) return Data(digits_of(*number));
  return Data(json::serialize(value));
}

std::string unescaped(const std::string& text) { return text; }

class Pool {
 public:
  Pool(std::string_view name, std::string source) : name_(name), source_(std::move(source)) { put_back(make()); }

  // Rendering writes into the template object, so each one serves one caller at a time.
  std::string render(const Data& data) {
    std::unique_ptr<Template> own = take();
    std::string text = own->render(data);
    put_back(std::move(own));
    return text;
  }

 private:
  std::unique_ptr<Template> make() const {
    auto parsed = std::make_unique<Template>(source_);
    if (!parsed->is_valid()) refuse(name_, parsed->error_message());
    const bool is_plain_text = name_.ends_with(".txt");
    parsed->set_custom_escape(is_plain_text ? unescaped : [](const std::string& text) { return escape_html(text); });
    return parsed;
  }

  std::unique_ptr<Template> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        auto own = std::move(free_.back());
        free_.pop_back();
        return own;
      }
    }
    return make();
  }

  void put_back(std::unique_ptr<Template> own) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(own));
  }

  std::string name_;
  std::string source_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Template>> free_;
};

}  // namespace

struct Views::Impl {
  Loader loader;
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<Pool>, std::less<>> pools;

  Pool& pool(std::string_view name) {
    const std::lock_guard lock(mutex);
    if (const auto found = pools.find(name); found != pools.end()) return *found->second;
    auto made = std::make_unique<Pool>(name, expand(loader, name, 0));
    return *pools.emplace(std::string(name), std::move(made)).first->second;
  }
};

Views::Views(Loader loader) : impl_(std::make_unique<Impl>()) { impl_->loader = std::move(loader); }
Views::~Views() = default;

std::string Views::render(std::string_view name, const json::Object& data) const {
  return impl_->pool(name).render(to_data(data));
}

std::string Views::render_page(std::string_view layout, std::string_view name, const json::Object& data) const {
  Data converted = to_data(data);
  converted["content"] = Data(impl_->pool(name).render(converted));
  return impl_->pool(layout).render(converted);
}

}  // namespace clocher::view
