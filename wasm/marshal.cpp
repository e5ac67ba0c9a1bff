#include "marshal.h"

#include <string>
#include <utility>

namespace orchestrator::marshal {
namespace {

// What JavaScript is about to hand over, and what it is handed.
Document incoming_document;
RawVector<Dependency> incoming_pairs;
std::vector<Box> incoming_boxes;
SentNames incoming_names;
Answer outgoing;

}  // namespace

void make_room(double cells, double text_bytes) {
  incoming_document = {};
  incoming_document.cells.resize(static_cast<std::size_t>(cells));
  incoming_document.text.resize(static_cast<std::size_t>(text_bytes));
}

std::span<std::uint8_t> cells_room() {
  auto& cells = incoming_document.cells;
  return {reinterpret_cast<std::uint8_t*>(cells.data()), cells.size() * sizeof(Cell)};
}

std::span<std::uint8_t> text_room() {
  auto& bytes = incoming_document.text;
  return {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()};
}

const Document& document() { return incoming_document; }

std::span<std::uint32_t> pairs_room(double pairs) {
  incoming_pairs.resize(static_cast<std::size_t>(pairs));
  return {reinterpret_cast<std::uint32_t*>(incoming_pairs.data()), incoming_pairs.size() * 2};
}

RawVector<Dependency>& pairs() { return incoming_pairs; }

std::span<double> boxes_room(double boxes) {
  incoming_boxes.resize(static_cast<std::size_t>(boxes));
  return {reinterpret_cast<double*>(incoming_boxes.data()), incoming_boxes.size() * 4};
}

std::vector<Box>& boxes() { return incoming_boxes; }

std::span<std::uint8_t> names_room(double bytes) {
  auto& text = incoming_names.text;
  text.resize(static_cast<std::size_t>(bytes));
  return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

std::span<std::uint32_t> name_ends_room(double names) {
  incoming_names.ends.resize(static_cast<std::size_t>(names));
  return incoming_names.ends;
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

std::span<std::uint32_t> ids() { return outgoing.ids; }
std::span<std::uint32_t> ends() { return outgoing.ends; }
std::span<double> numbers() { return outgoing.numbers; }
std::span<std::uint8_t> bytes() { return outgoing.bytes; }

std::span<std::uint32_t> ids_room(double count) {
  outgoing.ids.resize(static_cast<std::size_t>(count));
  return ids();
}

}  // namespace orchestrator::marshal
