// Standard output and standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace orchestrator::cli {

/// A buffered file descriptor. When its reader has gone (`| head`), the rest is dropped without a word: that is no
/// mistake of anybody's. Any other trouble, a full disk for one, is a std::system_error.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  Output& operator<<(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) flush();
    return *this;
  }

  /// To be called at the end: a destructor could not report that the disk is full.
  void flush();
  /// True when nobody reads any more, so that a long output may as well end.
  bool reader_has_gone() const { return reader_has_gone_; }

 private:
  static constexpr std::size_t buffer_size = std::size_t{1} << 16U;

  int descriptor_;
  std::string buffer_;
  bool reader_has_gone_ = false;
};

/// Writes all of the text to a descriptor; 0 when that went well, else errno.
int write_all(int descriptor, std::string_view text) noexcept;

/// Writes to standard error at once, and ignores when that is not possible.
void write_error(std::string_view text) noexcept;

}  // namespace orchestrator::cli
