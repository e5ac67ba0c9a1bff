// How the single file is packed: what repeats as a copy of what stood before (LZ77), and everything else bit by bit, by
// what followed in similar places (logistic mixing of four contexts and its refinement by experience, after M.
// Mahoney's lpaq). It packs smaller than LZMA, and takes longer to unpack. Packing and unpacking are the same walk over
// the same bytes, so that both learn the same; they differ in their Coder.
#pragma once

#include <cstdint>

namespace packing {

using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using i32 = std::int32_t;

constexpr u32 most_bytes = 1U << 20;
constexpr u32 least_length = 2;
constexpr u32 most_length = least_length + 255;

/// What comes at a place: a copy of `length` bytes that began `distance` bytes before, or, where that is 0, one byte.
struct Token {
  u32 length;
  u32 distance;
};

inline u32 highest_bit(u32 number) { return 31U - static_cast<u32>(__builtin_clz(number)); }

inline u32 hash(u32 a, u32 b) {
  const u32 mixed = (a ^ b * 0x9E3779B1U) * 0x2F0B4C47U;
  return mixed ^ mixed >> 15;
}

// A chance of a 1 that learns: 12 bits, the first of which is turned so that memory that nobody has written to is an
// even chance, and how often it has learnt in the lowest 4.
struct Chance {
  u16 turned;
  u32 value() const { return turned ^ 0x8000U; }
};

using Four = float __attribute__((vector_size(16)));

// Everything that is learnt on the way. Too large for a stack, and there is only one.
struct Model {
  static constexpr u32 contexts = 4;
  static constexpr u32 slots = 1U << 20;  // of each context: lines of 16 chances for half a byte each
  Chance chances[contexts][slots];
  // Of the contexts, and of what would follow if the last copy had gone on.
  Four weights[3][256];
  float trust[3][256];
  static constexpr u32 copy_chances = 1U << 17;
  Chance copies[copy_chances];
  Chance flags[8192];
  float stretched[4096];
  u32 squashed[4096];
  float rates[16];
  // By the byte before and what is known of this one: how wrong the mixing was when it said about so much.
  float wrong[1U << 16][16];
};

extern Model model;

/// Before the first walk; before any other the chances must be cleared, too.
inline void reset() {
  // e^(1/256) by multiplication alone, so that it is the same everywhere.
  double e = 1;
  for (u32 i = 0; i < 2048; ++i) {
    const double p = e / (1 + e);
    model.squashed[2048 + i] = static_cast<u32>(p * 65536);
    model.squashed[2047 - i] = 65536 - model.squashed[2048 + i];
    e *= 1.0039138893383475;
  }
  u32 k = 0;
  for (u32 i = 0; i < 4096; ++i) {
    while (k < 4095 && model.squashed[k] < i * 16 + 8) ++k;
    model.stretched[i] = (static_cast<float>(k) - 2047.5F) / 256;
  }
  for (u32 i = 0; i < 16; ++i) model.rates[i] = 1 / (static_cast<float>(i) + 1.3F);
  for (auto& list : model.weights) {
    for (Four& weights : list) weights = Four{.3F, .3F, .3F, .3F};
  }
}

inline float stretched(Chance chance) { return model.stretched[chance.value() >> 4]; }

inline float bounded(float sum) {
  constexpr float most = 7.9F;
  return sum < -most ? -most : sum > most ? most : sum;
}

inline u32 squashed(float sum) { return model.squashed[static_cast<i32>(bounded(sum) * 256) + 2048]; }

inline void learn(Chance& chance, u32 bit, u32 patience) {
  const u32 value = chance.value();
  const u32 count = value & 15;
  const i32 p = static_cast<i32>(value & 0xFFF0);
  const i32 wanted = bit ? 0xFFFF : 0;
  const u32 next =
      static_cast<u32>(p + 8 + static_cast<i32>(static_cast<float>(wanted - p) * model.rates[count])) & 0xFFF0;
  chance.turned = static_cast<u16>((next | (count < patience ? count + 1 : count)) ^ 0x8000U);
}

// How many numbers follow an instruction of WebAssembly; of rare ones it may be wrong, which costs a few bits.
inline u32 operands_of(u8 instruction) {
  if ((instruction >= 0x28 && instruction <= 0x3E) || instruction == 0x11) return 2;
  const bool has_one = (instruction >= 0x20 && instruction <= 0x24) || (instruction >= 0x02 && instruction <= 0x04) ||
                       instruction == 0x0C || instruction == 0x0D || instruction == 0x10 || instruction == 0x41 ||
                       instruction == 0x42;
  return has_one ? 1 : 0;
}

inline bool in_word(u8 byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '$' ||
         byte == '_' || byte > 127;
}

/// Goes over the bytes. The coder's `code(chance, bit)`, of a bit that is 1 with a chance of so many in 65536, answers
/// the bit that counts: the one it is given, which it writes, or one that it reads.
template <class Coder>
class Walk {
 public:
  /// The first so many bytes are WebAssembly, and the others text.
  Walk(u8* bytes, u32 wasm, Coder& coder) : bytes_(bytes), wasm_(wasm), coder_(coder) {}

  u32 at() const { return at_; }

  /// One token on: this one where it is written.
  void step(Token token) {
    if (is_copy(token.distance != 0)) {
      copy(token);
      after_copy_ = 4;
    } else {
      byte();
      if (after_copy_ > 0) --after_copy_;
    }
  }

