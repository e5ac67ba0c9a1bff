// Measures the core beside other libraries, natively. bench.mjs starts it, reads the report and prints the tables.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "allocations.h"
#include "contestants.h"
#include "cycle.h"
#include "graphs.h"
#include "kahn.h"
#include "pipeline.h"
#include "study_bench.h"
#include "trace.h"

namespace bench {
namespace {

using namespace orchestrator;
using benchmark::State;

constexpr std::uint32_t million = 1000000;

/// The last graph is kept: the contestants take turns at the same one.
const Input& graph_of(Kind kind, std::uint32_t steps) {
  static Kind kept_kind{};
  static Input kept;
  if (kept.steps != steps || kept_kind != kind) {
    kept = {};
    kept = make_graph(kind, steps);
    kept_kind = kind;
  }
  return kept;
}

const PipelineDefinition& named_graph_of(std::uint32_t steps) {
  static PipelineDefinition kept;
  if (kept.steps.size() != steps) {
    kept = {};
    kept = name_steps(graph_of(Kind::shuffled, steps));
  }
  return kept;
}

void expect_all(State& state, std::size_t sorted, std::size_t steps) {
  if (sorted != steps) state.SkipWithError("The order lacks steps");
}

template <class Contestant>
void from_ids(State& state, Kind kind, std::uint32_t steps) {
  const Input& input = graph_of(kind, steps);
  typename Contestant::Edges edges;
  for (const auto& [upstream, dependent] : input.pairs) Contestant::add(edges, upstream, dependent);
  for (auto _ : state) expect_all(state, Contestant::build_and_sort(steps, edges), steps);
}

/// What somebody writes who has names and one of the other libraries.
template <class Contestant>
void from_names(State& state, std::uint32_t steps) {
  const PipelineDefinition& definition = named_graph_of(steps);
  for (auto _ : state) {
    std::unordered_map<std::string_view, StepId> ids;
    ids.reserve(steps);
    for (StepId step = 0; step < steps; ++step) ids.emplace(definition.steps[step].name, step);
    typename Contestant::Edges edges;
    for (StepId step = 0; step < steps; ++step) {
      for (const std::string& name : definition.steps[step].depends_on) Contestant::add(edges, ids.at(name), step);
    }
    expect_all(state, Contestant::build_and_sort(steps, edges), steps);
  }
}

/// Ours also looks for every mistake there can be.
template <>
void from_names<Core>(State& state, std::uint32_t steps) {
  Reading reading;
  reading.definition = named_graph_of(steps);
  for (auto _ : state) {
    Checked checked = check(std::move(reading));
    expect_all(state, kahn_order(checked.pipeline->graph).steps.size(), steps);
    state.PauseTiming();
    reading = Reading{};
    reading.definition = std::move(checked.pipeline->definition);
    checked = {};
    state.ResumeTiming();
  }
}

Graph build(Kind kind, std::uint32_t steps) { return {steps, graph_of(kind, steps).pairs}; }

void order_checksum(State& state, Kind kind, std::uint32_t steps) {
  for (auto _ : state) state.counters["checksum"] = checksum(kahn_order(build(kind, steps)).steps);
}

void make_trace(State& state, Kind kind) {
  const Graph graph = build(kind, million);
  const std::size_t before = allocations().bytes;
  for (auto _ : state) benchmark::DoNotOptimize(KahnTrace(graph).size());
  state.counters["bytes_per_step"] =
      static_cast<double>(allocations().bytes - before) / static_cast<double>(state.iterations()) / million;
}

void seek(State& state, Kind kind) {
  const Graph graph = build(kind, million);
  const KahnTrace trace(graph);
  std::vector<Cursor> cursors(1U << 16U);
  std::uint64_t random = 1;
  for (Cursor& cursor : cursors) {
    random = random * 6364136223846793005U + 1442695040888963407U;
    cursor = (random >> 20U) % trace.size();
  }
  const std::size_t before = allocations().count;
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(trace.at(cursors[next++ % cursors.size()]));
  state.counters["allocations"] = static_cast<double>(allocations().count - before);
}

void cycles(State& state, Kind kind) {
  const Graph graph = build(kind, million);
  for (auto _ : state) benchmark::DoNotOptimize(find_cycles(graph).paths.size());
}

/// Small graphs several times in a row; large ones once, so that the slowest contestants do not fill the hour.
void repeat(benchmark::internal::Benchmark* bench, std::uint32_t steps, int repetitions) {
  bench->Unit(benchmark::kMillisecond)->Iterations(std::max(1U, million / steps))->Repetitions(repetitions);
}

template <class Contestant>
void add_contestant(Kind kind, std::uint32_t steps, int repetitions) {
  const std::string name = "ids/" + std::string(name_of(kind)) + '/' + std::to_string(steps) + '/' + Contestant::name;
  repeat(benchmark::RegisterBenchmark(name.c_str(), from_ids<Contestant>, kind, steps), steps, repetitions);
}

template <class Contestant>
void add_named(std::uint32_t steps, int repetitions) {
  const std::string name = "names/shuffled/" + std::to_string(steps) + '/' + Contestant::name;
  repeat(benchmark::RegisterBenchmark(name.c_str(), from_names<Contestant>, steps), steps, repetitions);
}

void add_all(std::uint32_t most_steps) {
  for (std::uint32_t steps = 10000; steps <= most_steps; steps *= 10) {
    const int repetitions = steps > million ? 2 : 7;
    for (const Kind kind : {Kind::shuffled, Kind::local, Kind::unsorted}) {
      add_contestant<Core>(kind, steps, repetitions);
      add_contestant<BoostCsr>(kind, steps, repetitions);
      // Seconds each at a million steps, and up to a minute at ten: once will do, in the end with shuffled ids only.
      if (steps <= million || kind == Kind::shuffled) {
        add_contestant<BoostList>(kind, steps, steps < million ? 3 : 1);
        add_contestant<Igraph>(kind, steps, steps < million ? 3 : 1);
      }
      const std::string name = "checksum/" + std::string(name_of(kind)) + '/' + std::to_string(steps);
      repeat(benchmark::RegisterBenchmark(name.c_str(), order_checksum, kind, steps), steps, 1);
    }
  }
  for (std::uint32_t steps = 10000; steps <= most_steps; steps *= 10) {
    const int repetitions = steps > million ? 1 : 3;
    add_named<Core>(steps, repetitions);
    add_named<BoostCsr>(steps, repetitions);
    if (steps > million) continue;
    add_named<BoostList>(steps, steps < million ? 3 : 1);
    add_named<Igraph>(steps, steps < million ? 3 : 1);
  }
  for (const Kind kind : {Kind::shuffled, Kind::chain, Kind::star, Kind::funnel}) {
    const std::string suffix = std::string(name_of(kind)) + '/' + std::to_string(million);
    repeat(benchmark::RegisterBenchmark(("trace/" + suffix).c_str(), make_trace, kind), million, 5);
    benchmark::RegisterBenchmark(("seek/" + suffix).c_str(), seek, kind)->Iterations(million)->Repetitions(3);
  }
  for (const Kind kind : {Kind::shuffled, Kind::cyclic}) {
    const std::string name = "cycles/" + std::string(name_of(kind)) + '/' + std::to_string(million);
    repeat(benchmark::RegisterBenchmark(name.c_str(), cycles, kind), million, 5);
  }
  add_studies(million);
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::strcmp(argv[argc - 1], "--quick") == 0;
  bench::add_all(quick ? bench::million : 10 * bench::million);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
