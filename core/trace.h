// A trace of Kahn's algorithm, computed and not stored: any event of it follows from the order and prefix sums.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph.h"
#include "kahn.h"

namespace orchestrator {

/// Which event of a trace, from 0 (in-degrees counted) to size() - 1 (finish).
using Cursor = std::uint64_t;

enum class EventKind : std::uint8_t { start, enqueue, dequeue, decrement, finish };

/// One thing the algorithm does.
struct Event {
  EventKind kind = EventKind::start;
  /// enqueue, dequeue: the step; decrement: the step just taken out; otherwise no_step.
  StepId step = no_step;
  /// decrement: the step whose in-degree drops by one; otherwise no_step.
  StepId dependent = no_step;
  bool operator==(const Event&) const = default;
};

enum class TraceState : std::uint8_t { running, sorted, stalled };

/// The algorithm's variables just after an event, as numbers: they bound slices of the order.
struct Moment {
  Event event;
  /// Steps taken out so far: the order so far is order[0, taken).
  std::uint32_t taken = 0;
  /// Steps put in so far: the ready queue is order[taken, entered).
  std::uint32_t entered = 0;
  /// Dependents of the step taken out last whose in-degree has been lowered already.
  std::uint32_t lowered = 0;
  TraceState state = TraceState::running;
};

/// Memory: 20 bytes a step, none an event. Building takes time linear in steps + dependencies.
class KahnTrace {
 public:
  /// The graph must outlive the trace.
  explicit KahnTrace(const Graph& graph);
  KahnTrace(const KahnTrace&) = delete;
  KahnTrace& operator=(const KahnTrace&) = delete;
  KahnTrace(KahnTrace&&) = default;
  KahnTrace& operator=(KahnTrace&&) = default;
  ~KahnTrace() = default;

  const Graph& graph() const { return *graph_; }
  /// How many events there are: 1 + steps entered + steps taken out + in-degrees lowered + 1.
  Cursor size() const { return size_; }
  /// Every step that ever enters the queue, in that order.
  std::span<const StepId> order() const { return order_; }
  bool complete() const { return order_.size() == graph_->step_count(); }

  /// How many steps have in-degree 0 at the start.
  std::uint32_t sources() const { return entered_before_.front(); }

  /// Everything that happened up to and including the event; std::out_of_range unless cursor < size().
  /// Time: a few binary searches, O(log² n).
  Moment at(Cursor cursor) const;

  /// The order so far and the ready queue at a moment of this trace.
  std::span<const StepId> taken(const Moment& moment) const { return order().first(moment.taken); }
  std::span<const StepId> queue(const Moment& moment) const {
    return order().subspan(moment.taken, moment.entered - moment.taken);
  }

  /// A step's in-degree at a moment. Time: O(d log n) for d dependencies of the step.
  std::uint32_t in_degree(StepId step, const Moment& moment) const;
  /// All of them, in definition order. Time: O(steps + dependencies).
  std::vector<std::uint32_t> in_degrees(const Moment& moment) const;

  /// The step's place in the order, from 0; no_position when a cycle keeps it out.
  std::uint32_t position(StepId step) const { return position_[step]; }
  static constexpr std::uint32_t no_position = 0xFFFFFFFF;

  /// The event at which the step enters the queue or is taken out of it. The step must have a position.
  Cursor enqueue_event(StepId step) const;
  Cursor dequeue_event(StepId step) const { return dequeue_event_[position_[step]]; }
  /// The event at which a step that has a position lowers its dependent at this place of Graph::dependents.
  Cursor decrement_event(StepId step, std::uint32_t place) const;

 protected:
  // For a queue of another kind, out of which steps do not come as they entered: see TieBreakTrace. The lists of how
  // they enter, and at which place each does, are the derived trace's, which shows them before it is asked for any
  // event.
  KahnTrace(const Graph& graph, std::vector<StepId> order, std::vector<std::uint32_t> entered_before);
  void show_entries(std::span<const StepId> entered, std::span<const std::uint32_t> entry);
  std::span<const StepId> entered() const { return entered_; }

 private:
  void lay_out();
  Cursor enqueue_event_in_block(std::uint32_t block, std::uint32_t place) const;
  std::uint32_t block_of(Cursor cursor) const;
  Moment in_block(std::uint32_t block, Cursor cursor) const;
  // How often the step will still be lowered by the step taken out last.
  std::uint32_t not_yet_lowered(StepId step, const Moment& moment) const;

  const Graph* graph_;
  std::vector<StepId> order_;
  std::vector<std::uint32_t> position_;
  // How many steps had entered the queue just before order_[i] was taken out; one entry more at the end.
  std::vector<std::uint32_t> entered_before_;
  // At which event order_[i] is taken out: ascending, so a cursor finds its block by binary search.
  std::vector<Cursor> dequeue_event_;
  // The steps as they enter the queue, and each step's place there: of first in, first out those of the order.
  std::span<const StepId> entered_;
  std::span<const std::uint32_t> entry_;
  Cursor size_ = 0;
};

}  // namespace orchestrator
