#include "shape.h"

#include <algorithm>

#include "heap_sort.h"
#include "kahn.h"
#include "tiers.h"

namespace orchestrator {
namespace {

std::vector<StepId> longest_path(const Graph& graph, const std::vector<std::uint32_t>& tiers, StepId last) {
  std::vector<StepId> path{last};
  while (tiers[path.back()] > 0) {
    const auto upstream = graph.dependencies(path.back());
    path.push_back(*std::find_if(upstream.begin(), upstream.end(),
                                 [&](StepId step) { return tiers[step] + 1 == tiers[path.back()]; }));
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

Shape shape_of(const Graph& graph) {
  const Order order = kahn_order(graph);
  const std::vector<std::uint32_t> distance = distances(graph, order);
  Shape shape;
  shape.tiers.assign(graph.step_count(), Shape::no_tier);
  std::uint32_t in_tier = 0;
  StepId first = no_step;
  // First in, first out hands steps out tier by tier.
  for (const StepId step : order.steps) {
    shape.tiers[step] = distance[step];
    if (distance[step] == shape.depth) {
      ++shape.depth;
      in_tier = 0;
      first = step;
    }
    shape.width = std::max(shape.width, ++in_tier);
  }
  if (first != no_step) shape.path = longest_path(graph, shape.tiers, first);
  return shape;
}

Shape shape_without(const Graph& graph, Dependency left_out) { return shape_of(without(graph, {left_out})); }

Graph without(const Graph& graph, std::vector<Dependency> left_out) {
  heap_sort(left_out, by_dependent);
  std::vector<Dependency> kept;
  kept.reserve(graph.dependency_count());
  auto next = left_out.begin();
  for (StepId step = 0; step < graph.step_count(); ++step) {
    const auto first = next;
    while (next != left_out.end() && next->dependent == step) ++next;
    for (const StepId upstream : graph.dependencies(step)) {
      const Dependency dependency{upstream, step};
      if (!std::binary_search(first, next, dependency, by_dependent)) kept.push_back(dependency);
    }
  }
  return {graph.step_count(), kept};
}

}  // namespace orchestrator
