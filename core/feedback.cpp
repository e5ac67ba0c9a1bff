#include "feedback.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <utility>

#include "cycle.h"
#include "growing_graph.h"
#include "kahn.h"
#include "misuse.h"
#include "shape.h"

namespace orchestrator {
namespace {

using Set = std::uint32_t;

std::vector<Dependency> leading_back(const Graph& graph, const std::vector<StepId>& sequence) {
  std::vector<std::uint32_t> place(graph.step_count());
  for (std::uint32_t i = 0; i < sequence.size(); ++i) place[sequence[i]] = i;
  std::vector<Dependency> back;
  for (StepId step = 0; step < graph.step_count(); ++step) {
    for (const StepId upstream : graph.dependencies(step)) {
      if (place[upstream] > place[step]) back.push_back({upstream, step});
    }
  }
  return back;
}

// The sequence of Eades, Lin and Smyth. Steps wait in buckets by what makes their turn: sinks go to the end of the
// sequence, sources to its beginning, and when there are neither, a step with the most dependents to spare.
class SpareDependentsFirst {
 public:
  explicit SpareDependentsFirst(const Graph& graph)
      : graph_(graph),
        in_(graph.step_count()),
        out_(graph.step_count()),
        bucket_(graph.step_count(), none),
        next_(graph.step_count(), none),
        previous_(graph.step_count(), none),
        first_(2 * graph.step_count() + 2, none) {
    for (StepId step = 0; step < graph.step_count(); ++step) {
      in_[step] = graph.in_degree(step);
      out_[step] = graph.out_degree(step);
    }
    // So that of several steps the first of the definition has its turn.
    for (std::size_t step = graph.step_count(); step-- > 0;) enter(static_cast<StepId>(step));
  }

  std::vector<StepId> sequence() {
    std::vector<StepId> sequence(graph_.step_count());
    std::size_t front = 0;
    std::size_t back = sequence.size();
    while (front < back) {
      if (first_[sinks] != none) {
        take(sequence[--back] = first_[sinks]);
      } else {
        take(sequence[front++] = first_[sources] != none ? first_[sources] : most_to_spare());
      }
    }
    return sequence;
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::uint32_t sinks = 0;
  static constexpr std::uint32_t sources = 1;

  std::uint32_t bucket_for(StepId step) const {
    if (out_[step] == 0) return sinks;
    if (in_[step] == 0) return sources;
    return static_cast<std::uint32_t>(graph_.step_count()) + 1 + out_[step] - in_[step];
  }

  // Every dependency taken away raises a bucket by at most one, so altogether the search down is linear too.
  StepId most_to_spare() {
    while (first_[highest_] == none) --highest_;
    return first_[highest_];
  }

  void take(StepId step) {
    leave(step);
    bucket_[step] = none;
    for (const StepId dependent : graph_.dependents(step)) {
      if (bucket_[dependent] != none) move(dependent, in_);
    }
    for (const StepId upstream : graph_.dependencies(step)) {
      if (bucket_[upstream] != none) move(upstream, out_);
    }
  }

  void move(StepId step, std::vector<std::uint32_t>& degree) {
    leave(step);
    --degree[step];
    enter(step);
  }

  void enter(StepId step) {
    const std::uint32_t bucket = bucket_[step] = bucket_for(step);
    highest_ = std::max(highest_, bucket);
    previous_[step] = none;
    next_[step] = first_[bucket];
    if (next_[step] != none) previous_[next_[step]] = step;
    first_[bucket] = step;
  }

  void leave(StepId step) {
    if (previous_[step] == none) {
      first_[bucket_[step]] = next_[step];
    } else {
      next_[previous_[step]] = next_[step];
    }
    if (next_[step] != none) previous_[next_[step]] = previous_[step];
  }

  const Graph& graph_;
  // Of what has not been taken yet.
  std::vector<std::uint32_t> in_;
  std::vector<std::uint32_t> out_;
  std::vector<std::uint32_t> bucket_;
  // The steps of a bucket are a list in both directions.
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> previous_;
  std::vector<std::uint32_t> first_;
  std::uint32_t highest_ = 0;
};

// For every set of steps how few dependencies lead back in a sequence that begins with it, as far as they end there.
class FewestBySet {
 public:
  explicit FewestBySet(const Graph& graph)
      : upstream_(graph.step_count()), fewest_(std::size_t{1} << graph.step_count()) {
    for (StepId step = 0; step < graph.step_count(); ++step) {
      for (const StepId one : graph.dependencies(step)) upstream_[step] |= Set{1} << one;
    }
    for (Set set = 1; set < fewest_.size(); ++set) fewest_[set] = with_last(set, best_last(set));
  }

  std::vector<StepId> sequence() const {
    std::vector<StepId> sequence(upstream_.size());
    auto set = static_cast<Set>(fewest_.size() - 1);
    for (std::size_t place = sequence.size(); place-- > 0;) {
      sequence[place] = best_last(set);
      set &= ~(Set{1} << sequence[place]);
    }
    return sequence;
  }

 private:
  // The step of a set that stands last in a best sequence of it; of several the last of the definition.
  StepId best_last(Set set) const {
    StepId best = no_step;
    std::uint16_t fewest = 0xFFFF;
    for (Set rest = set; rest != 0; rest &= rest - 1) {
      const auto step = static_cast<StepId>(std::countr_zero(rest));
      const std::uint16_t count = with_last(set, step);
      if (count <= fewest) {
        fewest = count;
        best = step;
      }
    }
    return best;
  }

  std::uint16_t with_last(Set set, StepId step) const {
    return static_cast<std::uint16_t>(fewest_[set & ~(Set{1} << step)] + std::popcount(upstream_[step] & ~set));
  }

  std::vector<Set> upstream_;
  std::vector<std::uint16_t> fewest_;
};

}  // namespace

std::vector<Dependency> fewest_feedback(const Graph& graph) {
  if (graph.step_count() > most_steps_for_exact) misuse<std::length_error>("fewest_feedback: too many steps");
  return leading_back(graph, FewestBySet(graph).sequence());
}

std::vector<Dependency> few_feedback(const Graph& graph) {
  return leading_back(graph, SpareDependentsFirst(graph).sequence());
}

void keep_needed(const Graph& graph, std::vector<Dependency>& removed, std::size_t& looks) {
  GrowingGraph kept(without(graph, removed));
  std::vector<Dependency> needed;
  for (const Dependency dependency : removed) {
    if (!kept.add(dependency, looks)) needed.push_back(dependency);
  }
  removed = std::move(needed);
}

std::vector<Dependency> single_feedback(const Graph& graph, std::size_t& looks) {
  const std::vector<std::vector<StepId>> cycles = find_cycles(graph).paths;
  if (cycles.empty()) return {};
  const std::vector<StepId>& path = cycles.front();
  const std::size_t needed = (path.size() - 1) * (graph.step_count() + graph.dependency_count());
  if (needed > looks) return {};
  looks -= needed;
  for (std::size_t i = path.size() - 1; i > 0; --i) {
    const Dependency dependency{path[i - 1], path[i]};
    if (kahn_order(without(graph, {dependency})).complete) return {dependency};
  }
  return {};
}

}  // namespace orchestrator
