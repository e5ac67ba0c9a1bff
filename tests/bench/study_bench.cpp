#include "study_bench.h"

#include <benchmark/benchmark.h>
#include <igraph.h>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "cycle.h"
#include "dfs.h"
#include "graphs.h"
#include "mends.h"
#include "tie_break.h"

namespace bench {
namespace {

using namespace orchestrator;
using benchmark::State;
using None = boost::no_property;
using Csr = boost::compressed_sparse_row_graph<boost::directedS, None, None, None, std::uint32_t, std::uint32_t>;

Graph ours(Kind kind, std::uint32_t steps) { return {steps, make_graph(kind, steps).pairs}; }

Csr boosts(Kind kind, std::uint32_t steps) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  for (const auto& [upstream, dependent] : make_graph(kind, steps).pairs) edges.emplace_back(upstream, dependent);
  return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), steps};
}

/// igraph's, while it is used.
class Igraphs {
 public:
  Igraphs(Kind kind, std::uint32_t steps) {
    std::vector<igraph_integer_t> edges;
    for (const auto& [upstream, dependent] : make_graph(kind, steps).pairs)
      edges.insert(edges.end(), {upstream, dependent});
    igraph_vector_int_t list;
    igraph_vector_int_view(&list, edges.data(), static_cast<igraph_integer_t>(edges.size()));
    igraph_create(&graph, &list, static_cast<igraph_integer_t>(steps), IGRAPH_DIRECTED);
  }
  ~Igraphs() { igraph_destroy(&graph); }
  Igraphs(const Igraphs&) = delete;
  Igraphs& operator=(const Igraphs&) = delete;

  igraph_t graph{};
};

void search_ours(State& state, std::uint32_t steps) {
  const Graph graph = ours(Kind::shuffled, steps);
  for (auto _ : state) benchmark::DoNotOptimize(depth_first_order(graph).steps.size());
}

/// Boost's topological sort is a depth-first search.
void search_boosts(State& state, std::uint32_t steps) {
  const Csr graph = boosts(Kind::shuffled, steps);
  for (auto _ : state) {
    std::vector<std::uint32_t> order;
    order.reserve(steps);
    boost::topological_sort(graph, std::back_inserter(order));
    benchmark::DoNotOptimize(order.size());
  }
}

void trace_search(State& state, std::uint32_t steps) {
  const Graph graph = ours(Kind::shuffled, steps);
  for (auto _ : state) benchmark::DoNotOptimize(DepthTrace(graph).size());
}

void seek_search(State& state, std::uint32_t steps) {
  const Graph graph = ours(Kind::shuffled, steps);
  const DepthTrace trace(graph);
  std::uint64_t random = 1;
  for (auto _ : state) {
    random = random * 6364136223846793005U + 1442695040888963407U;
    benchmark::DoNotOptimize(trace.at((random >> 20U) % trace.size()));
  }
}

void components_ours(State& state, std::uint32_t steps) {
  const Graph graph = ours(Kind::cyclic, steps);
  for (auto _ : state) benchmark::DoNotOptimize(cyclic_components(graph).size());
}

void components_boosts(State& state, std::uint32_t steps) {
  const Csr graph = boosts(Kind::cyclic, steps);
  for (auto _ : state) {
    std::vector<std::uint32_t> component(steps);
    benchmark::DoNotOptimize(boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph))));
  }
}

void mends_ours(State& state, std::uint32_t steps) {
  const Graph graph = ours(Kind::cyclic, steps);
  for (auto _ : state) state.counters["mends"] = static_cast<double>(all_mends(find_mends(graph)).size());
}

/// Boost has none. The same heuristic that ours begins with for large knots.
void mends_igraphs(State& state, std::uint32_t steps) {
  const Igraphs igraphs(Kind::cyclic, steps);
  for (auto _ : state) {
    igraph_vector_int_t mends;
    igraph_vector_int_init(&mends, 0);
    igraph_feedback_arc_set(&igraphs.graph, &mends, nullptr, IGRAPH_FAS_APPROX_EADES);
    state.counters["mends"] = static_cast<double>(igraph_vector_int_size(&mends));
    igraph_vector_int_destroy(&mends);
  }
}

void sort_by(State& state, std::uint32_t steps, TieBreak tie_break) {
  const Graph graph = ours(Kind::shuffled, steps);
  const PipelineDefinition named = name_steps(make_graph(Kind::shuffled, steps));
  const auto name_of = [&](StepId step) { return std::string_view(named.steps[step].name); };
  for (auto _ : state) benchmark::DoNotOptimize(kahn_order(graph, tie_break, name_of).steps.size());
}

}  // namespace

void add_studies(std::uint32_t steps) {
  const auto add = [steps](const std::string& name, auto measure, auto... more) {
    const std::string full = "study/" + name + '/' + std::to_string(steps);
    return benchmark::RegisterBenchmark(full.c_str(), measure, steps, more...);
  };
  const auto slow = [&](const std::string& name, auto measure, auto... more) {
    add(name, measure, more...)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(3);
  };
  slow("dfs/core", search_ours);
  slow("dfs/boost_csr", search_boosts);
  slow("dfs_trace/core", trace_search);
  add("dfs_seek/core", seek_search)->Iterations(1000000)->Repetitions(3);
  slow("components/core", components_ours);
  slow("components/boost_csr", components_boosts);
  slow("mends/core", mends_ours);
  slow("mends/igraph", mends_igraphs);
  for (const std::string_view name : tie_break_names) {
    slow("sort_" + std::string(name) + "/core", sort_by, *tie_break_named(name));
  }
}

}  // namespace bench
