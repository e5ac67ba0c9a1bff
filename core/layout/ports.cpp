#include "layout/ports.h"

#include <algorithm>
#include <cmath>

#include "layout/sorting.h"

namespace orchestrator {
namespace {

// Ports on the same side of a box stand this far apart, where the box is long enough.
constexpr double most_between = 14;
// The part of a side, about its middle, on which ports stand.
constexpr double used_share = 0.7;
// How far a port moves, at most, to make a link straight, and how much more that counts than to stay.
constexpr double most_shift = 15;
constexpr double straight_weight = 1e6;

}  // namespace

Ports::Ports(const Placed& placed)
    : placed_(placed), exit_(links().size()), entry_(links().size()), key_(links().size()) {
  std::vector<Group> groups = make_groups();
  for (Group& group : groups) {
    sort(group);
    spread(group);
  }
  // Where several links touch, they give way first: a link that is alone stays in the middle.
  for (const Group& group : groups) {
    if (group.links.size() > 1) straighten(group);
  }
  for (const Side side : {Side::entry, Side::exit}) {
    for (const Group& group : groups) {
      if (group.side == side) straighten(group);
    }
  }
}

std::vector<Ports::Group> Ports::make_groups() const {
  std::vector<Group> groups;
  groups.reserve(2 * placed_.boxes.size());
  for (StepId step = 0; step < placed_.boxes.size(); ++step) {
    groups.push_back({step, Side::entry, 0, {}});
    groups.push_back({step, Side::exit, 0, {}});
  }
  for (std::uint32_t i = 0; i < links().size(); ++i) {
    const Link& link = links()[i];
    groups[std::size_t{2} * (link.reversed ? link.low : link.high)].links.push_back(i);
    groups[std::size_t{2} * (link.reversed ? link.high : link.low) + 1].links.push_back(i);
  }
  return groups;
}

// By where links go on. Those that turn round beside the box come first or last; of these, the outermost lane has the
// innermost port: so their turns lie one within the other.
void Ports::sort(Group& group) {
  if (group.links.size() < 2) return;
  for (const std::uint32_t link : group.links) {
    const double along = next_along(link, group.side);
    key_[link] = links()[link].reversed ? -along : along;
  }
  sort_by_key(group.links, key_);
  for (const std::uint32_t link : group.links) {
    const double turn = next_along(link, group.side) < placed_.along[group.step] ? -1 : 1;
    key_[link] = links()[link].reversed ? turn : 0;
  }
  sort_by_key(group.links, key_);
  const auto gaps = static_cast<double>(group.links.size() - 1);
  group.between = std::min(most_between, placed_.boxes[group.step].height * used_share / gaps);
}

double Ports::next_along(std::uint32_t link, Side side) const {
  const Link& ends = links()[link];
  if (ends.reversed) {
    const Lane& lane = placed_.lanes.of[link];
    return placed_.along[side == Side::exit ? lane.back() : lane.front()];
  }
  if (placed_.lanes.layers.is_around(ends)) return placed_.outside;
  if (ends.count == 0) return placed_.along[side == Side::exit ? ends.high : ends.low];
  return placed_.along[side == Side::exit ? ends.first : ends.first + ends.count - 1];
}

void Ports::spread(const Group& group) {
  const double half = (static_cast<double>(group.links.size()) - 1) / 2;
  for (std::size_t i = 0; i < group.links.size(); ++i) {
    port(group.links[i], group.side) = placed_.boxes[group.step].y + (static_cast<double>(i) - half) * group.between;
  }
}

// Where the link would have to be touched to be straight.
double Ports::far_port(std::uint32_t link, Side side) const {
  const Link& ends = links()[link];
  if (ends.reversed || ends.count > 0 || placed_.lanes.layers.is_around(ends)) return next_along(link, side);
  return side == Side::exit ? entry_[link] : exit_[link];
}

// The nearest places to the wished-for ones that keep sequence and distance.
void Ports::straighten(const Group& group) {
  isotonic_.clear();
  double offset = 0;
  for (const std::uint32_t link : group.links) {
    const double now = port(link, group.side);
    const double straight = far_port(link, group.side);
    const bool is_near = !links()[link].reversed && std::abs(straight - now) <= most_shift;
    isotonic_.add((is_near ? straight : now) - offset, is_near ? straight_weight : 1);
    offset += group.between;
  }
  const StepBox& box = placed_.boxes[group.step];
  const double least = box.y - box.height * used_share / 2;
  const double most = std::max(least, box.y + box.height * used_share / 2 - (offset - group.between));
  const std::vector<double>& fitted = isotonic_.fit();
  offset = 0;
  for (std::size_t i = 0; i < group.links.size(); ++i) {
    port(group.links[i], group.side) = std::clamp(fitted[i], least, most) + offset;
    offset += group.between;
  }
}

}  // namespace orchestrator
