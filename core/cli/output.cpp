#include "output.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace orchestrator::cli {

int write_all(int descriptor, std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

void Output::flush() {
  const int trouble = reader_has_gone_ ? 0 : write_all(descriptor_, buffer_);
  buffer_.clear();
  if (trouble == EPIPE) {
    reader_has_gone_ = true;
  } else if (trouble != 0) {
    throw std::system_error(trouble, std::generic_category(), "The output cannot be written");
  }
}

void write_error(std::string_view text) noexcept { write_all(STDERR_FILENO, text); }

}  // namespace orchestrator::cli
