#include "trace.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "kahn_walk.h"
#include "misuse.h"

// The events of a trace lie in blocks. First comes the start; then each source enters; then for every step of the
// order a block: the step is taken out, and each of its dependents is lowered and, at 0, enters at once; last comes the
// finish. Block i begins at event 1 + (steps entered before it) + (steps taken out before it) + (in-degrees lowered
// before it), so its place follows from prefix sums over the order.

namespace orchestrator {

KahnTrace::KahnTrace(const Graph& graph) : graph_(&graph), position_(graph.step_count(), no_position) {
  entered_before_.reserve(graph.step_count() + 1);
  walk_kahn(graph, order_,
            [this](std::size_t entered) { entered_before_.push_back(static_cast<std::uint32_t>(entered)); });
  entered_before_.push_back(static_cast<std::uint32_t>(order_.size()));
  lay_out();
  show_entries(order_, position_);
}

KahnTrace::KahnTrace(const Graph& graph, std::vector<StepId> order, std::vector<std::uint32_t> entered_before)
    : graph_(&graph),
      order_(std::move(order)),
      position_(graph.step_count(), no_position),
      entered_before_(std::move(entered_before)) {
  lay_out();
}

void KahnTrace::show_entries(std::span<const StepId> entered, std::span<const std::uint32_t> entry) {
  entered_ = entered;
  entry_ = entry;
}

void KahnTrace::lay_out() {
  dequeue_event_.reserve(order_.size());
  Cursor lowered = 0;
  for (std::uint32_t i = 0; i < order_.size(); ++i) {
    position_[order_[i]] = i;
    dequeue_event_.push_back(1 + entered_before_[i] + i + lowered);
    lowered += graph_->out_degree(order_[i]);
  }
  size_ = 1 + 2 * static_cast<Cursor>(order_.size()) + lowered + 1;
}

Moment KahnTrace::at(Cursor cursor) const {
  if (cursor >= size_) misuse<std::out_of_range>("KahnTrace::at: no such event");
  Moment moment;
  if (cursor == 0) return moment;
  if (cursor <= sources()) {
    moment.entered = static_cast<std::uint32_t>(cursor);
    moment.event = {EventKind::enqueue, entered_[moment.entered - 1], no_step};
    return moment;
  }
  if (cursor == size_ - 1) {
    moment.event.kind = EventKind::finish;
    moment.taken = moment.entered = static_cast<std::uint32_t>(order_.size());
    moment.lowered = order_.empty() ? 0 : graph_->out_degree(order_.back());
    moment.state = complete() ? TraceState::sorted : TraceState::stalled;
    return moment;
  }
  return in_block(block_of(cursor), cursor);
}

Moment KahnTrace::in_block(std::uint32_t block, Cursor cursor) const {
  const StepId step = order_[block];
  Moment moment;
  moment.taken = block + 1;
  // The steps that enter in this block stand side by side among those that entered; count those that have entered by
  // the cursor.
  std::uint32_t low = entered_before_[block];
  std::uint32_t high = entered_before_[block + 1];
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (enqueue_event_in_block(block, middle) <= cursor) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  moment.entered = low;
  const std::uint32_t entered_here = low - entered_before_[block];
  moment.lowered = static_cast<std::uint32_t>(cursor - dequeue_event_[block] - entered_here);
  if (entered_here > 0 && enqueue_event_in_block(block, low - 1) == cursor) {
    moment.event = {EventKind::enqueue, entered_[low - 1], no_step};
  } else if (moment.lowered > 0) {
    moment.event = {EventKind::decrement, step, graph_->dependents(step)[moment.lowered - 1]};
  } else {
    moment.event = {EventKind::dequeue, step, no_step};
  }
  return moment;
}

std::uint32_t KahnTrace::block_of(Cursor cursor) const {
  const auto behind = std::upper_bound(dequeue_event_.begin(), dequeue_event_.end(), cursor);
  return static_cast<std::uint32_t>(behind - dequeue_event_.begin() - 1);
}

Cursor KahnTrace::enqueue_event_in_block(std::uint32_t block, std::uint32_t place) const {
  // A step enters right after its in-degree is lowered for the last time in the block: behind its last entry among the
  // dependents, which ascend, and behind the steps that entered earlier in the block.
  const auto dependents = graph_->dependents(order_[block]);
  const auto behind = std::upper_bound(dependents.begin(), dependents.end(), entered_[place]);
  const auto lowered = static_cast<Cursor>(behind - dependents.begin());
  return dequeue_event_[block] + lowered + (place - entered_before_[block]) + 1;
}

Cursor KahnTrace::enqueue_event(StepId step) const {
  const std::uint32_t place = entry_[step];
  if (place < sources()) return place + 1;
  // The block in which it enters is the last one before which it had not entered yet.
  const auto behind = std::upper_bound(entered_before_.begin(), entered_before_.end(), place);
  return enqueue_event_in_block(static_cast<std::uint32_t>(behind - entered_before_.begin() - 1), place);
}

Cursor KahnTrace::decrement_event(StepId step, std::uint32_t place) const {
  // Before it lie the decrements of the dependents in front, and the entries of those that had none left: they ascend.
  const std::uint32_t block = position_[step];
  const auto entering = entered_.subspan(entered_before_[block], entered_before_[block + 1] - entered_before_[block]);
  const auto behind = std::lower_bound(entering.begin(), entering.end(), graph_->dependents(step)[place]);
  const auto entered = behind - entering.begin();
  return dequeue_event_[block] + 1 + place + static_cast<Cursor>(entered);
}

std::uint32_t KahnTrace::in_degree(StepId step, const Moment& moment) const {
  std::uint32_t left = 0;
  bool current_counts = false;
  for (const StepId upstream : graph_->dependencies(step)) {
    if (position_[upstream] >= moment.taken) ++left;
    if (moment.taken > 0 && position_[upstream] == moment.taken - 1) current_counts = true;
  }
  return left + (current_counts ? not_yet_lowered(step, moment) : 0);
}

std::uint32_t KahnTrace::not_yet_lowered(StepId step, const Moment& moment) const {
  const auto rest = graph_->dependents(order_[moment.taken - 1]).subspan(moment.lowered);
  const auto [first, behind] = std::equal_range(rest.begin(), rest.end(), step);
  return static_cast<std::uint32_t>(behind - first);
}

std::vector<std::uint32_t> KahnTrace::in_degrees(const Moment& moment) const {
  std::vector<std::uint32_t> result(graph_->step_count());
  for (StepId step = 0; step < result.size(); ++step) {
    for (const StepId upstream : graph_->dependencies(step)) {
      if (position_[upstream] >= moment.taken) ++result[step];
    }
  }
  if (moment.taken > 0) {
    const auto dependents = graph_->dependents(order_[moment.taken - 1]);
    for (const StepId dependent : dependents.subspan(moment.lowered)) ++result[dependent];
  }
  return result;
}

}  // namespace orchestrator