 private:
  bool is_copy(u32 wanted) {
    Chance& by_byte = model.flags[after_copy_ << 8 | (before_ & 255)];
    Chance& by_more = model.copies[hash(in_wasm() ? instructions(2) : word_, after_copy_) % Model::copy_chances];
    const u32 p = squashed((stretched(by_byte) + stretched(by_more)) / 2);
    const u32 bit = coder_.code(p, wanted);
    learn(by_byte, bit, 15);
    learn(by_more, bit, 15);
    return bit != 0;
  }
  u32 flag(u32 which, u32 bit) {
    Chance& chance = model.flags[which];
    const u32 p = chance.value();
    bit = coder_.code(p < 32 ? 32 : p > 65504 ? 65504 : p, bit);
    learn(chance, bit, 15);
    return bit;
  }
  u32 tree(u32 base, u32 depth, u32 number) {
    u32 node = 1;
    for (u32 bit = depth; bit-- > 0;) node = node << 1 | flag(base + node, number >> bit & 1);
    return node - (1U << depth);
  }

  void copy(Token token) {
    const u32 again = flag(4096 + after_copy_, token.distance == distance_);
    const u32 length = tree(4352 + (again << 8), 8, token.length - least_length) + least_length;
    if (!again) {
      const u32 slot = tree(5120 + (length < 5 ? length - 2 : 3) * 32, 5, highest_bit(token.distance | 1));
      u32 left = slot < 4 ? 0 : slot - 4;
      distance_ = 1U << (slot - left) |
                  tree(5376 + (slot << 4), slot - left, token.distance >> left & ((1U << (slot - left)) - 1));
      while (left-- > 0) distance_ = distance_ << 1 | coder_.code(32768, token.distance >> left & 1);
    }
    for (u32 i = 0; i < length; ++i) push(bytes_[at_ - distance_]);
  }

  bool in_wasm() const { return at_ < wasm_; }
  // The last instructions, and what number of the last of them comes.
  u32 instructions(u32 count) const { return (instructions_ & ((1U << count * 8) - 1)) << 2 | operands_; }

  void push(u8 byte) {
    bytes_[at_++] = byte;
    before_ = before_ << 8 | byte;
    if (at_ > wasm_) {
      word_ = in_word(byte) ? hash(word_, byte) : 0;
    } else if (operands_ == 0) {
      instructions_ = instructions_ << 8 | byte;
      operands_ = operands_of(byte);
    } else if (byte < 128) {
      --operands_;
    }
  }

  void byte() {
    const u32 sought = bytes_[at_];
    u32 expected = at_ >= distance_ ? bytes_[at_ - distance_] | 256U : 0;
    const bool wasm = in_wasm();
    const u32 hashes[Model::contexts] = {
        hash(wasm ? instructions(1) : before_ & 0xFF, 1),
        hash(before_ & 0xFFFF, 2),
        hash(before_ & (wasm ? 0xFFFF00 : 0xFFFFFF), 3),
        hash(wasm ? instructions(3) : word_, 4),
    };
    Chance* lines[Model::contexts];
    u32 node = 1;
    u32 in_line = 1;
    for (u32 bit = 8; bit-- > 0;) {
      if (bit == 7 || bit == 3) {
        in_line = 1;
        for (u32 i = 0; i < Model::contexts; ++i) {
          lines[i] = &model.chances[i][(hashes[i] ^ (bit == 7 ? 0 : node << 4)) & (Model::slots - 16)];
        }
      }
      u32 set = 0;
      float likely = 0;
      if (expected >> (bit + 1) == node) {
        set = after_copy_ == 4 ? 2 : 1;
        likely = expected >> bit & 1 ? 1.F : -1.F;
      }
      const auto input = [&](u32 context) { return stretched(lines[context][in_line]); };
      const Four inputs = {input(0), input(1), input(2), input(3)};
      Four& weights = model.weights[set][node];
      float& trust = model.trust[set][node];
      const Four sums = weights * inputs;
      const float sum = bounded(sums[0] + sums[1] + (sums[2] + sums[3]) + trust * likely);
      const u32 p = squashed(sum);
      float& wrong = model.wrong[(before_ & 0xFF) << 8 | node][static_cast<u32>(sum + 8)];
      const i32 refined = static_cast<i32>(p) + static_cast<i32>(wrong / 2);
      const u32 chance = static_cast<u32>(refined < 16 ? 16 : refined > 65520 ? 65520 : refined);
      const u32 found = coder_.code(chance, sought >> bit & 1);
      const float error = static_cast<float>(found << 16) - static_cast<float>(p);
      wrong += (error - wrong) * .03F;
      const float lesson = error * (.008F / 65536);
      weights += lesson * inputs;
      trust += lesson * likely;
      for (u32 i = 0; i < Model::contexts; ++i) learn(lines[i][in_line], found, 12);
      node = node << 1 | found;
      in_line = in_line << 1 | found;
    }
    push(static_cast<u8>(node));
  }

  u8* const bytes_;
  const u32 wasm_;
  Coder& coder_;
  u32 at_ = 0;
  u32 distance_ = 1;
  u32 before_ = 0;
  u32 word_ = 0;
  u32 instructions_ = 0;
  u32 operands_ = 0;
  u32 after_copy_ = 0;
};

}  // namespace packing
