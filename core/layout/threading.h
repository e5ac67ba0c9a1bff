// Finds long links their way through the layers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/ordering.h"

namespace orchestrator {

/// Leads a link, all its passages at once, where it crosses least while everything else stands still. What sweeps
/// cannot do, because they move one passage at a time: a dynamic program over the layers between the link's ends, whose
/// states are the places in a layer. Among the ways with the fewest crossings the one nearest to a straight line is
/// taken.
class Threader {
 public:
  explicit Threader(const Layers& layers) : layers_(layers) {}

  /// Time: for each pair of layers on the way, the product of their sizes; that is also what `work` counts.
  void thread(Ordering& ordering, const Link& link);

  std::size_t work() const { return work_; }

 private:
  // The cheapest way to each place of a layer, and through which place of the layer before it leads.
  struct Stage {
    std::vector<double> cost;
    std::vector<std::uint32_t> from;
  };

  void take_out(Ordering& ordering, const Link& link);
  void put_in(Ordering& ordering, const Link& link);
  void start(const Ordering& ordering, const Link& link);
  void advance(const Ordering& ordering, std::size_t layer, const Stage& lower, Stage& upper);
  std::uint32_t finish(const Ordering& ordering, const Link& link, const Stage& last) const;
  void prefer_straight(const Ordering& ordering, const Link& link, std::uint32_t passage);
  void begin_gap(const Ordering& ordering, std::size_t layer, Item without);
  void pass_item(const Ordering& ordering, Item item);

  const Layers& layers_;
  std::vector<Stage> stages_;
  // For each place of the upper layer how many segments a new one would cross that comes from the place at hand below.
  std::vector<std::int64_t> crossings_;
  std::vector<std::int64_t> change_;
  std::size_t work_ = 0;
};

}  // namespace orchestrator
