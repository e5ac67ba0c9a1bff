// A trace of Kahn's algorithm by any tie-break, computed and not stored as the course's own is.
#pragma once

#include <string>
#include <vector>

#include "narration.h"
#include "tie_break.h"
#include "trace.h"

namespace orchestrator {

/// Of the queue only its length is known at a moment, entered - taken: which steps those are follows from no slice.
/// Memory: 32 bytes a step, none an event. Building takes as long as kahn_order by the tie-break.
class TieBreakTrace : private KahnTrace {
 public:
  /// The graph must outlive the trace; the names are asked for at once.
  TieBreakTrace(const Graph& graph, TieBreak tie_break, const NameOf& name_of);

  using KahnTrace::at;
  using KahnTrace::complete;
  using KahnTrace::decrement_event;
  using KahnTrace::dequeue_event;
  using KahnTrace::enqueue_event;
  using KahnTrace::graph;
  using KahnTrace::in_degree;
  using KahnTrace::in_degrees;
  using KahnTrace::order;
  using KahnTrace::position;
  using KahnTrace::size;
  using KahnTrace::sources;
  using KahnTrace::taken;

  TieBreak tie_break() const { return tie_break_; }
  /// For longest_path alone; see paths_ahead.
  std::uint32_t path_ahead(StepId step) const { return paths_ahead_[step]; }
  /// What it has in common with the course's trace: all but what is in the queue.
  const KahnTrace& without_queue() const { return *this; }

 private:
  TieBreakTrace(const Graph& graph, TieBreak tie_break, ReadyWalk walk);

  TieBreak tie_break_;
  std::vector<StepId> entered_;
  std::vector<std::uint32_t> entry_;
  std::vector<std::uint32_t> paths_ahead_;
};

/// What happened at a moment of the trace, and why; see narration.h.
Sentence narrate(const TieBreakTrace& trace, const Moment& moment);
Sentence narrate(const TieBreakTrace& trace, const Moment& moment, std::uint32_t in_degree);

}  // namespace orchestrator
