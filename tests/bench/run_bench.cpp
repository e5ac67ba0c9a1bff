// A million simulated steps on 64 workers: the engine, which keeps every event, beside the shortest scheduler there is.
#include <benchmark/benchmark.h>

#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "graphs.h"
#include "run/simulation.h"

namespace bench {
namespace {

using namespace orchestrator;

constexpr std::uint32_t steps = 1000000;
constexpr std::uint32_t workers = 64;

struct Pipeline {
  Pipeline() : graph(steps, make_graph(Kind::shuffled, steps).pairs), plan(*Plan::of(graph)) {
    definition.steps.resize(steps);
    std::uint32_t random = 1;
    for (StepDefinition& step : definition.steps) {
      random = random * 1664525U + 1013904223U;
      step.action.duration_ms = 1 + (random >> 24U);
    }
  }
  Graph graph;
  Plan plan;
  PipelineDefinition definition;
};

const Pipeline& pipeline() {
  static const Pipeline kept;
  return kept;
}

void ours(benchmark::State& state) {
  RunRules rules;
  rules.workers = workers;
  for (auto _ : state) {
    std::vector<RunEvent> events;
    const Run run = simulate(pipeline().plan, pipeline().definition, rules, &events);
    state.counters["events"] = static_cast<double>(events.size());
    state.counters["makespan"] = run.results().empty() ? 0 : events.back().time;
  }
}

/// List scheduling with two queues of the standard library, and nothing else: no retries, timeouts, policies or
/// results; it only counts the starts and ends that ours keeps.
void naive(benchmark::State& state) {
  const Graph& graph = pipeline().graph;
  const std::vector<StepId>& order = pipeline().plan.order();
  for (auto _ : state) {
    std::vector<std::uint32_t> place(steps);
    std::vector<std::uint32_t> left(steps);
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
    for (std::uint32_t i = 0; i < steps; ++i) {
      place[order[i]] = i;
      left[order[i]] = graph.in_degree(order[i]);
      if (left[order[i]] == 0) ready.push(i);
    }
    using End = std::pair<double, StepId>;
    std::priority_queue<End, std::vector<End>, std::greater<>> running;
    double now = 0;
    double events = 2;
    while (!ready.empty() || !running.empty()) {
      while (!ready.empty() && running.size() < workers) {
        const StepId step = order[ready.top()];
        ready.pop();
        running.emplace(now + pipeline().definition.steps[step].action.duration_ms, step);
        ++events;
      }
      now = running.top().first;
      while (!running.empty() && running.top().first <= now) {
        const StepId step = running.top().second;
        running.pop();
        ++events;
        for (const StepId dependent : graph.dependents(step)) {
          if (--left[dependent] == 0) ready.push(place[dependent]);
        }
      }
    }
    state.counters["events"] = events;
    state.counters["makespan"] = now;
  }
}

BENCHMARK(ours)->Name("run/shuffled/1000000/core")->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(3);
BENCHMARK(naive)->Name("run/shuffled/1000000/queues")->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(3);

}  // namespace
}  // namespace bench
