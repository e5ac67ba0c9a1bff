// Crossings as they will be seen: of straight lines between the middles of steps, however many layers they span.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/placement.h"

namespace orchestrator {

/// Moves steps within their layers to where the straight lines to their neighbours cross fewest other lines (sifting on
/// the drawing itself). A line's crossings depend on its step's place only by where they begin and end, so one look at
/// the other lines tells them for every place between two items of the layer. `places` are where the items stand now;
/// `ordering` is changed.
class LineSifter {
 public:
  LineSifter(const Layers& layers, const Kept& kept, Ordering& ordering, Places places);

  /// Tries every step once, unless `most_work` pairs of lines have been looked at. Returns how many crossings were
  /// saved.
  std::size_t sift(std::size_t most_work);

  /// Where the items now stand; steps that moved may be too close to others.
  const Places& places() const { return places_; }

 private:
  // A link as a function of the layer: base + slope * layer.
  struct Line {
    StepId low;
    StepId high;
    double begin;
    double end;
    double base;
    double slope;
    double at(double layer) const { return base + slope * layer; }
  };
  // The places of a step at which its line crosses another one.
  struct Interval {
    double begin;
    double end;
  };

  std::size_t sift_step(StepId step);
  void gather_choices(StepId step);
  void count_crossings(StepId step);
  Interval crossing_places(const Line& own, StepId step, const Line& other) const;
  void move(StepId step, std::size_t choice);
  void draw(Line& line) const;
  bool is_kept(Item item) const { return !kept_.empty() && kept_[item]; }

  const Layers& layers_;
  const Kept& kept_;
  Ordering& ordering_;
  Places places_;
  // By lower layer; lines that begin below a layer are the first lines_below_[layer].
  std::vector<Line> lines_;
  std::vector<std::size_t> lines_below_;
  std::vector<std::vector<std::uint32_t>> lines_of_;
  // Where the step at hand could stand in its layer, ascending: the first choice is before items_[first_choice_].
  std::vector<Item> items_;
  std::vector<double> choices_;
  std::vector<std::int64_t> crossings_;
  std::size_t first_choice_ = 0;
  std::size_t own_choice_ = 0;
  std::size_t work_ = 0;
};

}  // namespace orchestrator
