// From arbitrary bytes to a graph, and everything the core knows of it compared with the plainest way to find it out.
#include <cstdint>
#include <string>

#include "../core/byte_document.h"
#include "../core/checked_invariants.h"
#include "../core/naive_depth.h"
#include "cycle.h"
#include "dfs_narration.h"
#include "narration.h"
#include "pseudocode.h"
#include "require.h"
#include "tiers.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_steps = 48;
constexpr std::size_t most_dependencies = 300;

/// The first byte says how many steps there are, every further pair is a dependency.
naive::Pairs pairs_from(std::span<const std::uint8_t> data) {
  Bytes bytes(data);
  naive::Pairs pairs;
  pairs.steps = bytes.below(most_steps + 1);
  while (pairs.steps > 0 && !bytes.empty() && pairs.dependencies.size() < most_dependencies) {
    const auto upstream = static_cast<StepId>(bytes.below(pairs.steps));
    pairs.dependencies.push_back({upstream, static_cast<StepId>(bytes.below(pairs.steps))});
  }
  return pairs;
}

const auto name_of = [](StepId step) {
  return std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").substr(step, 1);
};

void examine_trace(const naive::Pairs& pairs, const Graph& graph) {
  const KahnTrace trace(graph);
  const auto frames = naive::trace_of(pairs);
  require(trace.size() == frames.size(), "a trace has as many events as a replay");
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    require(naive::frame_at(trace, cursor) == frames[cursor], "seek equals a fresh replay");
    const Moment moment = trace.at(cursor);
    for (StepId step = 0; step < pairs.steps; ++step) {
      require(trace.in_degree(step, moment) == frames[cursor].in_degrees[step], "one in-degree equals that of all");
    }
    const std::string sentence = sentence_of(trace, moment, name_of);
    require(!sentence.empty() && is_legible(sentence), "every event has a sentence that can be read");
    require(line_of(moment) >= 1 && line_of(moment) <= static_cast<int>(pseudocode().size()),
            "every event belongs to a line");
  }
  for (const StepId step : trace.order()) {
    require(trace.at(trace.enqueue_event(step)).event == Event{EventKind::enqueue, step, no_step},
            "a step enters where the trace says");
    require(trace.at(trace.dequeue_event(step)).event == Event{EventKind::dequeue, step, no_step},
            "a step is taken out where the trace says");
  }
}

void examine_depth(const naive::Pairs& pairs, const Graph& graph) {
  const DepthTrace trace(graph);
  require_none(naive::broken_rule_of(pairs, trace));
  require(trace.back().empty() == kahn_order(graph).complete, "something leads back exactly when the trace stalls");
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    const DepthMoment moment = trace.at(cursor);
    const std::string sentence = english(narrate(trace, moment), name_of);
    require(!sentence.empty() && is_legible(sentence), "every event has a sentence that can be read");
    require(line_of(moment) >= 1 && line_of(moment) <= static_cast<int>(code_rows(Algorithm::depth_first).size()),
            "every event belongs to a line");
  }
}

void examine_order(const naive::Pairs& pairs, const Graph& graph) {
  const KahnTrace trace(graph);
  for (const Dependency& d : pairs.dependencies) {
    const std::uint32_t dependent = trace.position(d.dependent);
    require(dependent == KahnTrace::no_position || trace.position(d.upstream) < dependent,
            "the order respects every dependency");
  }
  require(kahn_order(graph).steps == std::vector<StepId>(trace.order().begin(), trace.order().end()),
          "order and trace agree");
}

void examine_cycles(const naive::Pairs& pairs, const Graph& graph) {
  const naive::Distances distances(pairs);
  const Cycles cycles = find_cycles(graph);
  require(cycles.paths.empty() == kahn_order(graph).complete, "a cycle is found exactly when the trace stalls");
  for (StepId step = 0; step < pairs.steps; ++step) {
    const Standing expected = distances.on_cycle(step)       ? Standing::on_cycle
                              : distances.behind_cycle(step) ? Standing::behind_cycle
                                                             : Standing::free;
    require(cycles.standing[step] == expected, "a step's standing follows from what it can reach");
  }
  for (const auto& path : cycles.paths) {
    require(path.size() >= 2 && path.front() == path.back(), "a path is closed");
    require(path.size() - 1 == distances.between(path.front(), path.front()), "a path is a shortest one");
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      require(distances.between(path[i], path[i + 1]) == 1, "a path follows the dependencies");
    }
  }
}

void examine_tiers(const naive::Pairs& pairs, const Graph& graph) {
  const auto rounds = naive::rounds_of(pairs);
  auto tiers = tiers_of(graph, kahn_order(graph));
  for (auto& tier : tiers) std::sort(tier.begin(), tier.end());
  require(tiers == rounds, "tiers equal rounds");

  const Columns columns = columns_of(graph);
  naive::Pairs rest = pairs;
  for (const Dependency& back : columns.back) {
    const auto found = std::find(rest.dependencies.begin(), rest.dependencies.end(), back);
    require(found != rest.dependencies.end(), "what leads back is a dependency");
    rest.dependencies.erase(found);
  }
  const auto rest_rounds = naive::rounds_of(rest);
  std::size_t placed = 0;
  for (std::size_t round = 0; round < rest_rounds.size(); ++round) {
    placed += rest_rounds[round].size();
    for (const StepId step : rest_rounds[round]) {
      require(columns.column[step] == round, "columns are the tiers of what is left");
    }
  }
  require(placed == pairs.steps, "without what leads back the graph is acyclic");
}

}  // namespace
}  // namespace orchestrator

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orchestrator;
  const naive::Pairs pairs = pairs_from({data, size});
  const Graph graph = pairs.graph();
  examine_trace(pairs, graph);
  examine_depth(pairs, graph);
  examine_order(pairs, graph);
  examine_cycles(pairs, graph);
  examine_tiers(pairs, graph);
  return 0;
}
