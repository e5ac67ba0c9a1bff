#include "layout/layout.h"

#include <algorithm>
#include <utility>

#include "layout/lanes.h"
#include "layout/lines.h"
#include "layout/ordering.h"
#include "layout/placement.h"
#include "layout/routing.h"
#include "layout/settling.h"
#include "layout/sorting.h"
#include "layout/starts.h"

namespace orchestrator {
namespace {

// In pixels of the page's usual size.
constexpr double margin = 24;
constexpr double least_between_layers = 56;
constexpr double most_between_layers = 140;
constexpr Gaps page_gaps{28, 18, 12};

// Everything is computed as if layers went to the right, and turned at the end.
Size turned(Size size, Direction direction) {
  return direction == Direction::right ? size : Size{size.height, size.width};
}

void turn(Layout& layout) {
  std::swap(layout.width, layout.height);
  for (StepBox& box : layout.steps) {
    std::swap(box.x, box.y);
    std::swap(box.width, box.height);
  }
  for (DependencyPath& path : layout.dependencies) {
    for (Point& point : path.points) std::swap(point.x, point.y);
  }
}

// Where long ways along the layers are to be gone between two of them, they stand further apart: curves stay gentle.
double room_between(const Lanes& lanes, const std::vector<Item>& items, std::span<const double> along) {
  double longest = 0;
  for (const Item item : items) {
    for (const Item next : lanes.layers.segments.dependents(item)) {
      longest = std::max(longest, along[next] > along[item] ? along[next] - along[item] : along[item] - along[next]);
    }
  }
  constexpr double share = 0.2;
  return std::clamp(longest * share, least_between_layers, most_between_layers);
}

std::vector<Band> bands_of(const Lanes& lanes, const Ordering& ordering, std::span<const Size> sizes,
                           std::span<const double> along) {
  std::vector<Band> bands;
  double near = margin;
  for (const std::vector<Item>& items : ordering.layers) {
    double width = 0;
    for (const Item item : items) {
      if (lanes.layers.is_step(item)) width = std::max(width, sizes[item].width);
    }
    bands.push_back({near, near + width});
    near += width + room_between(lanes, items, along);
  }
  return bands;
}

std::vector<DependencyPath> paths_of(const Graph& graph, const Placed& placed) {
  const std::vector<std::vector<Point>> routes = route(placed);
  // Links come by upstream step, and for each of them dependents ascend, as they do here.
  std::vector<std::size_t> next{0};
  for (StepId step = 0; step < graph.step_count(); ++step) next.push_back(next.back() + graph.out_degree(step));
  std::vector<DependencyPath> paths;
  paths.reserve(graph.dependency_count());
  for (StepId dependent = 0; dependent < graph.step_count(); ++dependent) {
    for (const StepId upstream : graph.dependencies(dependent)) {
      const std::uint32_t link = placed.lanes.layers.link_of[next[upstream]++];
      paths.push_back({upstream, dependent, placed.lanes.layers.links[link].reversed, routes[link]});
    }
  }
  return paths;
}

// Moves steps to where the lines that will be seen cross less, and long links after them, turn by turn. Returns where
// the steps should stand; nothing where none moved, or where they are held by where they were before.
std::vector<Before> untangle(const Spacing& spacing, Ordering& ordering, std::span<const Before> before) {
  constexpr int most_turns = 4;
  constexpr int sifts = 3;
  constexpr std::size_t most_pairs = 12000000;
  constexpr std::size_t most_work = 3000000;
  // Layers that lines might span, all together; and lines of which every pair can be looked at.
  constexpr std::uint64_t most_spanned = 20000000;
  constexpr std::size_t most_lines = 2000;
  const Layers& layers = spacing.layers();
  const bool is_small = layers.item_count() <= most_small;
  const bool is_long = std::uint64_t{layers.count} * layers.links.size() > most_spanned;
  if (is_long || (!is_small && !before.empty()) || count_crossings(layers, ordering) == 0) return {};
  const Kept kept = kept_items(layers, before);
  std::vector<Before> wishes;
  for (int turn = 0; turn < (is_small ? most_turns : 1); ++turn) {
    // Two passes through the layers tell enough where there is no time for more.
    LineSifter sifter(layers, kept,
                      is_small ? place_items(spacing, ordering, 1, before) : Settler(spacing, ordering).places(2),
                      layers.links.size() > most_lines);
    std::size_t moved = 0;
    for (int i = 0; i < sifts; ++i) moved += sifter.sift(most_pairs);
    if (moved == 0) break;
    const Places places = sifter.places();
    if (before.empty()) wishes.resize(layers.step_count);
    for (StepId step = 0; step < wishes.size(); ++step) wishes[step] = {true, places[step], layers.layer[step]};
    for (std::vector<Item>& items : ordering.layers) sort_by_key(items, places);
    if (before.empty()) part_components(layers, ordering);
    ordering.number();
    refine(layers, ordering, kept, 1, is_small ? most_work : 0);
  }
  return wishes;
}

}  // namespace

Layout lay_out(const Graph& graph, std::span<const Size> sizes, Direction direction, std::span<const Before> before) {
  Layout layout;
  if (graph.step_count() == 0) return layout;
  // Where nothing was, nothing has to be kept.
  const auto is_known = [](const Before& step) { return step.known; };
  if (std::none_of(before.begin(), before.end(), is_known)) before = {};
  std::vector<Size> boxes;
  for (const Size size : sizes) boxes.push_back(turned(size, direction));

  const Layers layers = assign_layers(graph, before);
  Ordering ordering = order_items(layers, before);
  std::vector<double> extents(layers.item_count());
  for (StepId step = 0; step < graph.step_count(); ++step) extents[step] = boxes[step].height;
  const std::vector<Before> wishes = untangle(Spacing(layers, extents, page_gaps), ordering, before);
  const Lanes lanes = add_lanes(layers, ordering);
  extents.resize(lanes.layers.item_count());
  Places along = place_items(Spacing(lanes.layers, extents, page_gaps), ordering, 4, wishes.empty() ? before : wishes,
                             !wishes.empty());
  for (double& place : along) place += margin;

  const std::vector<Band> bands = bands_of(lanes, ordering, boxes, along);
  for (StepId step = 0; step < graph.step_count(); ++step) {
    const Band& band = bands[layers.layer[step]];
    layout.steps.push_back(
        {(band.near + band.far) / 2, along[step], boxes[step].width, boxes[step].height, layers.layer[step]});
  }
  double far = 0;
  for (Item item = 0; item < extents.size(); ++item) far = std::max(far, along[item] + extents[item] / 2);
  const double outside = far + page_gaps.beside_passage;
  const auto is_around = [&](const Link& link) { return layers.is_around(link); };
  const bool uses_outside = std::any_of(layers.links.begin(), layers.links.end(), is_around);
  layout.height = (uses_outside ? outside : far) + margin;
  layout.width = bands.back().far + margin;
  layout.dependencies = paths_of(graph, {lanes, along, layout.steps, bands, outside});
  if (direction == Direction::down) turn(layout);
  return layout;
}

}  // namespace orchestrator
