#include "written_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "output.h"
#include "text.h"

namespace orchestrator::cli {
namespace {

[[noreturn]] void fail(const std::string& path, int trouble) {
  throw std::system_error(trouble, std::generic_category(),
                          "The file " + orchestrator::quoted(path) + " cannot be written");
}

}  // namespace

WrittenFile::WrittenFile(std::string path)
    : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) fail(path_, errno);
}

WrittenFile::~WrittenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void WrittenFile::write(std::string_view content) {
  int trouble = write_all(descriptor_, content);
  // Some file systems tell only now that there was no room.
  if (::close(std::exchange(descriptor_, -1)) != 0 && trouble == 0) trouble = errno;
  if (trouble != 0) fail(path_, trouble);
}

}  // namespace orchestrator::cli
