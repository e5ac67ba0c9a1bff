// A definition and the graph it describes.
#pragma once

#include <optional>
#include <vector>

#include "cycle.h"
#include "definition.h"
#include "definition_reader.h"
#include "diagnostic.h"
#include "graph.h"
#include "kahn.h"

namespace orchestrator {

/// A well-formed pipeline: every name is unique and every dependency known. It may be cyclic.
struct Pipeline {
  PipelineDefinition definition;
  Graph graph;

  const std::string& name_of(StepId step) const { return definition.steps[step].name; }
};

/// What is said of a definition.
struct Checked {
  /// All mistakes, errors before warnings.
  std::vector<Diagnostic> diagnostics;
  /// Present when steps and dependencies are sound, whatever else is wrong: then it can be traced.
  std::optional<Pipeline> pipeline;

  /// True when there are no errors at all; then there is a pipeline, and it is acyclic.
  bool runnable = false;
};

/// Reads, links names to steps and looks for cycles. Time linear in the document, but for hashing the names.
Checked check(const Document& document, Validation validation = Validation::mended);

/// The same for a definition made in code.
Checked check(Reading reading);

/// An acyclic pipeline in the order of its run; the type that `Run` asks for.
class Plan {
 public:
  /// Nothing when the graph is cyclic. The graph must outlive the plan.
  static std::optional<Plan> of(const Graph& graph);

  const Graph& graph() const { return *graph_; }
  const std::vector<StepId>& order() const { return order_; }

 private:
  Plan(const Graph& graph, std::vector<StepId> order) : graph_(&graph), order_(std::move(order)) {}

  const Graph* graph_;
  std::vector<StepId> order_;
};

}  // namespace orchestrator
