// Sorts pairs of ids into the rows of a compressed graph.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph.h"
#include "raw_vector.h"

namespace orchestrator {

/// A stable counting sort. `for_each_pair` calls what it is given with (row, value) for every pair, the same each time.
/// The values of row r then lie in values[offsets[r], offsets[r + 1]); the first row starts at offsets[0], which is
/// given. `next` is scratch space, one number a row.
template <class ForEachPair>
void sort_into_rows(ForEachPair for_each_pair, std::uint32_t* offsets, StepId* values, std::span<std::uint32_t> next) {
  std::fill(next.begin(), next.end(), 0U);
  for_each_pair([&](StepId row, StepId) { ++next[row]; });
  for (std::size_t row = 0; row < next.size(); ++row) {
    offsets[row + 1] = offsets[row] + next[row];
    next[row] = offsets[row];
  }
  for_each_pair([&](StepId row, StepId value) { values[next[row]++] = value; });
}

/// The same for any number of rows. A counting sort touches memory wherever the rows point to; with more rows than the
/// cache holds, nearly every write misses it. So the pairs are first split by the upper half of their row into buckets
/// (a radix partition; see Polychroniou and Ross, "A comprehensive study of main-memory partitioning", SIGMOD 2014),
/// and a bucket, which fits, is then sorted by the lower half. `values` holds the buckets in between, so that only
/// 2 bytes a pair and the largest bucket are needed beside it.
template <class ForEachPair>
void sort_into_many_rows(ForEachPair for_each_pair, std::vector<std::uint32_t>& offsets, RawVector<StepId>& values) {
  constexpr std::size_t bucket_rows = 0x10000;
  const std::size_t row_count = offsets.size() - 1;
  std::vector<std::uint32_t> next(std::min(row_count, bucket_rows));
  if (row_count <= bucket_rows) {
    sort_into_rows(for_each_pair, offsets.data(), values.data(), next);
    return;
  }

  std::vector<std::uint32_t> bucket_ends((row_count - 1) / bucket_rows + 1);
  for_each_pair([&](StepId row, StepId) { ++bucket_ends[row / bucket_rows]; });
  RawVector<StepId> bucket(*std::max_element(bucket_ends.begin(), bucket_ends.end()));
  std::uint32_t begin = 0;
  for (std::uint32_t& end : bucket_ends) {
    const std::uint32_t size = end;
    end = begin;
    begin += size;
  }
  RawVector<std::uint16_t> lower(values.size());
  for_each_pair([&](StepId row, StepId value) {
    const std::uint32_t place = bucket_ends[row / bucket_rows]++;
    lower[place] = static_cast<std::uint16_t>(row);
    values[place] = value;
  });

  begin = 0;
  for (std::size_t first_row = 0; first_row < row_count; first_row += bucket_rows) {
    const std::uint32_t end = bucket_ends[first_row / bucket_rows];
    std::copy(values.data() + begin, values.data() + end, bucket.data());
    sort_into_rows(
        [&](auto take) {
          for (std::uint32_t i = begin; i < end; ++i) take(lower[i], bucket[i - begin]);
        },
        offsets.data() + first_row, values.data(), std::span(next).first(std::min(bucket_rows, row_count - first_row)));
    begin = end;
  }
}

}  // namespace orchestrator
