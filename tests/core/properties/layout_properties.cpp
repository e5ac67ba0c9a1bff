#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "../layout/drawing_rules.h"
#include "generators.h"

namespace orchestrator {
namespace {

using drawing::boxes_of;
using drawing::broken_rule_of;

/// A pipeline that is edited: steps have names that stay, as in a page.
class Edited {
 public:
  struct Step {
    int name;
    std::vector<int> depends_on;
  };

  std::vector<Step> steps;

  Graph graph() const {
    std::vector<Dependency> dependencies;
    for (StepId step = 0; step < steps.size(); ++step) {
      for (const int name : steps[step].depends_on) dependencies.push_back({id_of(name), step});
    }
    return {steps.size(), dependencies};
  }

  void add_step() {
    Step step{next_name_++, {}};
    if (!steps.empty() && *rc::gen::inRange(0, 4) > 0) step.depends_on.push_back(any_name());
    const auto place = *rc::gen::inRange<std::size_t>(0, steps.size() + 1);
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(place), step);
  }

  void remove_step() {
    if (steps.empty()) return;
    const int name = any_name();
    steps.erase(steps.begin() + id_of(name));
    for (Step& step : steps) std::erase(step.depends_on, name);
  }

  /// Any two steps, so it may close a cycle, or be a self-dependency.
  void add_dependency() {
    if (steps.empty()) return;
    steps[id_of(any_name())].depends_on.push_back(any_name());
  }

  void remove_dependency() {
    if (steps.empty()) return;
    auto& depends_on = steps[id_of(any_name())].depends_on;
    if (!depends_on.empty()) depends_on.pop_back();
  }

  void edit() {
    switch (*rc::gen::weightedElement<int>({{4, 0}, {1, 1}, {5, 2}, {3, 3}})) {
      case 0: return add_step();
      case 1: return remove_step();
      case 2: return add_dependency();
      default: return remove_dependency();
    }
  }

 private:
  StepId id_of(int name) const {
    for (StepId step = 0; step < steps.size(); ++step) {
      if (steps[step].name == name) return step;
    }
    return no_step;
  }
  int any_name() const { return steps[*rc::gen::inRange<std::size_t>(0, steps.size())].name; }

  int next_name_ = 0;
};

using Remembered = std::map<int, StepBox>;

Remembered remembered(const Edited& pipeline, const Layout& layout) {
  Remembered boxes;
  for (StepId step = 0; step < layout.steps.size(); ++step) boxes[pipeline.steps[step].name] = layout.steps[step];
  return boxes;
}

std::vector<Before> memory_for(const Edited& pipeline, const Remembered& boxes) {
  std::vector<Before> before;
  for (const Edited::Step& step : pipeline.steps) {
    const auto found = boxes.find(step.name);
    before.push_back(found == boxes.end() ? Before{} : Before{true, found->second.y, found->second.tier});
  }
  return before;
}

/// Whether two steps of the same tier before and after have changed places.
bool any_flip(const Remembered& before, const Remembered& after) {
  for (const auto& [one, old_one] : before) {
    for (const auto& [other, old_other] : before) {
      const auto new_one = after.find(one);
      const auto new_other = after.find(other);
      if (new_one == after.end() || new_other == after.end()) continue;
      if (old_one.tier != old_other.tier || new_one->second.tier != new_other->second.tier) continue;
      if ((old_one.y < old_other.y) != (new_one->second.y < new_other->second.y)) return true;
    }
  }
  return false;
}

/// How far the steps that are in both have moved along their tiers, all together, in pixels; the picture as a whole may
/// move.
double distance(const Remembered& before, const Remembered& after) {
  std::vector<double> moves;
  for (const auto& [name, old_box] : before) {
    const auto found = after.find(name);
    if (found != after.end()) moves.push_back(found->second.y - old_box.y);
  }
  std::sort(moves.begin(), moves.end());
  double sum = 0;
  for (const double move : moves) sum += std::abs(move - moves[moves.size() / 2]);
  return sum;
}

RC_GTEST_PROP(LayoutProperty, EveryGraphIsDrawnByTheRules, (const AnyGraph& pairs)) {
  const Graph graph = pairs.graph();
  std::vector<Size> sizes;
  for (StepId step = 0; step < graph.step_count(); ++step) {
    sizes.push_back({static_cast<double>(*rc::gen::inRange(0, 300)), static_cast<double>(*rc::gen::inRange(0, 300))});
  }
  const auto direction = *rc::gen::element(Direction::right, Direction::down);
  const Layout layout = lay_out(graph, sizes, direction);
  RC_ASSERT(broken_rule_of(graph, sizes, direction, layout) == "");
  RC_ASSERT(drawing::same(lay_out(graph, sizes, direction), layout));
}

RC_GTEST_PROP(LayoutProperty, NoEditMakesNeighboursChangePlaces, ()) {
  Edited pipeline;
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) pipeline.add_step();
  Remembered boxes = remembered(pipeline, lay_out(pipeline.graph(), boxes_of(pipeline.steps.size()), Direction::right));
  for (int i = *rc::gen::inRange(1, 20); i > 0; --i) {
    pipeline.edit();
    const Graph graph = pipeline.graph();
    const auto sizes = boxes_of(pipeline.steps.size());
    const std::vector<Before> before = memory_for(pipeline, boxes);
    const Layout layout = lay_out(graph, sizes, Direction::right, before);
    RC_ASSERT(broken_rule_of(graph, sizes, Direction::right, layout) == "");
    RC_ASSERT(drawing::same(lay_out(graph, sizes, Direction::right, before), layout));
    const Remembered after = remembered(pipeline, layout);
    RC_ASSERT(!any_flip(boxes, after));
    boxes = after;
  }
}

