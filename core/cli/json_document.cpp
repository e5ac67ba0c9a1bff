#include "json_document.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json_mistake.h"

namespace orchestrator::cli {
namespace {

// Builds the document from the parser's events. Remembers enough of them to say what should have come next.
class Handler {
 public:
  explicit Handler(DocumentBuilder& builder) : builder_(builder) {}

  bool null() {
    return value([this] { builder_.null(); });
  }
  bool boolean(bool flag) {
    return value([&] { builder_.boolean(flag); });
  }
  bool number_integer(std::int64_t number) { return number_float(static_cast<double>(number), {}); }
  bool number_unsigned(std::uint64_t number) { return number_float(static_cast<double>(number), {}); }
  bool number_float(double number, const std::string&) {
    return value([&] { builder_.number(number); });
  }
  bool string(const std::string& text) {
    return value([&] { builder_.string(text); });
  }
  bool binary(const std::vector<std::uint8_t>&) { return false; }

  bool start_object(std::size_t) { return begin(Kind::object); }
  bool start_array(std::size_t) { return begin(Kind::array); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  bool key(const std::string& name) {
    builder_.key(name);
    context_.last = JsonContext::Last::key;
    return true;
  }

  bool parse_error(std::size_t bytes_read, const std::string& token, const nlohmann::json::exception& error) {
    // Without the repetition of the token, which may hold any words.
    const std::string_view message = error.what();
    stop_ = {bytes_read, token.size(), std::string(message.substr(0, message.find("; last read")))};
    return false;
  }

  // Where and why the parser stopped, and what came before.
  const JsonStop& stop() const { return stop_; }
  JsonContext context() const {
    JsonContext context = context_;
    context.inside = in_object_.empty()  ? JsonContext::Inside::nothing
                     : in_object_.back() ? JsonContext::Inside::object
                                         : JsonContext::Inside::array;
    return context;
  }

 private:
  template <class Add>
  bool value(Add add) {
    add();
    context_.last = JsonContext::Last::value;
    return true;
  }
  bool begin(Kind container) {
    builder_.begin(container);
    in_object_.push_back(container == Kind::object);
    context_.last = JsonContext::Last::opening;
    return true;
  }
  bool end() {
    builder_.end();
    in_object_.pop_back();
    context_.last = JsonContext::Last::value;
    return true;
  }

  DocumentBuilder& builder_;
  std::vector<bool> in_object_;
  JsonContext context_;
  JsonStop stop_;
};

// An upper bound for the values and keys of a text: room for them is taken at once, since a list that grows by
// doubling would hold twice as much for a while. Room that is not used costs nothing.
std::size_t most_cells(std::string_view text) {
  return 2 + static_cast<std::size_t>(std::count_if(
                 text.begin(), text.end(), [](char c) { return (c == ',') | (c == ':') | (c == '[') | (c == '{'); }));
}

}  // namespace

std::variant<Document, Diagnostic> parse_json(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  if (const auto mistake = mistake_before_parsing(text)) return *mistake;
  DocumentBuilder builder;
  builder.reserve(most_cells(text), text.size());
  Handler handler(builder);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &handler)) {
    return json_mistake(text, handler.stop(), handler.context());
  }
  return builder.take();
}

}  // namespace orchestrator::cli
