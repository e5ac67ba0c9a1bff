// How far apart neighbours of a layer must stand.
#pragma once

#include <span>

#include "layout/layers.h"

namespace orchestrator {

/// Free room between two neighbours of a layer.
struct Gaps {
  double between_steps;
  double beside_passage;
  double between_passages;
};

/// Items of a layer with their extents along it, one an item.
class Spacing {
 public:
  Spacing(const Layers& layers, std::span<const double> extents, const Gaps& gaps)
      : layers_(layers), extents_(extents), gaps_(gaps) {}

  const Layers& layers() const { return layers_; }
  double extent(Item item) const { return extents_[item]; }
  /// From the middle of an item to the middle of the next one, at least.
  double between(Item a, Item b) const {
    const int steps = (layers_.is_step(a) ? 1 : 0) + (layers_.is_step(b) ? 1 : 0);
    const double gap = steps == 2 ? gaps_.between_steps : steps == 1 ? gaps_.beside_passage : gaps_.between_passages;
    return (extents_[a] + extents_[b]) / 2 + gap;
  }

 private:
  const Layers& layers_;
  std::span<const double> extents_;
  Gaps gaps_;
};

}  // namespace orchestrator
