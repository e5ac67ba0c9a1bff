#include "layout/layers.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "cycle.h"
#include "flags.h"
#include "kahn.h"
#include "layout/sorting.h"
#include "tiers.h"

namespace orchestrator {
namespace {

// Steps by where they were before: whatever leads against this sequence, within a cycle, is a back dependency.
std::vector<std::uint32_t> earlier_ranks(std::span<const Before> before) {
  std::vector<StepId> steps(before.size());
  std::iota(steps.begin(), steps.end(), 0);
  // New steps come last: a cycle closed through one closes there.
  std::vector<double> key;
  for (const Before& step : before) key.push_back(step.known ? step.layer : std::numeric_limits<double>::infinity());
  sort_by_key(steps, key);
  std::vector<std::uint32_t> rank(steps.size());
  for (std::uint32_t i = 0; i < steps.size(); ++i) rank[steps[i]] = i;
  return rank;
}

std::vector<Dependency> all_dependencies(const Graph& graph) {
  std::vector<Dependency> all;
  all.reserve(graph.dependency_count());
  for (StepId step = 0; step < graph.step_count(); ++step) {
    for (const StepId dependent : graph.dependents(step)) all.push_back({step, dependent});
  }
  return all;
}

bool is_loop(const Dependency& dependency) { return dependency.upstream == dependency.dependent; }

// For each dependency whether it leads back.
Flags back_dependencies(const Graph& graph, const std::vector<Dependency>& all, std::span<const Before> before) {
  Flags back(all.size());
  if (kahn_order(graph).complete) return back;
  if (before.empty()) {
    // Both lists ascend, by upstream step and then by dependent.
    const std::vector<Dependency> found = all_dependencies(Graph(graph.step_count(), columns_of(graph).back));
    auto next = found.begin();
    for (std::size_t i = 0; i < all.size() && next != found.end(); ++i) {
      back[i] = all[i] == *next;
      // One listed twice may have been found once.
      if (i + 1 < all.size() && all[i + 1] == all[i]) continue;
      while (next != found.end() && *next == all[i]) ++next;
    }
    return back;
  }
  const std::vector<std::uint32_t> rank = earlier_ranks(before);
  const std::vector<std::uint32_t> component = cyclic_components(graph);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [from, to] = all[i];
    back[i] = component[from] != no_component && component[from] == component[to] && rank[from] >= rank[to];
  }
  return back;
}

// The direction in which a dependency runs through the layers.
Dependency upward(const Dependency& dependency, bool back) {
  return back ? Dependency{dependency.dependent, dependency.upstream} : dependency;
}

std::vector<std::uint32_t> tiers_without_cycles(std::size_t step_count, const std::vector<Dependency>& all,
                                                const Flags& back) {
  std::vector<Dependency> acyclic;
  acyclic.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_loop(all[i])) acyclic.push_back(upward(all[i], back[i]));
  }
  const Graph graph(step_count, acyclic);
  return distances(graph, kahn_order(graph));
}

// Dependencies between the same two steps in the same direction are neighbours in `all`, and share a link.
void make_links(const std::vector<Dependency>& all, const Flags& back, Layers& layers) {
  layers.link_of.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || !(all[i] == all[i - 1])) {
      const Dependency ends = upward(all[i], back[i]);
      layers.links.push_back({ends.upstream, ends.dependent, back[i] != 0, 0, 0});
    }
    layers.link_of.push_back(static_cast<std::uint32_t>(layers.links.size() - 1));
  }
}

// The most layers a link may span so that all passages together are not too many.
std::uint32_t longest_span(const Layers& layers) {
  std::vector<std::size_t> passages_by_span(layers.count + 1);
  for (const Link& link : layers.links) {
    const std::uint32_t span = layers.span(link);
    if (span > 0) passages_by_span[span] += span - 1;
  }
  const std::size_t most = layers.step_count + layers.links.size() + spare_passages;
  std::size_t passages = 0;
  for (std::uint32_t span = 0; span < passages_by_span.size(); ++span) {
    passages += passages_by_span[span];
    if (passages > most) return span - 1;
  }
  return layers.count;
}

void make_passages(Layers& layers) {
  const std::uint32_t longest = longest_span(layers);
  std::vector<Dependency> segments;
  for (Link& link : layers.links) {
    const std::uint32_t span = layers.span(link);
    link.first = static_cast<Item>(layers.layer.size());
    if (span == 0 || span > longest) continue;
    const std::uint32_t bottom = layers.layer[link.low];
    link.count = span - 1;
    Item below = link.low;
    for (std::uint32_t i = 1; i < span; ++i) {
      const auto passage = static_cast<Item>(layers.layer.size());
      layers.layer.push_back(bottom + i);
      segments.push_back({below, passage});
      below = passage;
    }
    segments.push_back({below, link.high});
  }
  layers.segments = Graph(layers.layer.size(), segments);
  layers.beside.assign(layers.layer.size(), no_step);
}

}  // namespace

Layers assign_layers(const Graph& graph, std::span<const Before> before) {
  Layers layers;
  layers.step_count = graph.step_count();
  const std::vector<Dependency> all = all_dependencies(graph);
  const Flags back = back_dependencies(graph, all, before);
  layers.layer = tiers_without_cycles(graph.step_count(), all, back);
  for (const std::uint32_t layer : layers.layer) layers.count = std::max(layers.count, layer + 1);
  make_links(all, back, layers);
  make_passages(layers);
  return layers;
}

}  // namespace orchestrator
