// A file that the command writes.
#pragma once

#include <string>
#include <string_view>

namespace orchestrator::cli {

/// Opened at once, so that a place where nothing can be written is known before any work is done; empty until `write`.
class WrittenFile {
 public:
  /// std::system_error, with the path in its sentence, when it cannot be opened for writing.
  explicit WrittenFile(std::string path);
  ~WrittenFile();
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

  /// Writes all of it and closes the file; std::system_error, as above, when that fails. To be called once.
  void write(std::string_view content);

 private:
  std::string path_;
  int descriptor_;
};

}  // namespace orchestrator::cli
