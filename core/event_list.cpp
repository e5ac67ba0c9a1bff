#include "event_list.h"

namespace orchestrator {

std::vector<Cursor> events_about(const KahnTrace& trace, EventKinds kinds, StepId step) {
  std::vector<Cursor> found;
  for_each_event(trace, [&](Cursor cursor, const Event& event) {
    const bool is_about = step == no_step || event.step == step || event.dependent == step;
    if (is_about && (kinds & bit_of(event.kind)) != 0) found.push_back(cursor);
  });
  return found;
}

}  // namespace orchestrator
