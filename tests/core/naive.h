// The algorithms of the core once more, in the plainest way: slow, stored, obviously right. Tests compare with these.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "graph.h"
#include "trace.h"

namespace orchestrator::naive {

/// A graph as nothing but its dependencies.
struct Pairs {
  std::size_t steps = 0;
  std::vector<Dependency> dependencies;

  Graph graph() const { return {steps, dependencies}; }

  /// In the order in which the definition lists them: by dependent step, once for each time it is listed.
  std::vector<StepId> dependents(StepId step) const {
    std::vector<StepId> found;
    for (const Dependency& dependency : dependencies) {
      if (dependency.upstream == step) found.push_back(dependency.dependent);
    }
    std::sort(found.begin(), found.end());
    return found;
  }
  std::uint32_t in_degree(StepId step) const {
    return static_cast<std::uint32_t>(
        std::count_if(dependencies.begin(), dependencies.end(), [=](Dependency d) { return d.dependent == step; }));
  }
};

/// Everything there is to see after an event.
struct Frame {
  Event event;
  std::vector<std::uint32_t> in_degrees;
  std::vector<StepId> queue;
  std::vector<StepId> order;
  TraceState state = TraceState::running;
  bool operator==(const Frame&) const = default;
};

/// Kahn's algorithm as in a textbook, with a copy of all its variables after every event.
inline std::vector<Frame> trace_of(const Pairs& pairs) {
  std::vector<Frame> frames;
  std::vector<std::uint32_t> in_degrees;
  std::deque<StepId> queue;
  std::vector<StepId> order;
  const auto note = [&](const Event& event, TraceState state = TraceState::running) {
    frames.push_back({event, in_degrees, {queue.begin(), queue.end()}, order, state});
  };

  for (StepId step = 0; step < pairs.steps; ++step) in_degrees.push_back(pairs.in_degree(step));
  note({EventKind::start, no_step, no_step});
  for (StepId step = 0; step < pairs.steps; ++step) {
    if (in_degrees[step] > 0) continue;
    queue.push_back(step);
    note({EventKind::enqueue, step, no_step});
  }
  while (!queue.empty()) {
    const StepId step = queue.front();
    queue.pop_front();
    order.push_back(step);
    note({EventKind::dequeue, step, no_step});
    for (const StepId dependent : pairs.dependents(step)) {
      --in_degrees[dependent];
      note({EventKind::decrement, step, dependent});
      if (in_degrees[dependent] > 0) continue;
      queue.push_back(dependent);
      note({EventKind::enqueue, dependent, no_step});
    }
  }
  note({EventKind::finish, no_step, no_step}, order.size() == pairs.steps ? TraceState::sorted : TraceState::stalled);
  return frames;
}

inline Frame frame_at(const KahnTrace& trace, Cursor cursor) {
  const Moment moment = trace.at(cursor);
  const auto queue = trace.queue(moment);
  const auto order = trace.taken(moment);
  return {
      moment.event, trace.in_degrees(moment), {queue.begin(), queue.end()}, {order.begin(), order.end()}, moment.state};
}

/// How many dependencies lie on a shortest way from one step to another, at least one; 0 when there is none.
class Distances {
 public:
  explicit Distances(const Pairs& pairs) : table_(pairs.steps, std::vector<std::size_t>(pairs.steps)) {
    std::vector<std::vector<StepId>> dependents(pairs.steps);
    for (const Dependency& d : pairs.dependencies) dependents[d.upstream].push_back(d.dependent);
    for (StepId from = 0; from < pairs.steps; ++from) {
      std::deque<StepId> queue{from};
      while (!queue.empty()) {
        const StepId step = queue.front();
        queue.pop_front();
        const std::size_t farther = (step == from ? 0 : table_[from][step]) + 1;
        for (const StepId dependent : dependents[step]) {
          if (table_[from][dependent] > 0) continue;
          table_[from][dependent] = farther;
          if (dependent != from) queue.push_back(dependent);
        }
      }
    }
  }

  std::size_t between(StepId from, StepId to) const { return table_[from][to]; }
  bool on_cycle(StepId step) const { return between(step, step) > 0; }
  bool behind_cycle(StepId step) const {
    for (StepId other = 0; other < table_.size(); ++other) {
      if (on_cycle(other) && between(other, step) > 0) return true;
    }
    return false;
  }

 private:
  std::vector<std::vector<std::size_t>> table_;
};

/// The rounds in which all ready steps leave together.
inline std::vector<std::vector<StepId>> rounds_of(const Pairs& pairs) {
  std::vector<std::vector<StepId>> rounds;
  std::vector<bool> gone(pairs.steps);
  while (true) {
    std::vector<StepId> ready;
    for (StepId step = 0; step < pairs.steps; ++step) {
      const bool waits = std::any_of(pairs.dependencies.begin(), pairs.dependencies.end(),
                                     [&](Dependency d) { return d.dependent == step && !gone[d.upstream]; });
      if (!gone[step] && !waits) ready.push_back(step);
    }
    if (ready.empty()) return rounds;
    for (const StepId step : ready) gone[step] = true;
    rounds.push_back(std::move(ready));
  }
}

}  // namespace orchestrator::naive
