// Isotonic regression: the nearest values that do not descend.
#pragma once

#include <cstddef>
#include <vector>

namespace orchestrator {

/// Pools adjacent violators at their weighted mean (M. Ayer et al., "An empirical distribution function for sampling
/// with incomplete information", 1955). Linear time; its memory is used again.
class Isotonic {
 public:
  void clear() {
    pools_.clear();
    count_ = 0;
  }

  /// `weight` is above 0.
  void add(double value, double weight) {
    pools_.push_back({value * weight, weight, 1});
    ++count_;
    while (pools_.size() > 1 && pools_[pools_.size() - 2].mean() >= pools_.back().mean()) {
      const Pool last = pools_.back();
      pools_.pop_back();
      pools_.back().sum += last.sum;
      pools_.back().weight += last.weight;
      pools_.back().count += last.count;
    }
  }

  /// One value for each that was added: the ascending ones with the least weighted squares of differences.
  const std::vector<double>& fit() {
    fitted_.clear();
    fitted_.reserve(count_);
    for (const Pool& pool : pools_) fitted_.insert(fitted_.end(), pool.count, pool.mean());
    return fitted_;
  }

 private:
  struct Pool {
    double sum;
    double weight;
    std::size_t count;
    double mean() const { return sum / weight; }
  };

  std::vector<Pool> pools_;
  std::vector<double> fitted_;
  std::size_t count_ = 0;
};

}  // namespace orchestrator
