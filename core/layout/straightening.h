// Makes links straighter by moving what stands in one line, together with what is in its way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/placement.h"

namespace orchestrator {

/// Shortens the way along the layers that all segments go together, weighted so that a bend in the middle of a link is
/// dear (E. Gansner, E. Koutsofios, S. North and K.-P. Vo, "A technique for drawing directed graphs", 1993). Where
/// their network simplex looks for the optimum, this is a descent: a line (items joined by segments without a bend) is
/// moved as far as that pays, and pushes along what it presses against. Spacing holds all the time.
class Straightener {
 public:
  /// `places` are improved where they are. With `before`, steps that were there are held at the place that they had as
  /// by a segment of this weight: unless told otherwise, more strongly than any link pulls.
  Straightener(const Spacing& spacing, const Ordering& ordering, Places& places, std::span<const Before> before = {},
               double hold = 12);

  /// Each round tries all lines in both directions. Stops before that when nothing moves, or when `most_work` items
  /// have been looked at.
  void run(int rounds, std::size_t most_work);

  /// Lines with one neighbour on each side are as short wherever they stand between the two: puts them in line with
  /// one.
  void align();

 private:
  bool round(bool with_steps);
  void make_lines(bool with_steps);
  Item line_start(Item item, bool with_steps) const;
  bool is_held(Item item) const;
  void align(Item line);
  bool push(Item line, int direction);
  double pull(Item item, int direction, double& distance) const;
  double gain(Item line, int direction);
  bool gather_pushed(Item line, int direction);
  double useful_distance(int direction, double& gain);
  Item next(Item item, int direction) const;
  double room(Item item, Item other) const;
  bool is_pushed(Item item) const { return mark_[line_of_[item]] == pushes_; }
  const Item* begin(Item line) const { return items_.data() + first_[line]; }
  const Item* end(Item line) const { return items_.data() + first_[line + 1]; }

  const Layers& layers_;
  const Spacing& spacing_;
  const Ordering& ordering_;
  Places& places_;
  std::span<const Before> before_;
  double hold_;
  // A line is named by its first item; its items are items_[first_[line]] to items_[first_[line + 1]].
  std::vector<Item> line_of_;
  std::vector<std::uint32_t> first_;
  std::vector<Item> items_;
  std::vector<Item> lines_;
  // What the push at hand moves.
  std::vector<Item> pushed_;
  std::vector<std::uint32_t> mark_;
  std::uint32_t pushes_ = 0;
  std::size_t work_ = 0;
  std::size_t most_work_ = 0;
};

}  // namespace orchestrator
