// Asks for memory ahead of its use, so that it has reached the cache by then.
#pragma once

namespace orchestrator {

/// The byte must be readable. WebAssembly has no instruction to prefetch, but a load whose result nobody waits for does
/// nearly the same: the processor runs several at once. `volatile` keeps the compiler from dropping it.
inline void will_read(const void* byte) {
#if defined(__GNUC__) && !defined(__wasm__)
  __builtin_prefetch(byte);
#else
  static_cast<void>(*static_cast<const volatile char*>(byte));
#endif
}

}  // namespace orchestrator
