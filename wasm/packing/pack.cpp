// Packs. What repeats is chosen so that all of it takes the fewest bits, as far as they can be foreseen.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <vector>

#include "model.h"

namespace packing {

Model model;

namespace {

double bits_of(u32 chance, u32 bit) { return 16 - std::log2(bit ? chance : 65536 - chance); }

struct Cost {
  double bits = 0;
  u32 code(u32 chance, u32 bit) {
    bits += bits_of(chance, bit);
    return bit;
  }
};

struct Encoder {
  std::vector<u8> out;
  u32 low = 0;
  u32 high = ~0U;
  u32 code(u32 chance, u32 bit) {
    const u32 range = high - low;
    const u32 middle = low + (range >> 16) * chance + ((range & 0xFFFF) * chance >> 16);
    (bit ? high : low) = bit ? middle : middle + 1;
    for (; (low ^ high) >> 24 == 0; low <<= 8, high = high << 8 | 255) out.push_back(static_cast<u8>(low >> 24));
    return bit;
  }
  // Any number from low to high would do.
  void end() {
    for (u32 i = 0; i < 4; ++i, high <<= 8) out.push_back(static_cast<u8>(high >> 24));
  }
};

void reset_all() {
  std::memset(&model, 0, sizeof model);
  reset();
}

// What each byte would take if nothing were copied.
std::vector<float> byte_costs(std::vector<u8> bytes, u32 wasm) {
  reset_all();
  Cost cost;
  Walk walk(bytes.data(), wasm, cost);
  std::vector<float> costs;
  double before = 0;
  while (walk.at() < bytes.size()) {
    walk.step({});
    costs.push_back(static_cast<float>(cost.bits - before));
    before = cost.bits;
  }
  return costs;
}

// Of each place the nearest copies, each longer than the one before.
std::vector<std::vector<Token>> copies_in(const std::vector<u8>& bytes) {
  std::vector<i32> last(1U << 18, -1);
  std::vector<i32> previous(bytes.size());
  std::vector<std::vector<Token>> copies(bytes.size());
  for (u32 at = 0; at + 3 < bytes.size(); ++at) {
    const u32 most = std::min<u32>(most_length, static_cast<u32>(bytes.size()) - at);
    i32& entry = last[hash(static_cast<u32>(bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16), 0) & 0x3FFFF];
    u32 best = 2;
    u32 tries = 2000;
    for (i32 from = entry; from >= 0 && tries > 0 && best < most; from = previous[static_cast<u32>(from)], --tries) {
      const u8* const there = &bytes[static_cast<u32>(from)];
      if (there[best] != bytes[at + best]) continue;
      u32 length = 0;
      while (length < most && there[length] == bytes[at + length]) ++length;
      if (length <= best) continue;
      best = length;
      copies[at].push_back({length, at - static_cast<u32>(from)});
    }
    previous[at] = entry;
    entry = static_cast<i32>(at);
  }
  return copies;
}

// What parts of a token took on average in the choice before.
struct Prices {
  std::vector<double> length = std::vector<double>(most_length + 1, 5);
  std::vector<double> slot = std::vector<double>(32, 4.5);
  double byte = 0;
  double copy = 3;
  double again = 3;
  double other = .2;
};

class Choice {
 public:
  Choice(const std::vector<u8>& bytes, const std::vector<float>& costs, const std::vector<std::vector<Token>>& copies)
      : bytes_(bytes), costs_(costs), copies_(copies) {}

  std::vector<Token> by(const Prices& prices) {
    best_.assign(bytes_.size() + 1, {});
    best_[0] = {0, {}, 1};
    for (u32 at = 0; at < bytes_.size(); ++at) {
      const Best here = best_[at];
      offer(at, {1, 0}, here.bits + costs_[at] + prices.byte + slowness);
      if (here.distance <= at) {
        u32 length = 0;
        while (length < most_length && at + length < bytes_.size() &&
               bytes_[at + length] == bytes_[at + length - here.distance]) {
          ++length;
        }
        for (u32 part = least_length; part <= length; ++part) {
          offer(at, {part, here.distance}, here.bits + prices.copy + prices.again + prices.length[part]);
        }
      }
      u32 part = 3;
      for (const Token& copy : copies_[at]) {
        const u32 slot = highest_bit(copy.distance);
        const double bits = here.bits + prices.copy + prices.other + prices.slot[slot] + slot;
        for (; part <= copy.length; ++part) offer(at, {part, copy.distance}, bits + prices.length[part]);
      }
    }
    std::vector<Token> tokens;
    for (std::size_t end = bytes_.size(); end > 0; end -= best_[end].token.length) tokens.push_back(best_[end].token);
    return {tokens.rbegin(), tokens.rend()};
  }

 private:
  // A byte by itself takes more time to unpack than one that is copied: for that it must save so many bits.
  static constexpr double slowness = .15;

  struct Best {
    double bits = 1e18;
    Token token;
    u32 distance;
  };
  void offer(u32 at, Token token, double bits) {
    Best& there = best_[at + token.length];
    if (bits >= there.bits) return;
    there = {bits, token, token.distance ? token.distance : best_[at].distance};
  }

  const std::vector<u8>& bytes_;
  const std::vector<float>& costs_;
  const std::vector<std::vector<Token>>& copies_;
  std::vector<Best> best_;
};

Prices prices_of(const std::vector<Token>& tokens) {
  Prices prices;
  std::vector<double> lengths(most_length + 1, .3);
  std::vector<double> slots(32, .3);
  double copies = 1;
  double again = 1;
  u32 distance = 1;
  for (const Token& token : tokens) {
    if (!token.distance) continue;
    ++copies;
    ++lengths[token.length];
    if (token.distance == distance)
      ++again;
    else
      ++slots[highest_bit(token.distance)];
    distance = token.distance;
  }
  const auto all = static_cast<double>(tokens.size());
  for (u32 i = 0; i < lengths.size(); ++i) prices.length[i] = std::log2(copies / lengths[i]);
  for (u32 i = 0; i < slots.size(); ++i) prices.slot[i] = std::log2((copies - again) / slots[i]);
  prices.byte = std::log2(all / (all - copies + 1));
  prices.copy = std::log2(all / copies);
  prices.again = std::log2(copies / again);
  prices.other = std::log2(copies / (copies - again + 1));
  return prices;
}

std::vector<u8> packed(const std::vector<u8>& bytes, u32 wasm) {
  const auto costs = byte_costs(bytes, wasm);
  const auto copies = copies_in(bytes);
  Choice choice(bytes, costs, copies);
  Prices prices;
  std::vector<Token> tokens;
  for (u32 round = 0; round < 3; ++round) {
    tokens = choice.by(prices);
    prices = prices_of(tokens);
  }
  reset_all();
  Encoder encoder;
  std::vector<u8> walked = bytes;
  Walk walk(walked.data(), wasm, encoder);
  for (const Token& token : tokens) walk.step(token);
  encoder.end();
  return encoder.out;
}

std::vector<u8> bytes;

}  // namespace
}  // namespace packing

using packing::bytes;

extern "C" {

__attribute__((used)) void* pack_room(std::uint32_t size) {
  bytes.resize(size);
  return bytes.data();
}

/// Of bytes the first so many of which are WebAssembly: how many bytes they are packed, which stand in the room of this
/// many.
__attribute__((used)) std::uint32_t pack(std::uint32_t wasm) {
  bytes = packing::packed(bytes, wasm);
  return static_cast<std::uint32_t>(bytes.size());
}
}
