// The text of a pipeline file.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "diagnostic.h"

namespace orchestrator::cli {

/// More than this is refused: a pipeline of the most steps allowed takes less.
inline constexpr std::size_t largest_input = std::size_t{1} << 30U;

/// Reads a file, or standard input when the path is "-". A file that cannot be read, or is too large, is a diagnostic.
std::variant<std::string, Diagnostic> read_input(const std::string& path);

}  // namespace orchestrator::cli
