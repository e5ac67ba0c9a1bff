// The only place where JavaScript values become the core's and back. JavaScript writes a flat document into room made
// here, C++ answers with plain numbers and texts: whole values cross, and C++ never calls a JavaScript function. A room
// or a list is handed over as where it stands in the memory and how long it is.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "document.h"
#include "graph.h"
#include "raw_vector.h"

namespace orchestrator::marshal {

/// Where the next definition is written: the cells (16 bytes each, see document.h), then the text.
void make_room(double cells, double text_bytes);
std::span<std::uint8_t> cells_room();
std::span<std::uint8_t> text_room();
/// What was written. Stays until the next make_room.
const Document& document();

/// Room for pairs of ids, (upstream, dependent) one after another.
std::span<std::uint32_t> pairs_room(double pairs);
RawVector<Dependency>& pairs();

/// What a layout is told of a step: its size, and where it was along its layer (not a number: nowhere) and in which.
struct Box {
  double width;
  double height;
  double along;
  double layer;
};
/// Room for boxes, four numbers one after another.
std::span<double> boxes_room(double boxes);
std::vector<Box>& boxes();

/// Names of steps: one text, and where each name ends in it.
struct SentNames {
  std::string text;
  std::vector<std::uint32_t> ends;
};
std::span<std::uint8_t> names_room(double bytes);
std::span<std::uint32_t> name_ends_room(double names);
/// What was written, which is gone from here then.
SentNames take_names();

/// What a call answers, in plain lists. A call leaves alone the lists that it has no use for.
struct Answer {
  std::vector<std::uint32_t> ids;
  /// Where lists of ids, or texts, end.
  std::vector<std::uint32_t> ends;
  std::vector<double> numbers;
  /// Texts in UTF-8, one after another; or small numbers.
  std::vector<std::uint8_t> bytes;

  /// No texts yet.
  void clear();
  void add(std::string_view text);
  void texts(std::initializer_list<std::string_view> texts);
  /// Several lists in one.
  void lists(const std::vector<std::vector<StepId>>& lists);
  /// For each in `ids` how many steps it names; as texts its code, severity, message, hint and path, then these steps.
  void diagnostics(const std::vector<Diagnostic>& diagnostics);
};
Answer& answer();

/// Views of the answer. JavaScript must copy them before the next call.
std::span<std::uint32_t> ids();
std::span<std::uint32_t> ends();
std::span<double> numbers();
std::span<std::uint8_t> bytes();
/// Room for so many ids, where the answer's stand.
std::span<std::uint32_t> ids_room(double count);

}  // namespace orchestrator::marshal
