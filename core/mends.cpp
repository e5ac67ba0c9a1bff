#include "mends.h"

#include <algorithm>
#include <utility>

#include "cycle.h"
#include "heap_sort.h"
#include "kahn.h"

namespace orchestrator {
namespace {

// What all knots together may cost: about a second.
struct Budget {
  // Sets of steps, times their steps, of the exact search.
  std::size_t exact = std::size_t{1} << 28U;
  std::size_t looks = std::size_t{1} << 24U;
};

// The steps of each knot, the knots by their first steps.
std::vector<std::vector<StepId>> knots_of(const std::vector<std::uint32_t>& component) {
  std::vector<std::vector<StepId>> knots;
  std::vector<std::uint32_t> place(component.size(), no_component);
  for (StepId step = 0; step < component.size(); ++step) {
    if (component[step] == no_component) continue;
    std::uint32_t& knot = place[component[step]];
    if (knot == no_component) {
      knot = static_cast<std::uint32_t>(knots.size());
      knots.emplace_back();
    }
    knots[knot].push_back(step);
  }
  return knots;
}

// Finds the mends of one knot after the other.
class Mender {
 public:
  explicit Mender(const Graph& graph)
      : graph_(graph), component_(cyclic_components(graph)), place_(graph.step_count()) {}

  std::vector<Knot> mend_all() {
    std::vector<Knot> knots;
    for (std::vector<StepId>& steps : knots_of(component_)) knots.push_back(mend(std::move(steps)));
    return knots;
  }

 private:
  Knot mend(std::vector<StepId> steps) {
    Knot knot{std::move(steps), {}, true};
    const Graph inside = graph_inside(knot);
    if (inside.dependency_count() > 0) {
      for (const auto [upstream, dependent] : mends_inside(inside, knot.exact)) {
        knot.mends.push_back({knot.steps[upstream], knot.steps[dependent]});
      }
    }
    heap_sort(knot.mends, by_dependent);
    return knot;
  }

  // The knot as a graph of its own. Steps that depend on themselves become mends at once.
  Graph graph_inside(Knot& knot) {
    for (StepId i = 0; i < knot.steps.size(); ++i) place_[knot.steps[i]] = i;
    std::vector<Dependency> inside;
    for (const StepId step : knot.steps) {
      StepId before = no_step;
      for (const StepId dependent : graph_.dependents(step)) {
        if (component_[dependent] != component_[step] || dependent == before) continue;
        before = dependent;
        if (dependent == step) {
          knot.mends.push_back({step, step});
        } else {
          inside.push_back({place_[step], place_[dependent]});
        }
      }
    }
    return {knot.steps.size(), inside};
  }

  std::vector<Dependency> mends_inside(const Graph& inside, bool& exact) {
    const std::size_t steps = inside.step_count();
    if (steps <= most_steps_for_exact && (steps << steps) <= budget_.exact) {
      budget_.exact -= steps << steps;
      return fewest_feedback(inside);
    }
    std::vector<Dependency> mends = few_feedback(inside);
    keep_needed(inside, mends, budget_.looks);
    exact = mends.size() == 1;
    if (exact) return mends;
    std::vector<Dependency> single = single_feedback(inside, budget_.looks);
    exact = !single.empty();
    return exact ? single : mends;
  }

  const Graph& graph_;
  const std::vector<std::uint32_t> component_;
  // Of each step in its knot.
  std::vector<StepId> place_;
  Budget budget_;
};

}  // namespace

std::vector<Knot> find_mends(const Graph& graph) { return Mender(graph).mend_all(); }

std::vector<Dependency> all_mends(std::span<const Knot> knots) {
  std::vector<Dependency> all;
  for (const Knot& knot : knots) all.insert(all.end(), knot.mends.begin(), knot.mends.end());
  heap_sort(all, by_dependent);
  return all;
}

LeftOver::LeftOver(const Graph& graph) : graph_(&graph), waits_for_(graph.step_count()) {
  for (StepId step = 0; step < graph.step_count(); ++step) waits_for_[step] = graph.in_degree(step);
  for (const StepId step : kahn_order(graph).steps) {
    for (const StepId dependent : graph.dependents(step)) --waits_for_[dependent];
  }
}

void LeftOver::lower(StepId step, std::uint32_t by) {
  waits_for_[step] -= by;
  lowered_.push_back({step, by});
  if (waits_for_[step] == 0) freed_.push_back(step);
}

std::vector<StepId> LeftOver::freed_by(std::span<const Dependency> gone) {
  // What comes from a step that is taken out anyway is waited for no more.
  std::vector<Dependency> felt;
  for (const Dependency dependency : gone) {
    if (waits_for_[dependency.upstream] > 0) felt.push_back(dependency);
  }
  heap_sort(felt, by_upstream);
  for (const auto [upstream, dependent] : felt) {
    const auto dependents = graph_->dependents(upstream);
    const auto [first, behind] = std::equal_range(dependents.begin(), dependents.end(), dependent);
    if (first != behind) lower(dependent, static_cast<std::uint32_t>(behind - first));
  }
  // It grows meanwhile.
  for (std::size_t i = 0; i < freed_.size(); ++i) {  // NOLINT(modernize-loop-convert)
    auto next = std::lower_bound(felt.begin(), felt.end(), Dependency{freed_[i], 0}, by_upstream);
    for (const StepId dependent : graph_->dependents(freed_[i])) {
      while (next != felt.end() && by_upstream(*next, {freed_[i], dependent})) ++next;
      if (next == felt.end() || *next != Dependency{freed_[i], dependent}) lower(dependent, 1);
    }
  }
  for (const auto [step, by] : std::exchange(lowered_, {})) waits_for_[step] += by;
  std::vector<StepId> freed = std::exchange(freed_, {});
  heap_sort(freed);
  return freed;
}

}  // namespace orchestrator
