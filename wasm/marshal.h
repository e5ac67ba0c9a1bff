// The only place where JavaScript values become the core's and back. JavaScript writes a flat document into room made
// here, C++ answers with plain numbers and texts: whole values cross, and C++ never calls a JavaScript function.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "document.h"
#include "graph.h"
#include "report.h"

namespace orchestrator::marshal {

/// Where the next definition is written: the cells (16 bytes each, see document.h), then the text.
void make_room(double cells, double text_bytes);
emscripten::val cells_room();
emscripten::val text_room();
/// What was written. Stays until the next make_room.
const Document& document();

/// Room for pairs of ids, (upstream, dependent) one after another.
emscripten::val pairs_room(double pairs);
std::vector<Dependency>& pairs();

/// What a layout is told of a step: its size, and where it was along its layer (not a number: nowhere) and in which.
struct Box {
  double width;
  double height;
  double along;
  double layer;
};
/// Room for boxes, four numbers one after another.
emscripten::val boxes_room(double boxes);
std::vector<Box>& boxes();

/// Names of steps: one text, and where each name ends in it.
struct SentNames {
  std::string text;
  std::vector<std::uint32_t> ends;
};
emscripten::val names_room(double bytes);
emscripten::val name_ends_room(double names);
/// What was written, which is gone from here then.
SentNames take_names();

/// A view of numbers in the wasm's memory. JavaScript must copy it before the next call.
template <class Number>
emscripten::val view(const std::vector<Number>& numbers) {
  return emscripten::val(emscripten::typed_memory_view(numbers.size(), numbers.data()));
}

emscripten::val text(std::string_view text);
emscripten::val to_js(const std::vector<Diagnostic>& diagnostics);
/// Rows name their step by id; JavaScript knows the names.
emscripten::val to_js(const Report& report);

}  // namespace orchestrator::marshal
