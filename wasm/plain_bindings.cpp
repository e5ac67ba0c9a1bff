// What study.wasm and run.wasm both offer to wasm/module/plain_wasm.ts: where to write what a call is about, and where
// its answer stands until the next call. All their functions are plain ones of numbers, exported as they are, for
// Embind and Emscripten's glue would double what travels to the page.
#include <emscripten/emscripten.h>

#include <array>
#include <cstdint>

#include "plain_lists.h"

using orchestrator::marshal::answer;
using orchestrator::marshal::rooms;

namespace {

template <class List>
void* made_for(List& list, std::uint32_t count) {
  list.resize(count);
  return list.data();
}

}  // namespace

extern "C" {

// Each room is made for so many and answers where it is.

EMSCRIPTEN_KEEPALIVE void* plain_pairs(std::uint32_t count) { return made_for(rooms.pairs, count); }
EMSCRIPTEN_KEEPALIVE void* plain_numbers(std::uint32_t count) { return made_for(rooms.numbers, count); }
EMSCRIPTEN_KEEPALIVE void* plain_text(std::uint32_t bytes) { return made_for(rooms.text, bytes); }
EMSCRIPTEN_KEEPALIVE void* plain_ends(std::uint32_t count) { return made_for(rooms.ends, count); }
// For a list of steps: where the answer's ids stand.
EMSCRIPTEN_KEEPALIVE void* plain_ids(std::uint32_t count) { return made_for(answer.ids, count); }

// For each list of the answer where it is and how long: ids, ends, numbers, text.
EMSCRIPTEN_KEEPALIVE const void* plain_answer() {
  static std::array<std::uintptr_t, 8> table;
  table = answer.table();
  return table.data();
}

}  // extern "C"
