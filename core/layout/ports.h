// Where paths touch boxes.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/routing.h"

namespace orchestrator {

/// Which side of a box: where dependencies enter, or where they leave for dependents.
enum class Side : std::uint8_t { entry, exit };

/// Where each link touches the boxes of its two steps: spread about the middle of the side, in the sequence in which
/// the links go on, so that they do not cross there.
class Ports {
 public:
  explicit Ports(const Placed& placed);

  /// Places along the layer, by link.
  double exit(std::uint32_t link) const { return exit_[link]; }
  double entry(std::uint32_t link) const { return entry_[link]; }

 private:
  struct Sequence;
  Sequence sequence_of(std::uint32_t link, StepId step, Side side) const;
  void spread(StepId step, Side side, std::vector<std::uint32_t>& touching, std::vector<double>& port) const;

  const Placed& placed_;
  std::vector<double> exit_;
  std::vector<double> entry_;
};

}  // namespace orchestrator
