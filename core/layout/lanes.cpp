#include "layout/lanes.h"

namespace orchestrator {
namespace {

class LaneMaker {
 public:
  LaneMaker(const Layers& layers, Ordering& ordering)
      : layers_(layers), ordering_(ordering), lanes_{std::vector<Lane>(layers.links.size()), layers} {}

  void add(std::size_t index) {
    const Link& link = layers_.links[index];
    Lane& lane = lanes_.of[index];
    const bool passes = link.count > 0;
    if (link.reversed) lane.push_back(make_item(link.low, !passes || leads_behind(link.low, link.first)));
    for (Item item = link.first; item < link.first + link.count; ++item) lane.push_back(item);
    if (link.reversed && link.low != link.high) {
      lane.push_back(make_item(link.high, !passes || leads_behind(link.high, lane.back())));
    }
    if (!link.reversed) {
      lane.insert(lane.begin(), link.low);
      lane.push_back(link.high);
    }
    if (!layers_.is_around(link)) {
      for (std::size_t i = 1; i < lane.size(); ++i) segments_.push_back({lane[i - 1], lane[i]});
    }
    if (!link.reversed) lane.clear();
  }

  Lanes finish() {
    lanes_.layers.segments = Graph(lanes_.layers.item_count(), segments_);
    const Graph ends(lanes_.layers.item_count(), ends_);
    for (std::vector<Item>& items : ordering_.layers) insert(items, ends);
    ordering_.position.resize(lanes_.layers.item_count());
    ordering_.number();
    return std::move(lanes_);
  }

 private:
  Item make_item(StepId step, bool behind) {
    const auto item = static_cast<Item>(lanes_.layers.item_count());
    lanes_.layers.layer.push_back(layers_.layer[step]);
    lanes_.layers.beside.push_back(step);
    ends_.push_back({step, item});
    behind_.push_back(behind);
    return item;
  }

  // True when the lane leads to the far side of its step: there, its next passage stands further along its layer.
  bool leads_behind(StepId step, Item next) const { return share(next) >= share(step); }

  double share(Item item) const {
    const auto size = static_cast<double>(ordering_.layers[layers_.layer[item]].size());
    return (ordering_.position[item] + 0.5) / size;
  }

  // `ends` joins each step with the ends of the lanes that stand beside it.
  void insert(std::vector<Item>& items, const Graph& ends) const {
    std::vector<Item> result;
    const auto append = [&](Item item, bool behind) {
      for (const Item end : ends.dependents(item)) {
        if (behind_[end - layers_.item_count()] == behind) result.push_back(end);
      }
    };
    for (const Item item : items) {
      append(item, false);
      result.push_back(item);
      append(item, true);
    }
    items = std::move(result);
  }

  const Layers& layers_;
  Ordering& ordering_;
  Lanes lanes_;
  std::vector<Dependency> segments_;
  // Each end of a lane with its step, and whether it stands behind it.
  std::vector<Dependency> ends_;
  Flags behind_;
};

}  // namespace

Lanes add_lanes(const Layers& layers, Ordering& ordering) {
  LaneMaker maker(layers, ordering);
  for (std::size_t link = 0; link < layers.links.size(); ++link) maker.add(link);
  return maker.finish();
}

}  // namespace orchestrator
