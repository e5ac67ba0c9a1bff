// Where paths touch boxes.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/isotonic.h"
#include "layout/routing.h"

namespace orchestrator {

/// Which side of a box: where dependencies enter, or where they leave for dependents.
enum class Side : std::uint8_t { entry, exit };

/// Where each link touches the boxes of its two steps: spread about the middle of the side, in the sequence in which
/// the links go on, so that they do not cross there; and a little aside where that makes a link straight.
class Ports {
 public:
  explicit Ports(const Placed& placed);

  /// Places along the layer, by link.
  double exit(std::uint32_t link) const { return exit_[link]; }
  double entry(std::uint32_t link) const { return entry_[link]; }

 private:
  // The links at one side of one box.
  struct Group {
    StepId step;
    Side side;
    // How far neighbours stand apart.
    double between;
    std::vector<std::uint32_t> links;
  };

  const std::vector<Link>& links() const { return placed_.lanes.layers.links; }
  std::vector<Group> make_groups() const;
  void sort(Group& group);
  double next_along(std::uint32_t link, Side side) const;
  void spread(const Group& group);
  void straighten(const Group& group);
  double& port(std::uint32_t link, Side side) { return side == Side::exit ? exit_[link] : entry_[link]; }
  double far_port(std::uint32_t link, Side side) const;

  const Placed& placed_;
  std::vector<double> exit_;
  std::vector<double> entry_;
  // By link, to sort by.
  std::vector<double> key_;
  Isotonic isotonic_;
};

}  // namespace orchestrator
