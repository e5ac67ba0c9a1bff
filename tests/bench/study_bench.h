// What can be asked of a graph beyond an order, beside what other libraries have of it.
#pragma once

#include <cstdint>

namespace bench {

/// Registers depth-first search, strongly connected components and mends, of graphs with so many steps.
void add_studies(std::uint32_t steps);

}  // namespace bench
