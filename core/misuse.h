// Our own misuse, never an author's mistake.
#pragma once

#include <cstdlib>

namespace orchestrator {

/// Throws. Built without exceptions, it ends the program.
template <class Error>
[[noreturn]] void misuse(const char* what) {
#ifdef __cpp_exceptions
  throw Error(what);
#else
  static_cast<void>(what);
  std::abort();
#endif
}

}  // namespace orchestrator
