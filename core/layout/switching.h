// Local improvement of one layer's sequence: what moves where, and how many crossings that saves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/ordering.h"

namespace orchestrator {

/// Improves an ordering layer by layer while the others stand still.
class Switcher {
 public:
  Switcher(const Layers& layers, const Kept& kept) : layers_(layers), kept_(kept) {}

  /// Switches neighbours wherever that saves crossings, at most `rounds` times through the layer.
  void switch_neighbours(Ordering& ordering, std::size_t layer, int rounds);

 private:
  struct Slice {
    std::uint32_t begin;
    std::uint32_t end;
  };
  void gather(const Ordering& ordering, std::size_t layer);
  void gather_side(const Ordering& ordering, std::size_t layer, bool high, std::vector<Slice>& slices);
  std::int64_t crossings_saved(std::uint32_t left, std::uint32_t right);
  std::int64_t balance(Slice many, Slice few);
  bool fixed_pair(Item a, Item b) const { return !kept_.empty() && kept_[a] && kept_[b]; }
  void write_back(Ordering& ordering, std::size_t layer);

  const Layers& layers_;
  const Kept& kept_;
  // The layer at hand: its items, and for each place where its item's neighbours stand, in both neighbouring layers.
  std::vector<Item> items_;
  std::vector<std::uint32_t> places_;
  std::vector<Slice> low_;
  std::vector<Slice> high_;
};

}  // namespace orchestrator
