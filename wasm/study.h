// What the bindings of study.wasm share: a graph that JavaScript asks about.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dfs.h"
#include "graph.h"
#include "mends.h"
#include "names.h"
#include "plain_lists.h"
#include "tie_break_trace.h"
#include "trace.h"

namespace orchestrator::study {

/// A graph and its trace of Kahn's algorithm; the rest is made when it is first asked for.
class Study {
 public:
  Study(Graph its_graph, marshal::Names its_names)
      : graph(std::move(its_graph)), names(std::move(its_names)), trace(graph) {}
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;

  const Graph graph;
  const marshal::Names names;
  const KahnTrace trace;

  const DepthTrace& depth() {
    if (!depth_) depth_.emplace(graph);
    return *depth_;
  }
  const TieBreakTrace& by(TieBreak tie_break) {
    if (!by_ || by_->tie_break() != tie_break) {
      by_.emplace(graph, tie_break, [this](StepId step) { return names.of(step); });
    }
    return *by_;
  }
  const std::vector<Knot>& knots() {
    if (!knots_) knots_.emplace(find_mends(graph));
    return *knots_;
  }
  LeftOver& left_over() {
    if (!left_over_) left_over_.emplace(graph);
    return *left_over_;
  }

 private:
  std::optional<DepthTrace> depth_;
  // The last one asked for.
  std::optional<TieBreakTrace> by_;
  std::optional<std::vector<Knot>> knots_;
  std::optional<LeftOver> left_over_;
};

}  // namespace orchestrator::study
