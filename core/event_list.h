// Which events of a trace are of some kinds, or about a step.
#pragma once

#include <cstdint>
#include <vector>

#include "trace.h"

namespace orchestrator {

/// Kinds of events, a bit each: 1 << kind.
using EventKinds = std::uint32_t;
constexpr EventKinds bit_of(EventKind kind) { return EventKinds{1} << static_cast<unsigned>(kind); }

/// Calls visit(cursor, event) for every event of a trace, in their order. Together they take time linear in steps +
/// dependencies, but for one binary search a step.
template <class Visit>
void for_each_event(const KahnTrace& trace, Visit visit) {
  const auto order = trace.order();
  Cursor cursor = 0;
  std::size_t entered = 0;
  Cursor next_entry = order.empty() ? trace.size() : 1;
  const auto let_enter = [&] {
    while (cursor == next_entry) {
      visit(cursor++, Event{EventKind::enqueue, order[entered++], no_step});
      next_entry = entered < order.size() ? trace.enqueue_event(order[entered]) : trace.size();
    }
  };
  visit(cursor++, Event{});
  let_enter();
  for (const StepId step : order) {
    visit(cursor++, Event{EventKind::dequeue, step, no_step});
    for (const StepId dependent : trace.graph().dependents(step)) {
      visit(cursor++, Event{EventKind::decrement, step, dependent});
      let_enter();
    }
  }
  visit(cursor, Event{EventKind::finish, no_step, no_step});
}

/// The events of these kinds that are about a step, or about any when it is no_step; ascending. A decrement is about
/// the step taken out and about its dependent.
std::vector<Cursor> events_about(const KahnTrace& trace, EventKinds kinds, StepId step);

}  // namespace orchestrator
