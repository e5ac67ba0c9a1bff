// The last phase of a layout: paths. Within a layer a path runs straight along its own place, where no box stands;
// between two layers it changes places in a smooth curve, where there are no boxes at all. So no path runs under a
// step.
#pragma once

#include <span>
#include <vector>

#include "layout/lanes.h"
#include "layout/layout.h"

namespace orchestrator {

/// A layer's extent across: boxes lie between `near` and `far`.
struct Band {
  double near;
  double far;
};

/// What paths are drawn through; all as if the direction were `right`.
struct Placed {
  const Lanes& lanes;
  /// Middle of each item along its layer.
  std::span<const double> along;
  std::span<const StepBox> boxes;
  std::span<const Band> bands;
  /// Where links are led round all steps.
  double outside;
};

/// One path a link, from the upstream step to its dependent.
std::vector<std::vector<Point>> route(const Placed& placed);

}  // namespace orchestrator
