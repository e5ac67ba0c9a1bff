#include "run/retry_delay.h"

#include <algorithm>

namespace orchestrator {
namespace {

/// Spreads the bits of a number over all of it (SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014).
std::uint64_t mixed(std::uint64_t bits) {
  bits += 0x9E3779B97F4A7C15U;
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31U);
}

/// From 0 to less than 1.
double chance(std::uint64_t seed, StepId step, std::uint32_t number) {
  const std::uint64_t place = (std::uint64_t{step} << 32U) | number;
  return static_cast<double>(mixed(mixed(seed) ^ place) >> 11U) / 9007199254740992.0;
}

}  // namespace

double wait_ms(const RetryDelay& delay, StepId step, std::uint32_t number) {
  if (delay.kind == RetryDelay::Kind::none) return 0;
  double wait = delay.base_ms;
  if (delay.kind == RetryDelay::Kind::exponential) {
    for (std::uint32_t i = 1; i < number && wait < delay.most_ms; ++i) wait *= delay.factor;
  }
  wait = std::min(wait, delay.most_ms);
  return wait * (1 - delay.jitter * chance(delay.seed, step, number));
}

}  // namespace orchestrator
