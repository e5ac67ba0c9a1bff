#include "layout/sorting.h"

#include <algorithm>
#include <cstddef>

namespace orchestrator {
namespace {

constexpr std::size_t run_length = 12;

void sort_run(std::uint32_t* begin, const std::uint32_t* end, std::span<const double> keys) {
  for (std::uint32_t* next = begin; next != end; ++next) {
    const std::uint32_t id = *next;
    std::uint32_t* hole = next;
    for (; hole != begin && keys[hole[-1]] > keys[id]; --hole) *hole = hole[-1];
    *hole = id;
  }
}

// Merges the sorted runs [begin, middle) and [middle, end).
void merge_runs(const std::uint32_t* begin, const std::uint32_t* middle, const std::uint32_t* end, std::uint32_t* into,
                std::span<const double> keys) {
  const std::uint32_t* low = begin;
  const std::uint32_t* high = middle;
  while (low != middle || high != end) {
    const bool takes_low = high == end || (low != middle && keys[*low] <= keys[*high]);
    *into++ = takes_low ? *low++ : *high++;
  }
}

}  // namespace

void sort_by_key(std::vector<std::uint32_t>& ids, std::span<const double> keys) {
  const std::size_t size = ids.size();
  for (std::size_t begin = 0; begin < size; begin += run_length) {
    sort_run(ids.data() + begin, ids.data() + std::min(begin + run_length, size), keys);
  }
  std::vector<std::uint32_t> merged(size > run_length ? size : 0);
  for (std::size_t length = run_length; length < size; length *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * length) {
      const std::uint32_t* const first = ids.data() + begin;
      const std::size_t middle = std::min(length, size - begin);
      const std::size_t end = std::min(2 * length, size - begin);
      merge_runs(first, first + middle, first + end, merged.data() + begin, keys);
    }
    ids.swap(merged);
  }
}

}  // namespace orchestrator
