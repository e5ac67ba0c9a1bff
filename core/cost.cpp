#include "cost.h"

namespace orchestrator {
namespace {

// Every event but the start and the finish is one of the three.
Cost cost_of(Cursor put, Cursor taken, Cursor cursor, bool finished) {
  return {put, taken, cursor - put - taken - (finished ? 1 : 0)};
}

}  // namespace

Cost cost_at(const KahnTrace& trace, Cursor cursor) {
  const Moment moment = trace.at(cursor);
  return cost_of(moment.entered, moment.taken, cursor, cursor + 1 == trace.size());
}

Cost cost_at(const DepthTrace& trace, Cursor cursor) {
  const DepthMoment moment = trace.at(cursor);
  return cost_of(moment.discovered, moment.left, cursor, cursor + 1 == trace.size());
}

}  // namespace orchestrator
