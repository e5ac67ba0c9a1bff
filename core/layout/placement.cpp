#include "layout/placement.h"

#include <algorithm>
#include <limits>

#include "layout/settling.h"
#include "layout/straightening.h"

namespace orchestrator {

Places place_items(const Spacing& spacing, const Ordering& ordering, int rounds, std::span<const Before> before,
                   bool is_firm) {
  Places places = Settler(spacing, ordering, before, is_firm).places(is_firm ? 2 : 6);
  // More than any segment weighs; or as much as one between two steps.
  Straightener straightener(spacing, ordering, places, before, is_firm ? 1 : 12);
  // Items looked at, of all rounds: enough for a thousand steps, and for what matters most among many more.
  constexpr std::size_t most_work = 1000000;
  straightener.run(rounds, most_work);
  straightener.align();
  double least = std::numeric_limits<double>::infinity();
  for (Item item = 0; item < places.size(); ++item) least = std::min(least, places[item] - spacing.extent(item) / 2);
  for (double& place : places) place -= least;
  return places;
}

}  // namespace orchestrator
