// Graphs of more steps than a bucket of row_sort.h holds, and steps with more dependencies than a byte counts.
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <vector>

#include "graph.h"
#include "kahn.h"
#include "trace.h"

namespace orchestrator {
namespace {

struct LargeGraph {
  StepId steps = 0;
  std::vector<Dependency> pairs;
  Graph graph() const { return {steps, pairs}; }
};

/// Three dependencies a step, each on an earlier one of a hidden order: that of i * stride modulo the steps.
LargeGraph acyclic(StepId steps) {
  constexpr std::uint64_t stride = 7919;
  std::uint32_t state = 1;
  LargeGraph large{steps, {}};
  for (std::uint64_t place = 1; place < steps; ++place) {
    for (int i = 0; i < 3; ++i) {
      state = state * 1664525 + 1013904223;
      const std::uint64_t earlier = (state >> 4U) % place;
      large.pairs.push_back(
          {static_cast<StepId>(earlier * stride % steps), static_cast<StepId>(place * stride % steps)});
    }
  }
  return large;
}

LargeGraph grouped(LargeGraph large) {
  std::stable_sort(large.pairs.begin(), large.pairs.end(),
                   [](Dependency a, Dependency b) { return a.dependent < b.dependent; });
  return large;
}

/// Both directions as lists of their own.
struct Rows {
  explicit Rows(const LargeGraph& large) : dependents(large.steps), dependencies(large.steps) {
    for (const auto& [upstream, dependent] : large.pairs) {
      dependents[upstream].push_back(dependent);
      dependencies[dependent].push_back(upstream);
    }
    for (auto& row : dependents) std::sort(row.begin(), row.end());
  }
  std::vector<std::vector<StepId>> dependents;
  std::vector<std::vector<StepId>> dependencies;
};

std::vector<StepId> plain_order(const Rows& rows) {
  std::vector<std::size_t> in_degree;
  std::vector<StepId> order;
  std::deque<StepId> queue;
  for (StepId step = 0; step < rows.dependencies.size(); ++step) {
    in_degree.push_back(rows.dependencies[step].size());
    if (in_degree.back() == 0) queue.push_back(step);
  }
  for (; !queue.empty(); queue.pop_front()) {
    order.push_back(queue.front());
    for (const StepId dependent : rows.dependents[queue.front()]) {
      if (--in_degree[dependent] == 0) queue.push_back(dependent);
    }
  }
  return order;
}

void expect_same(const LargeGraph& large) {
  const Graph graph = large.graph();
  const Rows rows(large);
  for (StepId step = 0; step < large.steps; ++step) {
    const auto dependents = graph.dependents(step);
    const auto dependencies = graph.dependencies(step);
    ASSERT_TRUE(
        std::equal(dependents.begin(), dependents.end(), rows.dependents[step].begin(), rows.dependents[step].end()))
        << "step " << step;
    ASSERT_TRUE(std::equal(dependencies.begin(), dependencies.end(), rows.dependencies[step].begin(),
                           rows.dependencies[step].end()))
        << "step " << step;
  }
  const Order order = kahn_order(graph);
  EXPECT_TRUE(order.steps == plain_order(rows));
  EXPECT_EQ(order.complete, order.steps.size() == large.steps);
  const KahnTrace trace(graph);
  EXPECT_TRUE(std::equal(order.steps.begin(), order.steps.end(), trace.order().begin(), trace.order().end()));
}

TEST(LargeGraph, HasRowsLikePlainListsHoweverItsDependenciesAreListed) {
  const LargeGraph large = acyclic(140000);
  expect_same(large);
  expect_same(grouped(large));
}

TEST(LargeGraph, FillsTheLastBucketOrLeavesOneStepInIt) {
  for (const StepId steps : {0x10000U, 0x10000U + 1, 0x20000U}) {
    expect_same(grouped(acyclic(steps)));
  }
}

TEST(LargeGraph, MayHaveEmptyBuckets) {
  LargeGraph large{200000, {{199999, 5}, {140000, 199999}, {140000, 3}}};
  expect_same(large);
  expect_same(grouped(large));
  expect_same({140000, {}});
}

TEST(LargeGraph, MayHangOnOneStep) {
  LargeGraph out{100000, {}};
  LargeGraph in{100000, {}};
  for (StepId step = 0; step + 1 < 100000; ++step) {
    out.pairs.push_back({99999, step});
    in.pairs.push_back({step, 99999});
  }
  expect_same(out);
  expect_same(in);
}

TEST(LargeGraph, CountsInDegreesBeyondAByte) {
  for (const StepId in_degree : {254U, 255U, 256U, 257U, 512U, 65535U, 65536U, 65537U}) {
    LargeGraph large{in_degree + 1, {}};
    for (StepId step = 0; step < in_degree; ++step) large.pairs.push_back({step, in_degree});
    const Order order = kahn_order(large.graph());
    EXPECT_TRUE(order.complete);
    EXPECT_EQ(order.steps.back(), in_degree);
    // Waiting for itself as well, it never enters.
    large.pairs.push_back({in_degree, in_degree});
    EXPECT_EQ(kahn_order(large.graph()).steps.size(), in_degree);
  }
}

}  // namespace
}  // namespace orchestrator
