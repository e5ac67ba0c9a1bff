#include "order_count.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "kahn.h"
#include "tiers.h"

namespace orchestrator {
namespace {

constexpr std::size_t most_steps = 64;
constexpr std::size_t most_sets = std::size_t{1} << 18U;
constexpr std::size_t most_digits = 100;

// A whole number below 2^384. 64! needs 296 bits, and 10^100 times any 32-bit number 365.
class Natural {
 public:
  explicit Natural(std::uint32_t value) { words_[0] = value; }

  void add(const Natural& other) {
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      carry += std::uint64_t{words_[i]} + other.words_[i];
      words_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
  }

  void multiply(std::uint32_t by) {
    std::uint64_t carry = 0;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * by;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
  }

  std::string digits() const {
    std::string digits;
    Natural rest = *this;
    do digits += static_cast<char>('0' + rest.divide_by_ten());
    while (!rest.is_zero());
    std::reverse(digits.begin(), digits.end());
    return digits;
  }

 private:
  bool is_zero() const {
    return std::all_of(words_.begin(), words_.end(), [](std::uint32_t word) { return word == 0; });
  }

  // Answers the remainder.
  std::uint32_t divide_by_ten() {
    std::uint64_t rest = 0;
    for (std::size_t i = words_.size(); i-- > 0;) {
      rest = rest << 32U | words_[i];
      words_[i] = static_cast<std::uint32_t>(rest / 10);
      rest %= 10;
    }
    return static_cast<std::uint32_t>(rest);
  }

  // The lowest first.
  std::array<std::uint32_t, 12> words_{};
};

using Steps = std::uint64_t;

// Sets of steps, and in how many sequences an order can begin with each. A hash table with linear probing.
class Beginnings {
 public:
  struct Beginning {
    Steps steps;
    Natural sequences;
  };

  Beginnings() : slots_(1024, free) {}

  const std::vector<Beginning>& all() const { return all_; }

  void add(Steps steps, const Natural& sequences) {
    if (2 * all_.size() >= slots_.size()) grow();
    std::uint32_t& slot = slot_of(steps);
    if (slot == free) {
      slot = static_cast<std::uint32_t>(all_.size());
      all_.push_back({steps, sequences});
    } else {
      all_[slot].sequences.add(sequences);
    }
  }

 private:
  static constexpr std::uint32_t free = 0xFFFFFFFF;

  std::uint32_t& slot_of(Steps steps) {
    // Multiplied by 2^64 over the golden ratio (D. Knuth, "The Art of Computer Programming", volume 3, 6.4).
    std::size_t place = static_cast<std::size_t>(steps * 0x9E3779B97F4A7C15U >> 40U) & (slots_.size() - 1);
    while (slots_[place] != free && all_[slots_[place]].steps != steps) place = (place + 1) & (slots_.size() - 1);
    return slots_[place];
  }

  void grow() {
    slots_.assign(slots_.size() * 2, free);
    for (std::uint32_t i = 0; i < all_.size(); ++i) slot_of(all_[i].steps) = i;
  }

  std::vector<Beginning> all_;
  std::vector<std::uint32_t> slots_;
};

// Nothing when there are too many beginnings.
std::optional<Natural> count_by_beginnings(const Graph& graph) {
  std::vector<Steps> upstream(graph.step_count());
  for (StepId step = 0; step < graph.step_count(); ++step) {
    for (const StepId one : graph.dependencies(step)) upstream[step] |= Steps{1} << one;
  }
  Beginnings beginnings;
  beginnings.add(0, Natural(1));
  std::size_t sets = 1;
  for (std::size_t length = 0; length < graph.step_count(); ++length) {
    Beginnings longer;
    for (const auto& [steps, sequences] : beginnings.all()) {
      for (StepId next = 0; next < graph.step_count(); ++next) {
        const bool is_ready = (steps >> next & 1U) == 0 && (upstream[next] & ~steps) == 0;
        if (is_ready) longer.add(steps | Steps{1} << next, sequences);
      }
      if (sets + longer.all().size() > most_sets) return std::nullopt;
    }
    sets += longer.all().size();
    beginnings = std::move(longer);
  }
  return beginnings.all().front().sequences;
}

// In how many sequences the tiers can be taken out one after another; nothing when these are more than 10^100.
std::optional<Natural> sequences_of_tiers(const std::vector<std::vector<StepId>>& tiers) {
  Natural product(1);
  for (const auto& tier : tiers) {
    for (std::uint32_t factor = 2; factor <= tier.size(); ++factor) {
      product.multiply(factor);
      if (product.digits().size() > most_digits) return std::nullopt;
    }
  }
  return product;
}

// Whether every step depends on all steps of the tier before its own. Otherwise some step can pass one of those, and
// there are more orders than the sequences of tiers.
bool depend_entirely(const Graph& graph, const std::vector<std::vector<StepId>>& tiers) {
  std::vector<StepId> counted_for(graph.step_count(), no_step);
  std::vector<std::uint32_t> tier_of(graph.step_count());
  for (std::uint32_t tier = 0; tier < tiers.size(); ++tier) {
    for (const StepId step : tiers[tier]) tier_of[step] = tier;
  }
  for (std::size_t tier = 1; tier < tiers.size(); ++tier) {
    for (const StepId step : tiers[tier]) {
      std::size_t count = 0;
      for (const StepId upstream : graph.dependencies(step)) {
        if (tier_of[upstream] + 1 != tier || counted_for[upstream] == step) continue;
        counted_for[upstream] = step;
        ++count;
      }
      if (count < tiers[tier - 1].size()) return false;
    }
  }
  return true;
}

}  // namespace

OrderCount count_orders(const Graph& graph) {
  const Order order = kahn_order(graph);
  if (!order.complete) return {false, "0", true};
  const auto tiers = tiers_of(graph, order);
  const bool unique = tiers.size() == graph.step_count();
  const std::optional<Natural> least = sequences_of_tiers(tiers);
  if (!least) return {unique, "1" + std::string(most_digits, '0'), false};
  if (depend_entirely(graph, tiers)) return {unique, least->digits(), true};
  const auto exact = graph.step_count() <= most_steps ? count_by_beginnings(graph) : std::nullopt;
  return {unique, (exact ? *exact : *least).digits(), exact.has_value()};
}

}  // namespace orchestrator
