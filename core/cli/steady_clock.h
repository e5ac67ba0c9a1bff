// Time as it passes.
#pragma once

#include <chrono>

namespace orchestrator::cli {

/// Milliseconds from a fixed moment; never goes back.
inline double steady_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace orchestrator::cli
