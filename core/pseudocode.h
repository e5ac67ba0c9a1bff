// Both algorithms as code: in words, in Python and in C++, and what stands behind each line. One table: an event
// belongs to a row of it (line_of), and a row to the lines of each language that do what it says.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace orchestrator {

enum class Algorithm : std::uint8_t { kahn, depth_first };
enum class Language : std::uint8_t { words, python, cpp };

/// The words of Kahn's algorithm, a row each, the first one is row 1: all that the first screen shows.
std::span<const std::string_view> pseudocode();

/// What stands behind a row.
struct CodeRow {
  std::string_view words;
  std::string_view explanation;
  /// Names of the variables whose values are worth seeing beside it (see code_values.h); those behind are empty.
  std::array<std::string_view, 3> variables;
};
std::span<const CodeRow> code_rows(Algorithm algorithm);

/// A line of a program, and the row that it does, from 1; 0 for one that no event belongs to.
struct CodeLine {
  std::uint8_t row;
  std::string_view text;
};
/// A whole program: a function that can be compiled, or run, as it stands. Words are a row a line.
std::span<const CodeLine> program(Algorithm algorithm, Language language);

}  // namespace orchestrator
