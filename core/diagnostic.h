// An author's mistakes, as values: the one list of codes. Their wording is in mistakes.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace orchestrator {

enum class Severity : std::uint8_t { error, warning };

/// What is wrong. To add one: a line here, a row in diagnostic.cpp's table
/// and its sentence in mistakes.h.
enum class Code : std::uint8_t {
  unknown_dependency,
  cyclic_dependency,
  duplicate_step,
  invalid_name,
  invalid_max_retries,
  invalid_timeout,
  invalid_duration,
  invalid_fails,
  invalid_workers,
  invalid_type,
  missing_field,
  unreadable_file,
  invalid_json,
  too_large,
  too_many_mistakes,
  unknown_field,
  duplicate_field,
  duplicate_dependency,
  invisible_character,
};

/// The code as it is printed: "unknown_dependency".
std::string_view code_name(Code code);
/// Errors keep a pipeline from running; warnings do not.
Severity severity_of(Code code);
/// "error" or "warning".
std::string_view severity_name(Severity severity);

/// One mistake: what, where, and how to mend it.
struct Diagnostic {
  Code code{};
  /// One sentence that says what is wrong and with which step.
  std::string message;
  /// One sentence that says how to mend it; empty when the message does.
  std::string hint;
  /// The steps concerned, each once.
  std::vector<std::string> steps;
  /// Where it stands in the definition, as a JSON pointer (RFC 6901): "/steps/2/max_retries".
  std::string path;
};

bool has_errors(const std::vector<Diagnostic>& diagnostics);

/// Collects mistakes. Beyond `most_listed` they are only counted, so that a hostile file cannot fill the memory with
/// sentences; errors are listed before warnings, so no warning can crowd out an error.
class Diagnostics {
 public:
  static constexpr std::size_t most_listed = 10000;

  void add(Diagnostic diagnostic);
  /// False when one more of this severity would not be listed: then it need not be put into words, only counted.
  bool lists_more(Severity severity) const;
  void count_unlisted() { ++added_; }
  bool has_errors() const { return !errors_.empty(); }
  /// The errors, then the warnings, each in the order in which they were added; last, how many more there are.
  std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> errors_;
  std::vector<Diagnostic> warnings_;
  std::size_t added_ = 0;
};

}  // namespace orchestrator
