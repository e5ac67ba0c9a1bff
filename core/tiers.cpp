#include "tiers.h"

#include <algorithm>

namespace orchestrator {
namespace {

// Depth-first search with an explicit path; a dependency that leads back to a step on the path closes a cycle.
class BackDependencies {
 public:
  explicit BackDependencies(const Graph& graph) : graph_(graph), colour_(graph.step_count(), Colour::white) {
    for (StepId step = 0; step < graph.step_count(); ++step) {
      if (graph.in_degree(step) == 0) search_from(step);
    }
    for (StepId step = 0; step < graph.step_count(); ++step) search_from(step);
  }

  std::vector<Dependency> back;
  std::vector<Dependency> forward;

 private:
  enum class Colour : std::uint8_t { white, grey, black };
  struct Visit {
    StepId step;
    std::uint32_t next_dependent;
  };

  void search_from(StepId root) {
    if (colour_[root] != Colour::white) return;
    enter(root);
    while (!path_.empty()) {
      Visit& visit = path_.back();
      const auto dependents = graph_.dependents(visit.step);
      if (visit.next_dependent == dependents.size()) {
        colour_[visit.step] = Colour::black;
        path_.pop_back();
        continue;
      }
      const Dependency dependency{visit.step, dependents[visit.next_dependent++]};
      const Colour colour = colour_[dependency.dependent];
      (colour == Colour::grey ? back : forward).push_back(dependency);
      if (colour == Colour::white) enter(dependency.dependent);
    }
  }

  void enter(StepId step) {
    colour_[step] = Colour::grey;
    path_.push_back({step, 0});
  }

  const Graph& graph_;
  std::vector<Colour> colour_;
  std::vector<Visit> path_;
};

}  // namespace

std::vector<std::uint32_t> distances(const Graph& graph, const Order& order) {
  std::vector<std::uint32_t> distance(graph.step_count());
  for (const StepId step : order.steps) {
    for (const StepId dependent : graph.dependents(step)) {
      distance[dependent] = std::max(distance[dependent], distance[step] + 1);
    }
  }
  return distance;
}

std::vector<std::vector<StepId>> tiers_of(const Graph& graph, const Order& order) {
  const std::vector<std::uint32_t> distance = distances(graph, order);
  std::vector<std::vector<StepId>> tiers;
  // First in, first out hands steps out tier by tier: the order is the tiers one after another.
  for (const StepId step : order.steps) {
    if (distance[step] == tiers.size()) tiers.emplace_back();
    tiers[distance[step]].push_back(step);
  }
  return tiers;
}

Columns columns_of(const Graph& graph) {
  Order order = kahn_order(graph);
  if (order.complete) return {distances(graph, order), {}};
  BackDependencies search(graph);
  const Graph acyclic(graph.step_count(), search.forward);
  return {distances(acyclic, kahn_order(acyclic)), std::move(search.back)};
}

}  // namespace orchestrator
