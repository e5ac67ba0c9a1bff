#include "layout/routing.h"

#include "layout/pen.h"
#include "layout/ports.h"

namespace orchestrator {
namespace {

// How far a back dependency swings out where it turns round.
constexpr double turn_width = 14;

class Router {
 public:
  explicit Router(const Placed& placed) : placed_(placed), ports_(placed) {}

  std::vector<Point> path(std::uint32_t link) const {
    return layers().links[link].reversed ? back(link) : forward(link);
  }

 private:
  const Layers& layers() const { return placed_.lanes.layers; }
  const Band& band_of(Item item) const { return placed_.bands[layers().layer[item]]; }
  double near_edge(StepId step) const { return placed_.boxes[step].x - placed_.boxes[step].width / 2; }
  double far_edge(StepId step) const { return placed_.boxes[step].x + placed_.boxes[step].width / 2; }

  std::vector<Point> forward(std::uint32_t link) const {
    const Link& ends = layers().links[link];
    const double start = ports_.exit(link);
    const double end = ports_.entry(link);
    Pen pen({far_edge(ends.low), start});
    pen.line_to({band_of(ends.low).far, start});
    if (layers().is_around(ends)) {
      pen.swing_to({placed_.bands[layers().layer[ends.low] + 1].near, placed_.outside});
      pen.line_to({placed_.bands[layers().layer[ends.high] - 1].far, placed_.outside});
    }
    for (Item item = ends.first; item < ends.first + ends.count; ++item) {
      pen.swing_to({band_of(item).near, placed_.along[item]});
      pen.line_to({band_of(item).far, placed_.along[item]});
    }
    pen.swing_to({band_of(ends.high).near, end});
    pen.line_to({near_edge(ends.high), end});
    return pen.take();
  }

  // Turns round at the upstream step, runs back in its lane, and turns round once more.
  std::vector<Point> back(std::uint32_t link) const {
    const Link& ends = layers().links[link];
    const Lane& lane = placed_.lanes.of[link];
    Pen pen({far_edge(ends.high), ports_.exit(link)});
    pen.turn_to({far_edge(ends.high), placed_.along[lane.back()]}, turn_width);
    for (std::size_t i = lane.size(); i-- > 1;) {
      const double along = placed_.along[lane[i - 1]];
      pen.line_to({band_of(lane[i]).near, placed_.along[lane[i]]});
      if (layers().is_around(ends)) {
        pen.swing_to({placed_.bands[layers().layer[ends.high] - 1].far, placed_.outside});
        pen.line_to({placed_.bands[layers().layer[ends.low] + 1].near, placed_.outside});
      }
      pen.swing_to({band_of(lane[i - 1]).far, along});
    }
    pen.line_to({near_edge(ends.low), placed_.along[lane.front()]});
    pen.turn_to({near_edge(ends.low), ports_.entry(link)}, -turn_width);
    return pen.take();
  }

  const Placed& placed_;
  Ports ports_;
};

}  // namespace

std::vector<std::vector<Point>> route(const Placed& placed) {
  const Router router(placed);
  std::vector<std::vector<Point>> paths;
  paths.reserve(placed.lanes.layers.links.size());
  for (std::uint32_t link = 0; link < placed.lanes.layers.links.size(); ++link) paths.push_back(router.path(link));
  return paths;
}

}  // namespace orchestrator
