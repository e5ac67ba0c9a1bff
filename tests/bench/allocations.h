// Counts what the program asks of the heap through operator new.
#pragma once

#include <cstddef>

namespace bench {

struct Allocations {
  std::size_t count = 0;
  std::size_t bytes = 0;
};
/// Since the program began.
Allocations allocations();

}  // namespace bench
