#include "input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "mistakes.h"

namespace orchestrator::cli {
namespace {

// An open file, or standard input, which stays open.
class Source {
 public:
  explicit Source(const std::string& path)
      : is_standard_input_(path == "-"),
        descriptor_(is_standard_input_ ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Source() {
    if (!is_standard_input_ && descriptor_ >= 0) ::close(descriptor_);
  }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  bool is_open() const { return descriptor_ >= 0; }

  // The size of a file on a disk; 0 for a pipe or a device, which has none.
  std::size_t size() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  }

  // At most as much as there is room for; 0 at the end, -1 and errno when it cannot be read.
  ssize_t read(char* to, std::size_t room) const {
    while (true) {
      const ssize_t count = ::read(descriptor_, to, room);
      if (count >= 0 || errno != EINTR) return count;
    }
  }

 private:
  bool is_standard_input_;
  int descriptor_;
};

Diagnostic unreadable(const std::string& path, int reason) {
  const std::string file = path == "-" ? "Standard input" : path;
  // A directory opens, but reading it fails with this.
  const std::string why = reason == EISDIR   ? "it is a directory"
                          : reason == ENOENT ? "there is no such file"
                          : reason == EACCES ? "you have no permission to read it"
                                             : std::generic_category().message(reason);
  return mistakes::unreadable_file(file, why);
}

}  // namespace

std::variant<std::string, Diagnostic> read_input(const std::string& path) {
  const Source source(path);
  if (!source.is_open()) return unreadable(path, errno);
  const std::size_t size = source.size();
  if (size > largest_input) return mistakes::too_large("bytes", size, largest_input);

  constexpr std::size_t chunk = std::size_t{1} << 20U;
  std::string text;
  // One chunk more than the file has, to see that it ends there.
  text.reserve(size + chunk);
  while (true) {
    const std::size_t before = text.size();
    text.resize(before + chunk);
    const ssize_t count = source.read(text.data() + before, text.size() - before);
    if (count < 0) return unreadable(path, errno);
    text.resize(before + static_cast<std::size_t>(count));
    if (count == 0) return text;
    if (text.size() > largest_input) return mistakes::too_large("bytes or more", text.size(), largest_input);
  }
}

}  // namespace orchestrator::cli
