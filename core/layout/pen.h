// Draws a path as a chain of cubic Bézier curves, as if layers went to the right.
#pragma once

#include <utility>
#include <vector>

#include "layout/layout.h"

namespace orchestrator {

class Pen {
 public:
  explicit Pen(Point start) : points_{start} {}

  /// A straight piece. Several in one line become one curve.
  void line_to(Point end) {
    const Point start = points_.back();
    if (start.x == end.x && start.y == end.y) return;
    if (level_ && start.y == end.y) points_.resize(points_.size() - 3);
    const Point first = points_.back();
    curve(between(first, end, 1.0 / 3), between(first, end, 2.0 / 3), end);
    level_ = first.y == end.y;
  }

  /// Leaves and arrives across the layers, and changes its place along them on the way.
  void swing_to(Point end) {
    const Point start = points_.back();
    if (start.y == end.y) return line_to(end);
    const double half = (end.x - start.x) / 2;
    curve({start.x + half, start.y}, {end.x - half, end.y}, end);
    level_ = false;
  }

  /// Turns round: swings out across the layers, at most by `reach`, and comes back.
  void turn_to(Point end, double reach) {
    // A cubic curve with both control points at a distance reaches three quarters of it.
    const double control = reach * 4 / 3;
    const Point start = points_.back();
    curve({start.x + control, start.y}, {end.x + control, end.y}, end);
    level_ = false;
  }

  std::vector<Point> take() { return std::move(points_); }

 private:
  static Point between(Point a, Point b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
  }

  void curve(Point first_control, Point second_control, Point end) {
    points_.insert(points_.end(), {first_control, second_control, end});
  }

  std::vector<Point> points_;
  // Whether the last curve is straight across the layers.
  bool level_ = false;
};

}  // namespace orchestrator
