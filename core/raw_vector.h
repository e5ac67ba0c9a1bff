// A vector that does not write zeros first.
#pragma once

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace orchestrator {

/// Leaves elements that nobody gave a value as they are.
template <class T>
struct RawAllocator : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = RawAllocator<U>;
  };
  RawAllocator() = default;
  template <class U>
  RawAllocator(const RawAllocator<U>&) {}

  template <class U>
  void construct(U* place) {
    ::new (static_cast<void*>(place)) U;
  }
  template <class U, class... Values>
  void construct(U* place, Values&&... values) {
    ::new (static_cast<void*>(place)) U(std::forward<Values>(values)...);
  }
};

/// For plain numbers that are all about to be written: `RawVector<T>(n)` holds n of them, unset. Zeros would cost a
/// fifth of the time of building a graph of ten million steps.
template <class T>
using RawVector = std::vector<T, RawAllocator<T>>;

}  // namespace orchestrator
