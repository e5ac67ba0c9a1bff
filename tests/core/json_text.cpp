#include "json_text.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace orchestrator {
namespace {

using nlohmann::json;

// The parser tells what it finds, in its own words.
class Events final : public nlohmann::json_sax<json> {
 public:
  DocumentBuilder builder;

  bool null() override { return builder.null(), true; }
  bool boolean(bool value) override { return builder.boolean(value), true; }
  bool number_integer(number_integer_t value) override { return builder.number(static_cast<double>(value)), true; }
  bool number_unsigned(number_unsigned_t value) override { return builder.number(static_cast<double>(value)), true; }
  bool number_float(number_float_t value, const string_t&) override { return builder.number(value), true; }
  bool string(string_t& value) override { return builder.string(value), true; }
  bool binary(binary_t&) override { return false; }
  bool key(string_t& name) override { return builder.key(name), true; }
  bool start_object(std::size_t) override { return builder.begin(Kind::object), true; }
  bool end_object() override { return builder.end(), true; }
  bool start_array(std::size_t) override { return builder.begin(Kind::array), true; }
  bool end_array() override { return builder.end(), true; }
  bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
    throw std::invalid_argument(error.what());
  }
};

}  // namespace

Document document_of(std::string_view text) {
  Events events;
  json::sax_parse(text, &events);
  return events.builder.take();
}

std::vector<std::string> lines_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics) {
    lines.push_back(std::string(severity_name(severity_of(diagnostic.code))) + ' ' +
                    std::string(code_name(diagnostic.code)) + ' ' + diagnostic.path + ": " + diagnostic.message);
  }
  return lines;
}

}  // namespace orchestrator
