#include "tie_break_trace.h"

#include <utility>

namespace orchestrator {
namespace {

using Form = SentenceForm;
constexpr Form enqueue_source{"enqueue.source.any",
                              "{step} depends on nothing, so it joins the ready queue, whose length is {#ready} now."};
constexpr Form enqueue_free{
    "enqueue.free.any",
    "{step} has in-degree 0 now: it waits for nothing any more and joins the ready queue, whose "
    "length is {#ready} now."};
constexpr Form only_ready{"dequeue.only",
                          "{step} is alone in the queue: it is taken out and becomes number {#place} in the order."};
constexpr Form last_in{"dequeue.lifo",
                       "{step} joined the queue last, of the {#ready} steps in it: it is taken out and becomes number "
                       "{#place} in the order."};
constexpr Form first_by_name{"dequeue.name",
                             "{step} is the first by name of the {#ready} steps in the queue: it is taken out and "
                             "becomes number {#place} in the order."};
constexpr Form longest_ahead{"dequeue.longest-path",
                             "None of the {#ready} steps in the queue has a longer path ahead than {step}, of length "
                             "{#ahead}: it is taken out and becomes number {#place} in the order."};
constexpr Form nothing_ahead{
    "dequeue.longest-path.end",
    "{step} is the first, as defined, of the {#ready} steps in the queue, and nothing that can "
    "be sorted depends on any of them: it is taken out and becomes number {#place} in the order."};

Sentence enqueue(const TieBreakTrace& trace, const Moment& moment) {
  const StepId step = moment.event.step;
  return {trace.graph().in_degree(step) == 0 ? &enqueue_source : &enqueue_free, {step, moment.entered - moment.taken}};
}

Sentence dequeue(const TieBreakTrace& trace, const Moment& moment) {
  const StepId step = moment.event.step;
  const std::size_t ready = moment.entered - moment.taken + 1;
  if (ready == 1) return {&only_ready, {step, moment.taken}};
  switch (trace.tie_break()) {
    case TieBreak::lifo: return {&last_in, {step, ready, moment.taken}};
    case TieBreak::name: return {&first_by_name, {step, ready, moment.taken}};
    case TieBreak::longest_path:
      if (trace.path_ahead(step) == 0) return {&nothing_ahead, {step, ready, moment.taken}};
      return {&longest_ahead, {ready, step, trace.path_ahead(step), moment.taken}};
    case TieBreak::fifo: break;
  }
  return narrate(trace.without_queue(), moment);
}

}  // namespace

TieBreakTrace::TieBreakTrace(const Graph& graph, TieBreak tie_break, const NameOf& name_of)
    : TieBreakTrace(graph, tie_break, walk_ready(graph, tie_break, name_of)) {}

TieBreakTrace::TieBreakTrace(const Graph& graph, TieBreak tie_break, ReadyWalk walk)
    : KahnTrace(graph, std::move(walk.order), std::move(walk.entered_before)),
      tie_break_(tie_break),
      entered_(std::move(walk.entered)),
      entry_(graph.step_count(), no_position) {
  for (std::uint32_t place = 0; place < entered_.size(); ++place) entry_[entered_[place]] = place;
  show_entries(entered_, entry_);
  if (tie_break == TieBreak::longest_path) paths_ahead_ = paths_ahead(graph);
}

Sentence narrate(const TieBreakTrace& trace, const Moment& moment) {
  const StepId dependent = moment.event.dependent;
  return narrate(trace, moment, dependent == no_step ? 0 : trace.in_degree(dependent, moment));
}

Sentence narrate(const TieBreakTrace& trace, const Moment& moment, std::uint32_t in_degree) {
  if (trace.tie_break() == TieBreak::fifo) return narrate(trace.without_queue(), moment, in_degree);
  switch (moment.event.kind) {
    case EventKind::enqueue: return enqueue(trace, moment);
    case EventKind::dequeue: return dequeue(trace, moment);
    default: return narrate(trace.without_queue(), moment, in_degree);
  }
}

}  // namespace orchestrator
