// What must be true of every layout, however it was made. For tests, properties and fuzzing alike.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "layout/layout.h"

namespace orchestrator::drawing {

inline std::vector<Size> boxes_of(std::size_t steps, Size size = {140, 60}) { return std::vector<Size>(steps, size); }

/// The same drawing with both axes exchanged: what leads down then leads right.
inline Layout transposed(Layout layout) {
  std::swap(layout.width, layout.height);
  for (StepBox& box : layout.steps) {
    std::swap(box.x, box.y);
    std::swap(box.width, box.height);
  }
  for (DependencyPath& path : layout.dependencies) {
    for (Point& point : path.points) std::swap(point.x, point.y);
  }
  return layout;
}

/// Points close to each other on a chain of cubic Bézier curves.
inline std::vector<Point> sampled(const std::vector<Point>& points, int pieces = 24) {
  std::vector<Point> line{points.front()};
  for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
    for (int k = 1; k <= pieces; ++k) {
      const double t = static_cast<double>(k) / pieces;
      const double s = 1 - t;
      const auto mix = [&](double Point::*axis) {
        return s * s * s * points[i].*axis + 3 * s * s * t * points[i + 1].*axis + 3 * s * t * t * points[i + 2].*axis +
               t * t * t * points[i + 3].*axis;
      };
      line.push_back({mix(&Point::x), mix(&Point::y)});
    }
  }
  return line;
}

/// Finds the box around a point quickly: steps by tier, and along each tier.
class BoxFinder {
 public:
  explicit BoxFinder(const Layout& layout) : layout_(layout) {
    for (StepId step = 0; step < layout.steps.size(); ++step) {
      const StepBox& box = layout.steps[step];
      if (tiers_.size() <= box.tier) tiers_.resize(box.tier + 1);
      Tier& tier = tiers_[box.tier];
      tier.steps.push_back(step);
      tier.near = std::min(tier.near, box.x - box.width / 2);
      tier.far = std::max(tier.far, box.x + box.width / 2);
    }
    for (Tier& tier : tiers_) {
      std::sort(tier.steps.begin(), tier.steps.end(),
                [&](StepId a, StepId b) { return layout.steps[a].y < layout.steps[b].y; });
    }
  }

  bool tiers_are_apart() const {
    for (std::size_t i = 1; i < tiers_.size(); ++i) {
      if (tiers_[i - 1].far >= tiers_[i].near) return false;
    }
    return true;
  }

  bool boxes_are_apart() const {
    for (const Tier& tier : tiers_) {
      for (std::size_t i = 1; i < tier.steps.size(); ++i) {
        const StepBox& above = layout_.steps[tier.steps[i - 1]];
        const StepBox& below = layout_.steps[tier.steps[i]];
        if (above.y + above.height / 2 >= below.y - below.height / 2) return false;
      }
    }
    return true;
  }

  /// True when the point is inside a box, not merely on its edge.
  bool is_covered(Point point) const {
    const auto tier =
        std::partition_point(tiers_.begin(), tiers_.end(), [&](const Tier& t) { return t.far < point.x; });
    if (tier == tiers_.end() || tier->near > point.x) return false;
    const auto& steps = tier->steps;
    const auto next =
        std::partition_point(steps.begin(), steps.end(), [&](StepId step) { return layout_.steps[step].y < point.y; });
    return (next != steps.end() && is_inside(*next, point)) || (next != steps.begin() && is_inside(next[-1], point));
  }

 private:
  struct Tier {
    std::vector<StepId> steps;
    double near = INFINITY;
    double far = -INFINITY;
  };

  bool is_inside(StepId step, Point point) const {
    constexpr double line = 0.01;
    const StepBox& box = layout_.steps[step];
    return std::abs(point.x - box.x) < box.width / 2 - line && std::abs(point.y - box.y) < box.height / 2 - line;
  }

  const Layout& layout_;
  std::vector<Tier> tiers_;
};

