#include "layout/settling.h"

#include <algorithm>
#include <limits>

#include "layout/sorting.h"

namespace orchestrator {
namespace {

constexpr double boundless = std::numeric_limits<double>::infinity();
// What an item weighs that has no wish of its own.
constexpr double hardly = 0.1;
// What one weighs that was there before.
constexpr double firmly = 100;

}  // namespace

Settler::Settler(const Spacing& spacing, const Ordering& ordering, std::span<const Before> before, bool is_firm)
    : layers_(spacing.layers()),
      ordering_(ordering),
      before_(before),
      is_firm_(is_firm),
      places_(layers_.item_count()),
      offset_(layers_.item_count()),
      wish_(layers_.item_count()),
      weight_(layers_.item_count()) {
  for (const std::vector<Item>& items : ordering.layers) {
    for (std::size_t i = 1; i < items.size(); ++i) {
      offset_[items[i]] = offset_[items[i - 1]] + spacing.between(items[i - 1], items[i]);
    }
    for (const Item item : items) places_[item] = offset_[item] - offset_[items.back()] / 2;
  }
}

// Down and up in turn: as each wants it that comes first, and at last as both neighbours want it.
Places Settler::places(int passes) {
  constexpr int one_sided = 4;
  const std::size_t count = ordering_.layers.size();
  for (int pass = 0; pass < passes; ++pass) {
    const bool upward = pass % 2 == 1;
    const Look look = pass >= one_sided ? Look::both : upward ? Look::down : Look::up;
    for (std::size_t i = 0; i < count; ++i) settle(upward ? i : count - 1 - i, look);
  }
  return std::move(places_);
}

void Settler::settle(std::size_t layer, Look look) {
  const std::vector<Item>& items = ordering_.layers[layer];
  first_.assign(items.size(), false);
  run_.clear();
  for (std::size_t i = 0; i < items.size(); ++i) {
    wish(items[i], look);
    first_[i] = is_firm_ ? layers_.is_step(items[i]) || layers_.beside[items[i]] != no_step : goes_on(items[i], look);
    if (first_[i]) run_.push_back(items[i]);
  }
  // The ends of a lane stay at their step.
  for (const Item item : items) {
    const StepId step = layers_.beside[item];
    if (step == no_step) continue;
    wish_[item] = wish_[step] + offset_[item] - offset_[step];
    weight_[item] = weight_[step];
  }
  fit(run_, -boundless, boundless);
  double least = -boundless;
  run_.clear();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!first_[i]) {
      run_.push_back(items[i]);
      continue;
    }
    const double most = places_[items[i]] - offset_[items[i]];
    fit(run_, least, most);
    run_.clear();
    least = most;
  }
  fit(run_, least, boundless);
}

// Where it was; for what was not there the median of the neighbours, or the middle between two.
void Settler::wish(Item item, Look look) {
  if (was_there(before_, item)) {
    wish_[item] = before_[item].along;
    weight_[item] = firmly;
    return;
  }
  near_.clear();
  if (look != Look::up) {
    for (const Item low : layers_.segments.dependencies(item)) near_.push_back(low);
  }
  if (look != Look::down) {
    for (const Item high : layers_.segments.dependents(item)) near_.push_back(high);
  }
  const bool stays = near_.empty() || (look == Look::both && !layers_.is_step(item));
  weight_[item] = near_.empty() ? hardly : static_cast<double>(near_.size());
  if (stays) {
    wish_[item] = places_[item];
    return;
  }
  sort_by_key(near_, places_);
  wish_[item] = (places_[near_[(near_.size() - 1) / 2]] + places_[near_[near_.size() / 2]]) / 2;
}

// True for a passage whose link comes from another passage; looking to both sides, for every passage.
bool Settler::goes_on(Item item, Look look) const {
  if (layers_.is_step(item) || layers_.beside[item] != no_step) return false;
  if (look == Look::both) return true;
  const auto next = look == Look::down ? layers_.segments.dependencies(item) : layers_.segments.dependents(item);
  return !next.empty() && !layers_.is_step(next[0]);
}

void Settler::fit(const std::vector<Item>& items, double least, double most) {
  isotonic_.clear();
  for (const Item item : items) isotonic_.add(wish_[item] - offset_[item], weight_[item]);
  const std::vector<double>& fitted = isotonic_.fit();
  for (std::size_t i = 0; i < items.size(); ++i) {
    // Not std::clamp: rounding may leave `least` a trifle above `most`.
    places_[items[i]] = std::max(least, std::min(most, fitted[i])) + offset_[items[i]];
  }
}

}  // namespace orchestrator
