// Ends a fuzzer's run with the rule that does not hold.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace orchestrator {

/// `broken` names the rule that does not hold; nothing happens when it is empty.
inline void require_none(const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "This does not hold: %s\n", broken.c_str());
  std::abort();
}

inline void require(bool holds, const char* rule) {
  if (!holds) require_none(rule);
}

}  // namespace orchestrator