inline bool is_within(const Layout& layout, Point point) {
  return point.x >= 0 && point.y >= 0 && point.x <= layout.width && point.y <= layout.height;
}

/// The name of the rule that a path breaks, if any; the layout's direction is `right`.
inline std::string broken_rule_of(const Layout& layout, const BoxFinder& boxes, const DependencyPath& path) {
  const StepBox& from = layout.steps[path.from];
  const StepBox& to = layout.steps[path.to];
  const auto& points = path.points;
  if (path.reversed ? from.tier < to.tier : from.tier >= to.tier) return "tiers ascend along a dependency";
  if (points.size() < 4 || points.size() % 3 != 1) return "a path is a chain of cubic curves";
  const auto touches = [](Point point, const StepBox& box, double edge) {
    return std::abs(point.x - edge) < 1e-6 && std::abs(point.y - box.y) <= box.height / 2;
  };
  if (!touches(points.front(), from, from.x + from.width / 2)) return "a path starts where dependents are";
  if (!touches(points.back(), to, to.x - to.width / 2)) return "a path ends where dependencies enter";
  for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
    // So neighbouring curves have the same tangent where they meet.
    if (points[i].y != points[i + 1].y || points[i + 2].y != points[i + 3].y) return "curves meet across the layers";
  }
  for (const Point point : sampled(points)) {
    if (!is_within(layout, point)) return "a path stays within the drawing";
    if (boxes.is_covered(point)) return "no path runs under a step";
  }
  return "";
}

/// The name of a rule that the layout breaks; empty when it breaks none.
inline std::string broken_rule_of(const Graph& graph, std::span<const Size> sizes, Direction direction,
                                  const Layout& made) {
  const Layout layout = direction == Direction::down ? transposed(made) : made;
  if (layout.steps.size() != graph.step_count()) return "every step has a box";
  for (StepId step = 0; step < graph.step_count(); ++step) {
    const StepBox& box = made.steps[step];
    if (box.width != sizes[step].width || box.height != sizes[step].height) return "a box has its size";
    const bool inside = is_within(made, {box.x - box.width / 2, box.y - box.height / 2}) &&
                        is_within(made, {box.x + box.width / 2, box.y + box.height / 2});
    if (!inside) return "a box stays within the drawing";
  }
  const BoxFinder boxes(layout);
  if (!boxes.tiers_are_apart()) return "tiers stand apart";
  if (!boxes.boxes_are_apart()) return "boxes stand apart";
  if (layout.dependencies.size() != graph.dependency_count()) return "every dependency has a path";
  std::size_t place = 0;
  for (StepId step = 0; step < graph.step_count(); ++step) {
    for (const StepId upstream : graph.dependencies(step)) {
      const DependencyPath& path = layout.dependencies[place++];
      if (path.from != upstream || path.to != step) return "dependencies come as listed";
      if (std::string rule = broken_rule_of(layout, boxes, path); !rule.empty()) return rule;
    }
  }
  return "";
}

inline bool same(const Layout& a, const Layout& b) {
  const auto same_box = [](const StepBox& one, const StepBox& other) {
    return one.x == other.x && one.y == other.y && one.width == other.width && one.height == other.height &&
           one.tier == other.tier;
  };
  const auto same_path = [](const DependencyPath& one, const DependencyPath& other) {
    const auto same_point = [](Point p, Point q) { return p.x == q.x && p.y == q.y; };
    return one.from == other.from && one.to == other.to && one.reversed == other.reversed &&
           std::equal(one.points.begin(), one.points.end(), other.points.begin(), other.points.end(), same_point);
  };
  return a.width == b.width && a.height == b.height &&
         std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), same_box) &&
         std::equal(a.dependencies.begin(), a.dependencies.end(), b.dependencies.begin(), b.dependencies.end(),
                    same_path);
}

}  // namespace orchestrator::drawing
