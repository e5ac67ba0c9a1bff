#include "pipeline.h"

#include <algorithm>
#include <string_view>

#include "mistakes.h"
#include "name_table.h"
#include "text.h"

namespace orchestrator {
namespace {

std::string dependency_path(StepId step, std::size_t index) {
  return "/steps/" + std::to_string(step) + "/depends_on/" + std::to_string(index);
}

// Turns the names in a definition into ids.
class Linker {
 public:
  Linker(const PipelineDefinition& definition, Diagnostics& diagnostics)
      : steps_(definition.steps), diagnostics_(diagnostics) {}

  // False when a name stands for no step or for several.
  bool link() {
    const NameTable table(steps_);
    for (const auto [first, again] : table.repetitions()) {
      sound_ = false;
      diagnostics_.add(mistakes::duplicate_step(steps_[again].name, first, again));
    }
    std::vector<const std::string*> names;
    for (const StepDefinition& step : steps_) {
      for (const std::string& name : step.depends_on) names.push_back(&name);
    }
    const std::vector<StepId> upstream = table.find(names);
    dependencies_.reserve(upstream.size());
    // For each step the last one that listed it as a dependency: finds repetitions in one pass.
    std::vector<StepId> listed_by(steps_.size(), no_step);
    auto next = upstream.begin();
    for (StepId step = 0; step < steps_.size(); ++step) {
      for (std::size_t i = 0; i < steps_[step].depends_on.size(); ++i) link_dependency(step, i, *next++, listed_by);
    }
    return sound_;
  }

  const std::vector<Dependency>& dependencies() const { return dependencies_; }

 private:
  void link_dependency(StepId step, std::size_t index, StepId upstream, std::vector<StepId>& listed_by) {
    const std::string& name = steps_[step].depends_on[index];
    if (name.empty()) return;
    if (upstream == no_step) {
      sound_ = false;
      diagnostics_.add(mistakes::unknown_dependency(owner(step), index, name, similar_step(name)));
      return;
    }
    if (listed_by[upstream] == step) {
      diagnostics_.add(mistakes::duplicate_dependency(owner(step), index, name));
    }
    listed_by[upstream] = step;
    dependencies_.push_back({upstream, step});
  }

  mistakes::Owner owner(StepId step) const { return mistakes::step_owner(step, steps_[step].name); }

  // Comparing a name with all others is worth it for a typing mistake or two, not for a file full of them.
  std::string_view similar_step(std::string_view name) {
    constexpr std::size_t most_comparisons = 200000;
    compared_ += steps_.size();
    if (compared_ > most_comparisons) return {};
    std::vector<std::string_view> names;
    names.reserve(steps_.size());
    for (const StepDefinition& step : steps_) names.emplace_back(step.name);
    return nearest(name, names);
  }

  const std::vector<StepDefinition>& steps_;
  Diagnostics& diagnostics_;
  std::vector<Dependency> dependencies_;
  bool sound_ = true;
  std::size_t compared_ = 0;
};

void report_cycles(const PipelineDefinition& definition, const Graph& graph, Diagnostics& diagnostics) {
  if (kahn_order(graph).complete) return;
  for (const std::vector<StepId>& path : find_cycles(graph).paths) {
    std::vector<std::string_view> names;
    names.reserve(path.size());
    for (const StepId step : path) names.emplace_back(definition.steps[step].name);
    const StepId last = path[path.size() - 2];
    const auto& listed = definition.steps[path.front()].depends_on;
    const auto closing = std::find(listed.begin(), listed.end(), definition.steps[last].name);
    diagnostics.add(mistakes::cyclic_dependency(
        names, dependency_path(path.front(), static_cast<std::size_t>(closing - listed.begin()))));
  }
}

}  // namespace

Checked check(const Document& document, Validation validation) { return check(read_definition(document, validation)); }

Checked check(Reading reading) {
  Linker linker(reading.definition, reading.diagnostics);
  const bool graph_is_known = linker.link() && reading.graph_is_known;
  Graph graph(reading.definition.steps.size(), linker.dependencies());
  report_cycles(reading.definition, graph, reading.diagnostics);
  Checked checked;
  checked.runnable = !reading.diagnostics.has_errors();
  checked.diagnostics = reading.diagnostics.take();
  if (graph_is_known) checked.pipeline = Pipeline{std::move(reading.definition), std::move(graph)};
  return checked;
}

std::optional<Plan> Plan::of(const Graph& graph) {
  Order order = kahn_order(graph);
  if (!order.complete) return std::nullopt;
  return Plan(graph, std::move(order.steps));
}

}  // namespace orchestrator
