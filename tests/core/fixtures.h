// Graphs that the tests speak of by name. An arrow leads from a step to one that waits for it; a is step 0, b is 1, …
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "definition.h"
#include "graph.h"

namespace orchestrator::fixtures {

inline constexpr auto letter = [](StepId step) {
  return std::string_view("abcdefghijklmnopqrstuvwxyz").substr(step, 1);
};

/// "a b d": the steps by their letters.
template <class Steps>
std::string letters(const Steps& steps) {
  std::string text;
  for (const StepId step : steps) {
    if (!text.empty()) text += ' ';
    text += letter(step);
  }
  return text;
}

/// A graph from dependencies as the figures show them: {"ab", "bc"} is a -> b -> c.
inline Graph graph_of(std::size_t step_count, std::initializer_list<std::string_view> arrows) {
  std::vector<Dependency> dependencies;
  for (const std::string_view arrow : arrows) {
    dependencies.push_back({static_cast<StepId>(arrow[0] - 'a'), static_cast<StepId>(arrow[1] - 'a')});
  }
  return {step_count, dependencies};
}

inline Graph empty() { return {}; }

//  a
inline Graph single() { return graph_of(1, {}); }

//  a   b   c
inline Graph three_alone() { return graph_of(3, {}); }

//  a -> b -> c
inline Graph chain() { return graph_of(3, {"ab", "bc"}); }

//      b
//    /   \.
//  a       d
//    \   /
//      c
inline Graph diamond() { return graph_of(4, {"ab", "ac", "bd", "cd"}); }

//  a => b    b lists its dependency twice
inline Graph doubled() { return graph_of(2, {"ab", "ab"}); }

//  a <-+
//  |   |
//  +---+
inline Graph self_dependency() { return graph_of(1, {"aa"}); }

//  a <-> b
inline Graph two_step_cycle() { return graph_of(2, {"ab", "ba"}); }

//  a -> b -> c -> a    d <-> e
inline Graph two_cycles() { return graph_of(5, {"ab", "bc", "ca", "de", "ed"}); }

//  a -> b <-> c -> d -> e    a is free, d and e only wait
inline Graph tail_behind_cycle() { return graph_of(5, {"ab", "cb", "bc", "cd", "de"}); }

//  a <-> b -> c -> d <-> e   c waits for one cycle and holds up another, but is on none
inline Graph step_between_cycles() { return graph_of(5, {"ba", "ab", "bc", "cd", "ed", "de"}); }

//      +-> 1
//  0 --+-> 2
//      +-> …
inline Graph star(StepId leaves) {
  std::vector<Dependency> dependencies;
  dependencies.reserve(leaves);
  for (StepId leaf = 1; leaf <= leaves; ++leaf) dependencies.push_back({0, leaf});
  return {std::size_t{leaves} + 1, dependencies};
}

//  0 -> 1 -> 2 -> …
inline Graph long_chain(StepId steps) {
  std::vector<Dependency> dependencies;
  dependencies.reserve(steps);
  for (StepId step = 1; step < steps; ++step) dependencies.push_back({step - 1, step});
  return {steps, dependencies};
}

//  0 -> 1 -> 2 -> … -> 0
inline Graph long_cycle(StepId steps) {
  std::vector<Dependency> dependencies{{steps - 1, 0}};
  for (StepId step = 1; step < steps; ++step) dependencies.push_back({step - 1, step});
  return {steps, dependencies};
}

/// Steps named by letters, which succeed at once; for tests that change one of them.
inline PipelineDefinition definition_of(std::initializer_list<std::vector<std::string>> depends_on) {
  PipelineDefinition definition;
  for (const std::vector<std::string>& names : depends_on) {
    StepDefinition step;
    step.name = letter(static_cast<StepId>(definition.steps.size()));
    step.depends_on = names;
    definition.steps.push_back(step);
  }
  return definition;
}

}  // namespace orchestrator::fixtures
