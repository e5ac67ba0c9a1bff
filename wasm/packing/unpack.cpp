// Unpacks.
#include <optional>

#include "model.h"

namespace packing {

Model model;

namespace {

u8 bytes[most_bytes];
u8 packed[most_bytes / 2];

struct Decoder {
  const u8* next = packed;
  u32 low = 0;
  u32 high = ~0U;
  u32 now = 0;
  void begin() {
    for (u32 i = 0; i < 4; ++i) now = now << 8 | *next++;
  }
  u32 code(u32 chance, u32 /*bit*/) {
    const u32 range = high - low;
    const u32 middle = low + (range >> 16) * chance + ((range & 0xFFFF) * chance >> 16);
    const u32 bit = now <= middle;
    (bit ? high : low) = bit ? middle : middle + 1;
    for (; (low ^ high) >> 24 == 0; low <<= 8, high = high << 8 | 255) now = now << 8 | *next++;
    return bit;
  }
};

Decoder decoder;
std::optional<Walk<Decoder>> walk;

}  // namespace
}  // namespace packing

using namespace packing;

extern "C" {

__attribute__((used)) void* unpack_room() { return packed; }

/// Where the bytes will be, the first so many of which are WebAssembly.
__attribute__((used)) void* unpack_begin(std::uint32_t wasm) {
  reset();
  decoder.begin();
  walk.emplace(bytes, wasm, decoder);
  return bytes;
}

/// Goes on to this many. To be called often: a browser makes code fast while it is not inside.
__attribute__((used)) void unpack_to(std::uint32_t size) {
  while (walk->at() < size) walk->step({});
}
}
