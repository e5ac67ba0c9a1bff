#include "run/least_first.h"

#include <bit>

namespace orchestrator {

void LeastFirst::insert(std::uint32_t number) {
  for (auto& level : levels_) {
    std::uint64_t& word = level[number / 64];
    const bool was_there = word != 0;
    word |= std::uint64_t{1} << (number % 64);
    if (was_there) return;
    number /= 64;
  }
}

void LeastFirst::remove(std::uint32_t number) {
  for (auto& level : levels_) {
    std::uint64_t& word = level[number / 64];
    word &= ~(std::uint64_t{1} << (number % 64));
    if (word != 0) return;
    number /= 64;
  }
}

std::uint32_t LeastFirst::least() const {
  std::uint32_t number = 0;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    number = number * 64 + static_cast<std::uint32_t>(std::countr_zero((*level)[number]));
  }
  return number;
}

}  // namespace orchestrator
