// Where a pipeline's steps and dependencies are drawn: in layers, one a tier, with smooth paths between them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "../graph.h"
#include "layers.h"

namespace orchestrator {

struct Size {
  double width = 0;
  double height = 0;
};

struct Point {
  double x = 0;
  double y = 0;
};

enum class Direction : std::uint8_t { right, down };

/// A step's box; x and y are its centre.
struct StepBox {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  std::uint32_t tier = 0;
};

/// A dependency's path, from the edge of the upstream step's box to the edge of its dependent's. The points are those
/// of a chain of cubic Bézier curves: a start, then for each curve two control points and its end.
struct DependencyPath {
  StepId from = no_step;
  StepId to = no_step;
  /// True for one that closes a cycle: it runs back against the tiers.
  bool reversed = false;
  std::vector<Point> points;
};

struct Layout {
  std::vector<StepBox> steps;
  /// As a definition lists them: by dependent, then by its depends_on. One listed twice has the same path twice.
  std::vector<DependencyPath> dependencies;
  /// Everything lies between (0, 0) and (width, height).
  double width = 0;
  double height = 0;
};

/// A layered drawing of any graph. `sizes` has one entry a step. `before` has one entry a step, or none: with it, what
/// was there keeps its sequence along the layers and what is new finds its place between. The same input gives the same
/// drawing everywhere. Time: near linear; memory: linear in steps, dependencies and bends.
Layout lay_out(const Graph& graph, std::span<const Size> sizes, Direction direction,
               std::span<const Before> before = {});

}  // namespace orchestrator
