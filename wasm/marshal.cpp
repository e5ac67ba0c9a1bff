#include "marshal.h"

#include <string>
#include <utility>

namespace orchestrator::marshal {
namespace {

using emscripten::typed_memory_view;
using emscripten::val;

// What JavaScript is about to hand over, and what it is handed.
Document incoming_document;
RawVector<Dependency> incoming_pairs;
std::vector<Box> incoming_boxes;
SentNames incoming_names;
Answer outgoing;

template <class Number>
val view(const std::vector<Number>& numbers) {
  return val(typed_memory_view(numbers.size(), numbers.data()));
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

RawVector<Dependency>& pairs() { return incoming_pairs; }

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

void Answer::clear() {
  bytes.clear();
  ends.clear();
}

void Answer::add(std::string_view text) {
  bytes.insert(bytes.end(), text.begin(), text.end());
  ends.push_back(static_cast<std::uint32_t>(bytes.size()));
}

void Answer::texts(std::initializer_list<std::string_view> texts) {
  clear();
  for (const std::string_view text : texts) add(text);
}

void Answer::lists(const std::vector<std::vector<StepId>>& lists) {
  ids.clear();
  ends.clear();
  for (const auto& list : lists) {
    ids.insert(ids.end(), list.begin(), list.end());
    ends.push_back(static_cast<std::uint32_t>(ids.size()));
  }
}

void Answer::diagnostics(const std::vector<Diagnostic>& diagnostics) {
  clear();
  ids.clear();
  for (const Diagnostic& diagnostic : diagnostics) {
    ids.push_back(static_cast<std::uint32_t>(diagnostic.steps.size()));
    add(code_name(diagnostic.code));
    add(severity_name(severity_of(diagnostic.code)));
    add(diagnostic.message);
    add(diagnostic.hint);
    add(diagnostic.path);
    for (const std::string& step : diagnostic.steps) add(step);
  }
}

Answer& answer() { return outgoing; }

val ids() { return view(outgoing.ids); }
val ends() { return view(outgoing.ends); }
val numbers() { return view(outgoing.numbers); }
val bytes() { return view(outgoing.bytes); }

val ids_room(double count) {
  outgoing.ids.resize(static_cast<std::size_t>(count));
  return ids();
}

}  // namespace orchestrator::marshal
