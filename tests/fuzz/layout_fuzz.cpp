// From arbitrary bytes to a pipeline that is edited again and again: every drawing of it must keep the rules, and no
// edit may make neighbours change places.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../core/byte_document.h"
#include "../core/layout/drawing_rules.h"
#include "../core/naive.h"
#include "require.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_steps = 32;

/// A pipeline, what is remembered of its last drawing, and the sizes of its boxes.
struct Edited {
  naive::Pairs pairs;
  std::vector<Before> before;
  std::vector<Size> sizes;

  void add_step(Size size) {
    if (pairs.steps == most_steps) return;
    ++pairs.steps;
    before.push_back({});
    sizes.push_back(size);
  }

  /// The last step takes over the id, as in a list from which something is removed by swapping.
  void remove_step(StepId step) {
    const auto last = static_cast<StepId>(--pairs.steps);
    std::erase_if(pairs.dependencies, [=](Dependency d) { return d.upstream == step || d.dependent == step; });
    for (Dependency& d : pairs.dependencies) {
      if (d.upstream == last) d.upstream = step;
      if (d.dependent == last) d.dependent = step;
    }
    before[step] = before[last];
    sizes[step] = sizes[last];
    before.pop_back();
    sizes.pop_back();
  }
};

void edit(Edited& pipeline, Bytes& bytes) {
  const std::size_t kind = bytes.below(8);
  const std::size_t steps = pipeline.pairs.steps;
  auto& dependencies = pipeline.pairs.dependencies;
  if (kind == 0 || steps == 0) {
    const auto width = static_cast<double>(bytes.below(200));
    pipeline.add_step({width, static_cast<double>(bytes.below(200))});
  } else if (kind == 1) {
    pipeline.remove_step(static_cast<StepId>(bytes.below(steps)));
  } else if (kind == 2) {
    if (!dependencies.empty()) {
      dependencies.erase(dependencies.begin() + static_cast<std::ptrdiff_t>(bytes.below(dependencies.size())));
    }
  } else {
    const auto upstream = static_cast<StepId>(bytes.below(steps));
    dependencies.push_back({upstream, static_cast<StepId>(bytes.below(steps))});
  }
}

void examine_flips(const Edited& pipeline, const Layout& layout) {
  for (StepId a = 0; a < layout.steps.size(); ++a) {
    for (StepId b = 0; b < a; ++b) {
      const Before& old_a = pipeline.before[a];
      const Before& old_b = pipeline.before[b];
      if (!old_a.known || !old_b.known || old_a.layer != old_b.layer) continue;
      if (layout.steps[a].tier != layout.steps[b].tier) continue;
      require((old_a.along < old_b.along) == (layout.steps[a].y < layout.steps[b].y), "neighbours keep their places");
    }
  }
}

void draw(Edited& pipeline) {
  const Graph graph = pipeline.pairs.graph();
  const Layout layout = lay_out(graph, pipeline.sizes, Direction::right, pipeline.before);
  require_none(drawing::broken_rule_of(graph, pipeline.sizes, Direction::right, layout));
  require(drawing::same(layout, lay_out(graph, pipeline.sizes, Direction::right, pipeline.before)),
          "the same input gives the same drawing");
  const Layout down = lay_out(graph, pipeline.sizes, Direction::down);
  require_none(drawing::broken_rule_of(graph, pipeline.sizes, Direction::down, down));
  examine_flips(pipeline, layout);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    pipeline.before[step] = {true, layout.steps[step].y, layout.steps[step].tier};
  }
}

}  // namespace
}  // namespace orchestrator

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orchestrator;
  Bytes bytes({data, size});
  Edited pipeline;
  constexpr int most_drawings = 12;
  for (int drawing = 0; drawing < most_drawings && !bytes.empty(); ++drawing) {
    for (std::size_t edits = 1 + bytes.below(8); edits > 0; --edits) edit(pipeline, bytes);
    draw(pipeline);
  }
  return 0;
}
