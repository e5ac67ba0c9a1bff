#include "marshal.h"

#include <string>
#include <utility>

namespace orchestrator::marshal {
namespace {

using emscripten::typed_memory_view;
using emscripten::val;

// The module's only state: what JavaScript is about to hand over.
Document incoming_document;
std::vector<Dependency> incoming_pairs;
std::vector<Box> incoming_boxes;
SentNames incoming_names;

template <class Items, class ToJs>
val array_of(const Items& items, ToJs to_js_item) {
  val array = val::array();
  std::uint32_t i = 0;
  for (const auto& item : items) array.set(i++, to_js_item(item));
  return array;
}

val to_js_diagnostic(const Diagnostic& diagnostic) {
  val result = val::object();
  result.set("code", text(code_name(diagnostic.code)));
  result.set("severity", text(severity_name(severity_of(diagnostic.code))));
  result.set("message", text(diagnostic.message));
  result.set("hint", text(diagnostic.hint));
  result.set("steps", array_of(diagnostic.steps, [](const std::string& step) { return text(step); }));
  result.set("path", text(diagnostic.path));
  return result;
}

val to_js_row(const Report::Row& row) {
  val result = val::object();
  result.set("step", row.step);
  result.set("status", text(status_name(row.status)));
  result.set("attempts", row.attempts);
  result.set("duration_ms", static_cast<double>(row.duration_ms));
  result.set("output", text(row.output));
  result.set("error", text(row.error));
  return result;
}

}  // namespace

void make_room(double cells, double text_bytes) {
  incoming_document = {};
  incoming_document.cells.resize(static_cast<std::size_t>(cells));
  incoming_document.text.resize(static_cast<std::size_t>(text_bytes));
}

val cells_room() {
  auto& cells = incoming_document.cells;
  return val(typed_memory_view(cells.size() * sizeof(Cell), reinterpret_cast<unsigned char*>(cells.data())));
}

val text_room() {
  auto& bytes = incoming_document.text;
  return val(typed_memory_view(bytes.size(), reinterpret_cast<unsigned char*>(bytes.data())));
}

const Document& document() { return incoming_document; }

val pairs_room(double pairs) {
  incoming_pairs.resize(static_cast<std::size_t>(pairs));
  return val(typed_memory_view(incoming_pairs.size() * 2, reinterpret_cast<std::uint32_t*>(incoming_pairs.data())));
}

std::vector<Dependency>& pairs() { return incoming_pairs; }

val boxes_room(double boxes) {
  incoming_boxes.resize(static_cast<std::size_t>(boxes));
  return val(typed_memory_view(incoming_boxes.size() * 4, reinterpret_cast<double*>(incoming_boxes.data())));
}

std::vector<Box>& boxes() { return incoming_boxes; }

val names_room(double bytes) {
  auto& text = incoming_names.text;
  text.resize(static_cast<std::size_t>(bytes));
  return val(typed_memory_view(text.size(), reinterpret_cast<unsigned char*>(text.data())));
}

val name_ends_room(double names) {
  incoming_names.ends.resize(static_cast<std::size_t>(names));
  return val(typed_memory_view(incoming_names.ends.size(), incoming_names.ends.data()));
}

SentNames take_names() { return std::exchange(incoming_names, {}); }

val text(std::string_view text) { return val(std::string(text)); }

val to_js(const std::vector<Diagnostic>& diagnostics) { return array_of(diagnostics, to_js_diagnostic); }

val to_js(const Report& report) {
  val result = val::object();
  result.set("passed", report.passed);
  result.set("total_duration_ms", static_cast<double>(report.total_duration_ms));
  result.set("results", array_of(report.rows, to_js_row));
  return result;
}

}  // namespace orchestrator::marshal
