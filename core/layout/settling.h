// Places for all items of a layer at once, given those of its neighbours.
#pragma once

#include <span>
#include <vector>

#include "flags.h"
#include "layout/isotonic.h"
#include "layout/placement.h"

namespace orchestrator {

/// Down and up through the layers, every item to the median of its neighbours. What cannot have its place because
/// others want it too shares the error with them: a layer's places are the nearest ones (least squares) that keep
/// sequence and spacing. Passages that go on from a passage come first, and the others between them, so that links
/// become straight (the priorities of Sugiyama et al. 1981, with isotonic regression in place of pushing).
class Settler {
 public:
  /// With `before`, steps that were there wish for the place that they had; with `is_firm` steps come first and
  /// passages between them.
  Settler(const Spacing& spacing, const Ordering& ordering, std::span<const Before> before = {}, bool is_firm = false);

  /// `passes` through all layers; the first two tell about where items will stand.
  Places places(int passes = 6);

 private:
  enum class Look : unsigned char { down, up, both };

  void settle(std::size_t layer, Look look);
  void wish(Item item, Look look);
  bool goes_on(Item item, Look look) const;
  void fit(const std::vector<Item>& items, double least, double most);

  const Layers& layers_;
  const Ordering& ordering_;
  std::span<const Before> before_;
  bool is_firm_;
  Places places_;
  // An item's place in its layer if all stood as close as they can: places less offsets never descend.
  Places offset_;
  std::vector<double> wish_;
  std::vector<double> weight_;
  std::vector<Item> near_;
  Flags first_;
  std::vector<Item> run_;
  Isotonic isotonic_;
};

}  // namespace orchestrator
