// Random graphs and pipelines, of the kinds in which mistakes like to hide.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "../naive.h"
#include "definition.h"

namespace orchestrator {

/// Any graph: cyclic or not, with dependencies listed twice, self-dependencies and steps that stand alone.
struct AnyGraph : naive::Pairs {};
/// A graph without a cycle, whose steps are defined in any order.
struct AcyclicGraph : naive::Pairs {};
/// An acyclic pipeline whose steps fail, hang and are retried.
struct RandomPipeline {
  PipelineDefinition definition;
  naive::Pairs pairs;
};

inline void showValue(const naive::Pairs& pairs, std::ostream& out) {
  out << pairs.steps << " steps:";
  for (const Dependency& d : pairs.dependencies) out << ' ' << d.upstream << "->" << d.dependent;
}

namespace generators {

using Ids = std::vector<std::pair<StepId, StepId>>;

template <class Kind>
Kind graph_from(std::size_t steps, const Ids& ids) {
  Kind kind;
  kind.steps = steps;
  for (const auto& [upstream, dependent] : ids) kind.dependencies.push_back({upstream, dependent});
  return kind;
}

inline rc::Gen<Ids> any_pairs(std::size_t steps) {
  if (steps == 0) return rc::gen::just(Ids{});
  const auto id = rc::gen::inRange<StepId>(0, static_cast<StepId>(steps));
  return rc::gen::container<Ids>(rc::gen::pair(id, id));
}

/// Few steps and many dependencies: nearly always cyclic, full of repetitions.
inline rc::Gen<AnyGraph> dense_graph() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 9), [](std::size_t steps) {
    return rc::gen::map(rc::gen::resize(24, any_pairs(steps)),
                        [steps](const Ids& ids) { return graph_from<AnyGraph>(steps, ids); });
  });
}

/// About as many dependencies as steps: tails, trees, and now and then a cycle.
inline rc::Gen<AnyGraph> sparse_graph() {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 120), [](std::size_t steps) {
    return rc::gen::map(rc::gen::resize(static_cast<int>(steps), any_pairs(steps)),
                        [steps](const Ids& ids) { return graph_from<AnyGraph>(steps, ids); });
  });
}

/// Every dependency leads forward in a random order of the steps, but for the last few.
template <class Kind>
rc::Gen<Kind> forward_graph(std::size_t most_steps, std::size_t backward) {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, most_steps), [backward](std::size_t steps) {
    return rc::gen::apply(
        [steps, backward](const std::vector<std::uint32_t>& ranks, Ids pairs) {
          std::vector<StepId> order(steps);
          for (StepId step = 0; step < steps; ++step) order[step] = step;
          std::stable_sort(order.begin(), order.end(), [&](StepId a, StepId b) { return ranks[a] < ranks[b]; });
          for (std::size_t i = 0; i < pairs.size(); ++i) {
            auto& [from, to] = pairs[i];
            const bool back = i < backward;
            if (from > to && !back) std::swap(from, to);
            if (from == to && !back) from = to = no_step;
            if (from != no_step) pairs[i] = {order[from], order[to]};
          }
          pairs.erase(std::remove(pairs.begin(), pairs.end(), std::pair(no_step, no_step)), pairs.end());
          return graph_from<Kind>(steps, pairs);
        },
        rc::gen::container<std::vector<std::uint32_t>>(steps, rc::gen::arbitrary<std::uint32_t>()), any_pairs(steps));
  });
}

inline rc::Gen<AnyGraph> any_graph() {
  return rc::gen::oneOf(dense_graph(), sparse_graph(), forward_graph<AnyGraph>(30, 0), forward_graph<AnyGraph>(30, 2));
}

inline rc::Gen<StepDefinition> step() {
  const auto fails = rc::gen::element(0U, 0U, 1U, 2U, 3U, Action::always);
  const auto duration = rc::gen::element(0.0, 1.0, 9.5, 10.0, 10.5, 100.0);
  return rc::gen::apply(
      [](std::uint32_t failing, double duration_ms, double timeout_ms, int retries) {
        StepDefinition step;
        step.action = {"done", "boom", duration_ms, failing};
        step.timeout_ms = timeout_ms;
        step.max_retries = retries;
        return step;
      },
      fails, duration, rc::gen::element(10.0, 100.0, 30000.0), rc::gen::inRange(0, 5));
}

inline rc::Gen<RandomPipeline> pipeline() {
  return rc::gen::mapcat(forward_graph<AcyclicGraph>(20, 0), [](const AcyclicGraph& graph) {
    return rc::gen::map(rc::gen::container<std::vector<StepDefinition>>(graph.steps, step()),
                        [graph](std::vector<StepDefinition> steps) {
                          RandomPipeline pipeline;
                          pipeline.pairs = graph;
                          for (StepId id = 0; id < steps.size(); ++id) steps[id].name = 's' + std::to_string(id);
                          for (const Dependency& d : graph.dependencies) {
                            steps[d.dependent].depends_on.push_back(steps[d.upstream].name);
                          }
                          pipeline.definition.steps = std::move(steps);
                          return pipeline;
                        });
  });
}

}  // namespace generators

inline void showValue(const RandomPipeline& pipeline, std::ostream& out) {
  showValue(pipeline.pairs, out);
  for (const StepDefinition& step : pipeline.definition.steps) {
    out << "\n  " << step.name << ": fails " << step.action.fails << ", lasts " << step.action.duration_ms
        << ", timeout " << step.timeout_ms << ", max_retries " << step.max_retries.value_or(1);
  }
}

}  // namespace orchestrator

namespace rc {

template <>
struct Arbitrary<orchestrator::AnyGraph> {
  static Gen<orchestrator::AnyGraph> arbitrary() { return orchestrator::generators::any_graph(); }
};
template <>
struct Arbitrary<orchestrator::AcyclicGraph> {
  static Gen<orchestrator::AcyclicGraph> arbitrary() {
    return orchestrator::generators::forward_graph<orchestrator::AcyclicGraph>(30, 0);
  }
};
template <>
struct Arbitrary<orchestrator::RandomPipeline> {
  static Gen<orchestrator::RandomPipeline> arbitrary() { return orchestrator::generators::pipeline(); }
};

}  // namespace rc
