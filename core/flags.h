// A yes or no for each of many things.
#pragma once

#include <cstdint>
#include <vector>

namespace orchestrator {

/// Bytes, not the bits of vector<bool>: those need several kilobytes of code, all of which travels to the page.
using Flags = std::vector<std::uint8_t>;

}  // namespace orchestrator
