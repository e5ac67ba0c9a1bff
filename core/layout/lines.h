// Crossings as they will be seen: of straight lines between the middles of steps, however many layers they span.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/placement.h"

namespace orchestrator {

/// Moves steps within their layers to where their lines cross least: sifting (C. Matuszewski, R. Schönfeld and
/// P. Molitor, "Using sifting for k-layer straightline crossing minimization", 1999) on the drawing itself. A step
/// chooses among levels, evenly spread over the whole drawing. Between which levels its line crosses another one
/// depends on where both begin and end alone, so one look at every other line tells the costs of all levels.
///
/// With very many lines it looks at a sample of the others. Of short lines it looks at those beside them; how many long
/// ones they cross, a table of ranks tells: about as many as pass below the one end and above the other.
class LineSifter {
 public:
  static constexpr std::int32_t levels = 32;
  using Costs = std::array<std::int32_t, levels + 1>;
  /// What a crossing costs of two lines that are drawn about as they are, and one with a line that is led round all
  /// steps.
  static constexpr std::int32_t seen = 3;
  static constexpr std::int32_t unseen = 2;

  /// `places`, one an item, are where the items stand now. Kept steps do not move.
  LineSifter(const Layers& layers, const Kept& kept, Places places, bool takes_samples);

  /// Tries every step once, unless all calls together have looked at `most_pairs` pairs of lines. Returns how many
  /// steps moved. Time: O(pairs + the layers that all lines span).
  std::size_t sift(std::size_t most_pairs);

  /// What the crossings of the step's lines cost at each level, but for the last entry, which is of no level.
  const Costs& costs(StepId step);

  /// Where steps should stand, though perhaps too close to each other, and passages on straight lines between them.
  Places places() const;
  /// The place of a level along the layers.
  double place_of(double level) const { return least_ + level * between_levels_; }

 private:
  // A link as a function of the layer: its level is base + slope * layer.
  struct Line {
    StepId low;
    StepId high;
    std::int32_t begin;
    std::int32_t end;
    bool is_around;
    // What a crossing with it costs.
    std::int32_t cost;
    double base;
    double slope;
  };
  // The level at which the movable end of the line at hand must be, if it is to meet another line in some layer:
  // constant + of_base * its base + of_slope * its slope.
  struct Meeting {
    double constant;
    double of_base;
    double of_slope;
  };

  void fill_table();
  bool sift_step(StepId step);
  void count(const Line& own, StepId step);
  void count_pair(const Line& own, const Line& other, std::int32_t cost, std::int32_t times);
  void count_ranks(std::int32_t layer, std::int32_t far_layer, double far_level);
  void set_costs(StepId step, bool are_lines_hidden);
  void draw(StepId step);
  std::uint32_t from_layer(std::uint32_t layer) const { return static_cast<std::uint32_t>(layers_.step_count) + layer; }
  std::int32_t* ranks(std::int32_t layer) { return &table_[static_cast<std::size_t>(layer) * (levels + 1)]; }

  const Layers& layers_;
  const Kept& kept_;
  const bool takes_samples_;
  // One an item: its place, in levels.
  Places level_;
  double least_;
  double between_levels_;
  // One a link.
  std::vector<Line> lines_;
  // The lines of each step, and after all steps those that lead from each layer to the next.
  Graph rows_;
  // The lines that are longer.
  std::vector<std::uint32_t> long_;
  // For each layer and level what a line costs that crosses all long lines that pass below the level.
  std::vector<std::int32_t> table_;
  // One a layer.
  std::vector<Meeting> meeting_;
  Costs costs_{};
  // How much more a level costs than the one below it.
  Costs rise_{};
  std::size_t pairs_ = 0;
};

}  // namespace orchestrator
