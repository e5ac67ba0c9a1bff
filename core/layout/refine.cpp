#include "layout/refine.h"

#include <algorithm>
#include <cstddef>

namespace orchestrator {

void Refiner::gather(const Ordering& ordering, std::size_t layer) {
  items_ = ordering.layers[layer];
  places_.clear();
  low_.clear();
  high_.clear();
  for (const Item item : items_) {
    gather_side(ordering, item, false, low_);
    gather_side(ordering, item, true, high_);
  }
}

void Refiner::gather_side(const Ordering& ordering, Item item, bool high, std::vector<Slice>& slices) {
  const auto begin = static_cast<std::uint32_t>(places_.size());
  const auto neighbours = high ? layers_.segments.dependents(item) : layers_.segments.dependencies(item);
  for (const Item neighbour : neighbours) places_.push_back(ordering.position[neighbour]);
  std::sort(places_.begin() + static_cast<std::ptrdiff_t>(begin), places_.end());
  slices.push_back({begin, static_cast<std::uint32_t>(places_.size())});
}

// How many more pairs of `many` and `few` have the place of `many` first than last. Looks each place of the shorter
// list up in the longer one, so that a hub among small steps costs little.
std::int64_t Refiner::balance(Slice many, Slice few) {
  std::int64_t balance = 0;
  const auto begin = places_.begin() + static_cast<std::ptrdiff_t>(many.begin);
  const auto end = places_.begin() + static_cast<std::ptrdiff_t>(many.end);
  for (std::uint32_t i = few.begin; i < few.end; ++i) {
    const auto first = std::lower_bound(begin, end, places_[i]);
    auto last = first;
    while (last != end && *last == places_[i]) ++last;
    balance += (first - begin) - (end - last);
  }
  work_ += few.end - few.begin;
  return balance;
}

// Crossings of two neighbours' segments as they stand, less those if they were switched.
std::int64_t Refiner::crossings_saved(std::uint32_t left, std::uint32_t right) {
  const auto on_side = [this](Slice a, Slice b) {
    return a.end - a.begin >= b.end - b.begin ? -balance(a, b) : balance(b, a);
  };
  return on_side(low_[left], low_[right]) + on_side(high_[left], high_[right]);
}

std::uint64_t Refiner::switch_neighbours(Ordering& ordering, std::size_t layer, int rounds) {
  gather(ordering, layer);
  std::uint64_t saved = 0;
  for (bool changed = true; changed && rounds > 0; --rounds) {
    changed = false;
    for (std::uint32_t i = 0; i + 1 < items_.size(); ++i) {
      if (fixed_pair(items_[i], items_[i + 1])) continue;
      const std::int64_t gain = crossings_saved(i, i + 1);
      if (gain <= 0) continue;
      std::swap(items_[i], items_[i + 1]);
      std::swap(low_[i], low_[i + 1]);
      std::swap(high_[i], high_[i + 1]);
      saved += static_cast<std::uint64_t>(gain);
      changed = true;
    }
  }
  write_back(ordering, layer);
  return saved;
}

std::uint64_t Refiner::sift(Ordering& ordering, std::size_t layer, std::uint32_t reach) {
  gather(ordering, layer);
  std::uint64_t saved = 0;
  // By item, not by place: places change under way.
  for (const Item item : ordering.layers[layer]) {
    std::uint32_t place = ordering.position[item];
    while (items_[place] != item) place = place > 0 ? place - 1 : 0;
    saved += sift_one(place, reach);
  }
  write_back(ordering, layer);
  return saved;
}

std::uint64_t Refiner::sift_one(std::uint32_t place, std::uint32_t reach) {
  std::int64_t best = 0;
  std::uint32_t target = place;
  std::int64_t gain = 0;
  for (std::uint32_t i = place + 1; i < items_.size() && i - place <= reach; ++i) {
    if (fixed_pair(items_[place], items_[i])) break;
    gain += crossings_saved(place, i);
    if (gain > best) {
      best = gain;
      target = i;
    }
  }
  gain = 0;
  for (std::uint32_t i = place; i-- > 0 && place - i <= reach;) {
    if (fixed_pair(items_[place], items_[i])) break;
    gain += crossings_saved(i, place);
    if (gain > best) {
      best = gain;
      target = i;
    }
  }
  const auto move = [from = static_cast<std::ptrdiff_t>(place), to = static_cast<std::ptrdiff_t>(target)](auto& list) {
    const auto begin = list.begin();
    if (to > from) {
      std::rotate(begin + from, begin + from + 1, begin + to + 1);
    } else {
      std::rotate(begin + to, begin + from, begin + from + 1);
    }
  };
  if (target != place) {
    move(items_);
    move(low_);
    move(high_);
  }
  return static_cast<std::uint64_t>(best);
}

void Refiner::write_back(Ordering& ordering, std::size_t layer) {
  ordering.layers[layer] = items_;
  for (std::uint32_t i = 0; i < items_.size(); ++i) ordering.position[items_[i]] = i;
}

}  // namespace orchestrator
