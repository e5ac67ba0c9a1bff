#include "growing_graph.h"

#include <algorithm>
#include <utility>

#include "heap_sort.h"
#include "kahn.h"

namespace orchestrator {

GrowingGraph::GrowingGraph(Graph graph)
    : graph_(std::move(graph)),
      place_(graph_.step_count()),
      added_{Added(place_.size()), Added(place_.size())},
      seen_(place_.size()) {
  const std::vector<StepId> order = kahn_order(graph_).steps;
  for (std::uint32_t i = 0; i < order.size(); ++i) place_[order[i]] = i;
}

bool GrowingGraph::add(Dependency dependency, std::size_t& looks) {
  const auto [upstream, dependent] = dependency;
  if (place_[upstream] >= place_[dependent]) {
    const bool open = collect(behind_, down, dependent, place_[upstream], looks) &&
                      collect(before_, up, upstream, place_[dependent], looks);
    for (const auto* steps : {&behind_, &before_}) {
      for (const StepId step : *steps) seen_[step] = 0;
    }
    if (!open) return false;
    reorder();
  }
  added_[down].add(upstream, dependent);
  added_[up].add(dependent, upstream);
  return true;
}

bool GrowingGraph::collect(std::vector<StepId>& found, Direction direction, StepId from, std::uint32_t limit,
                           std::size_t& looks) {
  found.assign(1, from);
  seen_[from] = 1;
  const auto see = [&](StepId step) {
    const bool is_within = direction == down ? place_[step] <= limit : place_[step] >= limit;
    if (!is_within || seen_[step] != 0) return;
    seen_[step] = 1;
    found.push_back(step);
  };
  // It grows meanwhile.
  for (std::size_t i = 0; i < found.size(); ++i) {  // NOLINT(modernize-loop-convert)
    const StepId step = found[i];
    const auto next = direction == down ? graph_.dependents(step) : graph_.dependencies(step);
    if (place_[step] == limit || looks <= next.size()) return false;
    looks -= next.size() + 1;
    for (const StepId other : next) see(other);
    const Added& added = added_[direction];
    for (std::uint32_t at = added.last[step]; at != Added::none; at = added.links[at].before) {
      see(added.links[at].other);
    }
  }
  return true;
}

void GrowingGraph::reorder() {
  const auto by_place = [&](StepId a, StepId b) { return place_[a] < place_[b]; };
  heap_sort(behind_, by_place);
  heap_sort(before_, by_place);
  std::vector<std::uint32_t> places;
  for (const auto* steps : {&before_, &behind_}) {
    for (const StepId step : *steps) places.push_back(place_[step]);
  }
  heap_sort(places);
  auto place = places.begin();
  for (const auto* steps : {&before_, &behind_}) {
    for (const StepId step : *steps) place_[step] = *place++;
  }
}

}  // namespace orchestrator
