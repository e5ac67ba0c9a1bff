// Layer by layer, up and down: every item to the middle of its neighbours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/isotonic.h"
#include "layout/ordering.h"
#include "layout/switching.h"

namespace orchestrator {

/// Barycentre sweeps (Sugiyama et al. 1981), each followed by switching neighbours.
class Sweeper {
 public:
  Sweeper(const Layers& layers, const Kept& kept)
      : layers_(layers), kept_(kept), switcher_(layers, kept), key_(layers.item_count()) {}

  /// Sweeps until that does not help any more, or until `most_work` is reached, but at least up and down. Leaves the
  /// best ordering found and returns its crossings.
  std::uint64_t improve(Ordering& ordering, std::size_t most_work);

  /// Segments and items looked at so far: a measure of time that is the same everywhere.
  std::size_t work() const { return work_; }

 private:
  void sweep(Ordering& ordering, bool upward, bool turn_ties);
  void sort_layer(Ordering& ordering, std::size_t layer, bool upward, bool turn_ties);
  void keep_order(const std::vector<Item>& items);

  const Layers& layers_;
  const Kept& kept_;
  Switcher switcher_;
  std::vector<double> key_;
  Isotonic isotonic_;
  std::size_t work_ = 0;
};

}  // namespace orchestrator
