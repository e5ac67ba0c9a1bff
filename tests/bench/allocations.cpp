#include "allocations.h"

#include <cstdlib>
#include <new>

namespace {
bench::Allocations made;
}

namespace bench {
Allocations allocations() { return made; }
}  // namespace bench

void* operator new(std::size_t size) {
  ++made.count;
  made.bytes += size;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
