#include "layout/ports.h"

#include <algorithm>
#include <tuple>

namespace orchestrator {
namespace {

// Ports on the same side of a box stand this far apart, where the box is long enough.
constexpr double most_between_ports = 14;
// The part of a side, about its middle, on which ports stand.
constexpr double used_share = 0.6;

StepId upstream_of(const Link& link) { return link.reversed ? link.high : link.low; }
StepId dependent_of(const Link& link) { return link.reversed ? link.low : link.high; }

}  // namespace

// Links that turn round beside the box come first or last; of those, the outermost lane has the innermost port: so
// their turns lie one within the other.
struct Ports::Sequence {
  int group;
  double along;
};

Ports::Ports(const Placed& placed)
    : placed_(placed), exit_(placed.lanes.layers.links.size()), entry_(placed.lanes.layers.links.size()) {
  const std::vector<Link>& links = placed.lanes.layers.links;
  std::vector<std::vector<std::uint32_t>> leaving(placed.boxes.size());
  std::vector<std::vector<std::uint32_t>> entering(placed.boxes.size());
  for (std::uint32_t link = 0; link < links.size(); ++link) {
    leaving[upstream_of(links[link])].push_back(link);
    entering[dependent_of(links[link])].push_back(link);
  }
  for (StepId step = 0; step < placed.boxes.size(); ++step) {
    spread(step, Side::exit, leaving[step], exit_);
    spread(step, Side::entry, entering[step], entry_);
  }
}

Ports::Sequence Ports::sequence_of(std::uint32_t link, StepId step, Side side) const {
  const Link& ends = placed_.lanes.layers.links[link];
  if (ends.reversed) {
    const Lane& lane = placed_.lanes.of[link];
    const double along = placed_.along[side == Side::exit ? lane.back() : lane.front()];
    return {along < placed_.along[step] ? -1 : 1, -along};
  }
  if (placed_.lanes.layers.is_around(ends)) return {0, placed_.outside};
  if (ends.count == 0) return {0, placed_.along[side == Side::exit ? ends.high : ends.low]};
  return {0, placed_.along[side == Side::exit ? ends.first : ends.first + ends.count - 1]};
}

void Ports::spread(StepId step, Side side, std::vector<std::uint32_t>& touching, std::vector<double>& port) const {
  std::vector<std::tuple<int, double, std::uint32_t>> sequence;
  for (const std::uint32_t link : touching) {
    const auto [group, along] = sequence_of(link, step, side);
    sequence.emplace_back(group, along, link);
  }
  std::sort(sequence.begin(), sequence.end());
  const StepBox& box = placed_.boxes[step];
  const auto gaps = static_cast<double>(sequence.size()) - 1;
  const double between = gaps > 0 ? std::min(most_between_ports, box.height * used_share / gaps) : 0;
  double place = box.y - gaps / 2 * between;
  for (const auto& [group, along, link] : sequence) {
    port[link] = place;
    place += between;
  }
}

}  // namespace orchestrator
