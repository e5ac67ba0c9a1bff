#include "run/status.h"

#include <array>
#include <cstddef>

namespace orchestrator {

std::string_view status_name(Status status) {
  constexpr std::array<std::string_view, 5> names{"PENDING", "RUNNING", "SUCCESS", "FAILED", "SKIPPED"};
  return names[static_cast<std::size_t>(status)];
}

std::string_view reason_name(Reason reason) {
  constexpr std::array<std::string_view, 7> names{"none",      "failed",    "timed_out", "upstream",
                                                  "fail_fast", "cancelled", "no_attempt"};
  return names[static_cast<std::size_t>(reason)];
}

}  // namespace orchestrator
