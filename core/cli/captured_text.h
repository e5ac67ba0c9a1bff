// What a process prints, as much of it as is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace orchestrator::cli {

/// Keeps at most `most_kept` bytes, whatever comes.
class CapturedText {
 public:
  enum class Keep : std::uint8_t { beginning, end };
  static constexpr std::size_t most_kept = std::size_t{1} << 20U;

  explicit CapturedText(Keep keep) : keep_(keep) {}

  void append(std::string_view text);

  /// As $(…) has it; text that was cut says so in a last line.
  std::string text_without_last_breaks() const;
  /// The last line that is not blank.
  std::string_view last_line() const;

 private:
  Keep keep_;
  std::string text_;
  std::size_t dropped_ = 0;
};

}  // namespace orchestrator::cli