// Over many edits: of a single one laying out afresh may by chance move less.
RC_GTEST_PROP(LayoutProperty, EditsMoveStepsLessThanLayingOutAfreshDoes, ()) {
  Edited pipeline;
  for (int i = *rc::gen::inRange(12, 30); i > 0; --i) pipeline.add_step();
  Remembered kept = remembered(pipeline, lay_out(pipeline.graph(), boxes_of(pipeline.steps.size()), Direction::right));
  Remembered afresh = kept;
  double moved = 0;
  double moved_afresh = 0;
  for (int edits = 0; edits < 30; ++edits) {
    pipeline.edit();
    const Graph graph = pipeline.graph();
    const auto sizes = boxes_of(pipeline.steps.size());
    const auto after = remembered(pipeline, lay_out(graph, sizes, Direction::right, memory_for(pipeline, kept)));
    const auto after_afresh = remembered(pipeline, lay_out(graph, sizes, Direction::right));
    moved += distance(kept, after);
    moved_afresh += distance(afresh, after_afresh);
    kept = after;
    afresh = after_afresh;
  }
  RC_ASSERT(moved <= moved_afresh);
}

RC_GTEST_PROP(LayoutProperty, ClosingACycleMovesNoStepToAnotherTier, (const AcyclicGraph& pairs)) {
  RC_PRE(pairs.steps > 1);
  const Layout open = lay_out(pairs.graph(), boxes_of(pairs.steps), Direction::right);
  naive::Pairs closed = pairs;
  const naive::Distances distances(pairs);
  const auto from = *rc::gen::inRange<StepId>(0, static_cast<StepId>(pairs.steps));
  const auto to = *rc::gen::inRange<StepId>(0, static_cast<StepId>(pairs.steps));
  RC_PRE(from == to || distances.between(to, from) > 0U);
  closed.dependencies.push_back({from, to});
  std::vector<Before> before;
  for (const StepBox& box : open.steps) before.push_back({true, box.y, box.tier});
  const Layout layout = lay_out(closed.graph(), boxes_of(pairs.steps), Direction::right, before);
  for (StepId step = 0; step < pairs.steps; ++step) RC_ASSERT(layout.steps[step].tier == open.steps[step].tier);
  const auto leads_back = [](const DependencyPath& path) { return path.reversed; };
  RC_ASSERT(std::count_if(layout.dependencies.begin(), layout.dependencies.end(), leads_back) ==
            std::count(closed.dependencies.begin(), closed.dependencies.end(), Dependency{from, to}));
}

}  // namespace
}  // namespace orchestrator
