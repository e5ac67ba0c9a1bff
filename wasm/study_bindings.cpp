// What study.wasm offers to wasm/module/study_raw.ts, its only caller: plain functions of numbers, as
// plain_bindings.cpp says.
#include <emscripten/emscripten.h>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "event_list.h"
#include "graph.h"
#include "mends.h"
#include "names.h"
#include "order_check.h"
#include "order_count.h"
#include "plain_lists.h"
#include "shape.h"
#include "study.h"
#include "trace.h"

using namespace orchestrator;
using marshal::answer;
using marshal::Names;
using marshal::rooms;
using study::Study;

namespace {

void answer_shape(Shape shape) {
  answer.ids = std::move(shape.tiers);
  answer.ends = std::move(shape.path);
  answer.numbers = {static_cast<double>(shape.depth), static_cast<double>(shape.width)};
}

}  // namespace

extern "C" {

// Of what stands in the rooms, whose pairs must be sound. JavaScript hands it back with every call below.
EMSCRIPTEN_KEEPALIVE Study* study_open() {
  marshal::PlainRooms sent = std::exchange(rooms, {});
  return new Study(Graph(sent.ends.size(), sent.pairs), Names(std::move(sent.text), std::move(sent.ends)));
}

EMSCRIPTEN_KEEPALIVE void study_close(const Study* study) { delete study; }

// Answers ids: cursors.
EMSCRIPTEN_KEEPALIVE void study_events(const Study* study, EventKinds kinds, StepId step) {
  const std::vector<Cursor> cursors = events_about(study->trace, kinds, step);
  answer.ids.assign(cursors.begin(), cursors.end());
}

// Answers ids.
EMSCRIPTEN_KEEPALIVE void study_order(Study* study, std::uint32_t tie_break) {
  const auto by = static_cast<TieBreak>(tie_break);
  const std::span<const StepId> order = by == TieBreak::fifo ? study->trace.order() : study->by(by).order();
  answer.ids.assign(order.begin(), order.end());
}

// Of the steps in the ids room. Answers ids: the dependency that they break, or none.
EMSCRIPTEN_KEEPALIVE void study_broken_by(const Study* study) {
  const auto broken = first_broken(study->graph, answer.ids);
  answer.ids.clear();
  if (broken) answer.ids = {broken->upstream, broken->dependent};
}

// Answers the tiers as ids, the path as ends, and as numbers depth and width.
EMSCRIPTEN_KEEPALIVE void study_shape(const Study* study) { answer_shape(shape_of(study->graph)); }
EMSCRIPTEN_KEEPALIVE void study_shape_without(const Study* study, StepId upstream, StepId dependent) {
  answer_shape(shape_without(study->graph, {upstream, dependent}));
}

// Answers the steps of all knots as ids, their mends as pairs in ends, and as numbers for each knot how many steps and
// mends it has, and whether there are provably none fewer.
EMSCRIPTEN_KEEPALIVE void study_mends(Study* study) {
  answer.ids.clear();
  answer.ends.clear();
  answer.numbers.clear();
  for (const Knot& knot : study->knots()) {
    answer.ids.insert(answer.ids.end(), knot.steps.begin(), knot.steps.end());
    for (const auto [upstream, dependent] : knot.mends) answer.ends.insert(answer.ends.end(), {upstream, dependent});
    answer.numbers.insert(answer.numbers.end(), {static_cast<double>(knot.steps.size()),
                                                 static_cast<double>(knot.mends.size()), knot.exact ? 1.0 : 0.0});
  }
}

EMSCRIPTEN_KEEPALIVE std::uint32_t study_exact_up_to() { return most_steps_for_exact; }

// Of the pairs in their room. Answers ids.
EMSCRIPTEN_KEEPALIVE void study_freed_by(Study* study) {
  answer.ids = study->left_over().freed_by(std::exchange(rooms.pairs, {}));
}

// Answers one text, and as numbers whether there is one order alone and whether the text says all.
EMSCRIPTEN_KEEPALIVE void study_orders(const Study* study) {
  const OrderCount orders = count_orders(study->graph);
  answer.clear_texts();
  answer.add(orders.count);
  answer.numbers = {orders.unique ? 1.0 : 0.0, orders.exact ? 1.0 : 0.0};
}

}  // extern "C"
