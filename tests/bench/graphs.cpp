#include "graphs.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace bench {
namespace {

// SplitMix32: a counter and a hash of it (the constants are Chris Wellons's from "Prospecting for hash functions",
// 2018). JavaScript computes the same with 32-bit integers and doubles.
class Random {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ += 0x9E3779B9;
    std::uint32_t z = state_;
    z = (z ^ (z >> 16U)) * 0x21F0AAAD;
    z = (z ^ (z >> 15U)) * 0x735A2D97;
    z ^= z >> 15U;
    return static_cast<std::uint32_t>(static_cast<double>(z) * limit / 4294967296.0);
  }

  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[below(static_cast<std::uint32_t>(i))]);
  }

 private:
  std::uint32_t state_ = 42;
};

Input random_graph(Kind kind, std::uint32_t steps) {
  Random random;
  std::vector<StepId> hidden(steps);
  std::iota(hidden.begin(), hidden.end(), 0U);
  if (kind != Kind::local) random.shuffle(hidden);
  std::vector<std::uint32_t> place(steps);
  for (std::uint32_t i = 0; i < steps; ++i) place[hidden[i]] = i;

  Input input{steps, {}};
  input.pairs.reserve(std::size_t{dependencies_per_step} * steps + 1);
  for (StepId step = 0; step < steps; ++step) {
    const std::uint32_t reach = kind == Kind::local ? std::min(place[step], window) : place[step];
    for (std::uint32_t i = 0; reach > 0 && i < dependencies_per_step; ++i) {
      input.pairs.push_back({hidden[place[step] - 1 - random.below(reach)], step});
    }
  }
  if (kind == Kind::unsorted) random.shuffle(input.pairs);
  if (kind == Kind::cyclic) input.pairs.push_back({hidden.back(), hidden.front()});
  return input;
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::shuffled: return "shuffled";
    case Kind::local: return "local";
    case Kind::unsorted: return "unsorted";
    case Kind::cyclic: return "cyclic";
    case Kind::chain: return "chain";
    case Kind::star: return "star";
    case Kind::funnel: return "funnel";
  }
  return "";
}

Input make_graph(Kind kind, std::uint32_t steps) {
  Input input{steps, {}};
  const StepId last = steps - 1;
  switch (kind) {
    case Kind::chain:
      for (StepId step = 0; step < last; ++step) input.pairs.push_back({step, step + 1});
      return input;
    case Kind::star:
      for (StepId step = 1; step < steps; ++step) input.pairs.push_back({0, step});
      return input;
    case Kind::funnel:
      for (StepId step = 0; step < last; ++step) input.pairs.push_back({step, last});
      return input;
    default: return random_graph(kind, steps);
  }
}

orchestrator::PipelineDefinition name_steps(const Input& input) {
  const auto name = [](StepId step) { return "step-" + std::to_string(step); };
  orchestrator::PipelineDefinition definition;
  definition.steps.resize(input.steps);
  for (StepId step = 0; step < input.steps; ++step) definition.steps[step].name = name(step);
  for (const auto& [upstream, dependent] : input.pairs) {
    definition.steps[dependent].depends_on.push_back(name(upstream));
  }
  return definition;
}

std::uint32_t checksum(const std::vector<StepId>& order) {
  std::uint32_t sum = 0;
  for (const StepId step : order) sum = sum * 31 + step;
  return sum;
}

}  // namespace bench
