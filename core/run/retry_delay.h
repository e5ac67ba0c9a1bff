// How long a step waits between two attempts.
#pragma once

#include <cstdint>

#include "../graph.h"

namespace orchestrator {

struct RetryDelay {
  enum class Kind : std::uint8_t { none, constant, exponential };

  Kind kind = Kind::none;
  /// The wait after the first failed attempt, in milliseconds, at least 0.
  double base_ms = 1000;
  /// exponential: each further wait is so many times as long.
  double factor = 2;
  /// No wait is longer, in milliseconds.
  double most_ms = 3600000;
  /// The part of a wait that is left to chance, 0 to 1: with 0.5, each is between half as long and full.
  double jitter = 0;
  std::uint64_t seed = 0;
};

/// The wait after a step's failed attempt `number` (from 1), in milliseconds. It follows from the arguments alone, so
/// chance is the same however the attempts of a run interleave.
double wait_ms(const RetryDelay& delay, StepId step, std::uint32_t number);

}  // namespace orchestrator
