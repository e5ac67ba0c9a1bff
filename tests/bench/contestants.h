// Ours and other libraries behind one face: the edges as each takes them, and build + sort from those.
#pragma once

#include <igraph.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/topological_sort.hpp>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "graph.h"
#include "kahn.h"

namespace bench {

using orchestrator::StepId;

struct Core {
  using Edges = std::vector<orchestrator::Dependency>;
  static constexpr const char* name = "core";
  static void add(Edges& edges, StepId upstream, StepId dependent) { edges.push_back({upstream, dependent}); }
  /// How many steps are in the order.
  static std::size_t build_and_sort(std::uint32_t steps, const Edges& edges) {
    const orchestrator::Graph graph(steps, edges);
    return orchestrator::kahn_order(graph).steps.size();
  }
};

/// Boost's topological sort is a depth-first search; it wants the order reversed, which costs nothing here.
template <class BoostGraph>
std::size_t boost_sort(const BoostGraph& graph) {
  std::vector<std::uint32_t> order;
  order.reserve(num_vertices(graph));
  boost::topological_sort(graph, std::back_inserter(order));
  return order.size();
}

struct BoostCsr {
  using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  static constexpr const char* name = "boost_csr";
  static void add(Edges& edges, StepId upstream, StepId dependent) { edges.emplace_back(upstream, dependent); }
  static std::size_t build_and_sort(std::uint32_t steps, const Edges& edges) {
    using None = boost::no_property;
    using Csr = boost::compressed_sparse_row_graph<boost::directedS, None, None, None, std::uint32_t, std::uint32_t>;
    // With random ids five times as fast as edges_are_unsorted, its other constructor for lists like ours.
    return boost_sort(Csr(boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(), steps));
  }
};

struct BoostList {
  using Edges = BoostCsr::Edges;
  static constexpr const char* name = "boost_list";
  static void add(Edges& edges, StepId upstream, StepId dependent) { edges.emplace_back(upstream, dependent); }
  static std::size_t build_and_sort(std::uint32_t steps, const Edges& edges) {
    using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    return boost_sort(List(edges.begin(), edges.end(), steps));
  }
};

struct Igraph {
  using Edges = std::vector<igraph_integer_t>;
  static constexpr const char* name = "igraph";
  static void add(Edges& edges, StepId upstream, StepId dependent) {
    edges.push_back(upstream);
    edges.push_back(dependent);
  }
  static std::size_t build_and_sort(std::uint32_t steps, const Edges& edges) {
    igraph_vector_int_t list;
    igraph_vector_int_view(&list, edges.data(), static_cast<igraph_integer_t>(edges.size()));
    igraph_t graph;
    igraph_create(&graph, &list, static_cast<igraph_integer_t>(steps), IGRAPH_DIRECTED);
    igraph_vector_int_t order;
    igraph_vector_int_init(&order, 0);
    igraph_topological_sorting(&graph, &order, IGRAPH_OUT);
    const auto size = static_cast<std::size_t>(igraph_vector_int_size(&order));
    igraph_vector_int_destroy(&order);
    igraph_destroy(&graph);
    return size;
  }
};

}  // namespace bench
