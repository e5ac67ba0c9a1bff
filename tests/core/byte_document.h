// Documents out of arbitrary bytes: mostly pipelines, with every mistake in them that bytes can make. Shared by the
// properties and the fuzzer, so that what one finds the other can repeat.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "document.h"

namespace orchestrator {

/// Bytes one by one; zeros when there are no more.
class Bytes {
 public:
  explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  bool empty() const { return bytes_.empty(); }
  std::uint8_t next() {
    if (bytes_.empty()) return 0;
    const std::uint8_t byte = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return byte;
  }
  /// A number below `count`.
  std::size_t below(std::size_t count) { return next() % count; }
  std::string text(std::size_t length) {
    std::string text;
    while (text.size() < length && !bytes_.empty()) text += static_cast<char>(next());
    return text;
  }

 private:
  std::span<const std::uint8_t> bytes_;
};

class ByteDocument {
 public:
  explicit ByteDocument(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  Document take() {
    if (odd()) {
      value(0);
    } else {
      pipeline();
    }
    return builder_.take();
  }

 private:
  // One time in so many something else stands where a definition has its place.
  bool odd() { return bytes_.below(40) == 39; }
  bool sometimes() { return bytes_.below(4) == 3; }

  void pipeline() {
    builder_.begin(Kind::object);
    odd_field();
    field("steps", &ByteDocument::steps);
    if (odd()) field("workers", &ByteDocument::number);
    odd_field();
    builder_.end();
  }

  void steps() {
    builder_.begin(Kind::array);
    for (step_number_ = 0; !bytes_.empty() && bytes_.below(12) != 11; ++step_number_) {
      if (odd()) {
        value(2);
      } else {
        step();
      }
    }
    builder_.end();
  }

  void step() {
    builder_.begin(Kind::object);
    if (!odd()) field("name", &ByteDocument::own_name);
    if (!odd()) field("depends_on", &ByteDocument::names);
    if (odd()) field("max_retries", &ByteDocument::number);
    if (odd()) field("timeout_ms", &ByteDocument::number);
    if (sometimes()) field("action", &ByteDocument::action);
    odd_field();
    builder_.end();
  }

  void action() {
    builder_.begin(Kind::object);
    field("duration_ms", &ByteDocument::number);
    field("fails", &ByteDocument::number);
    odd_field();
    builder_.end();
  }

  void names() {
    builder_.begin(Kind::array);
    for (std::size_t count = bytes_.below(3); count > 0; --count) name();
    builder_.end();
  }

  void field(std::string_view key, void (ByteDocument::*read)()) {
    builder_.key(key);
    if (odd()) {
      value(3);
    } else {
      (this->*read)();
    }
  }

  void odd_field() {
    if (!odd()) return;
    key();
    value(3);
  }

  void key() {
    constexpr std::array<std::string_view, 16> keys{
        "name",   "steps",       "fail_fast", "workers", "depends_on", "max_retries", "action", "run",
        "output", "duration_ms", "fails",     "error",   "dependsOn",  "a/b~c",       "",       "timeout_ms"};
    const std::size_t which = bytes_.below(keys.size() + 1);
    builder_.key(which < keys.size() ? std::string(keys[which]) : bytes_.text(bytes_.below(40)));
  }

  // Steps are called a, b, …; what they depend on stands mostly before them.
  void own_name() { letter_or_text(step_number_); }
  void name() { letter_or_text(sometimes() ? bytes_.below(step_number_ + 2) : bytes_.below(step_number_ + 1)); }
  void letter_or_text(std::size_t number) {
    if (odd()) {
      text();
    } else {
      builder_.string(std::string_view("abcdefghijklmnopqrstuvwxyz").substr(number % 26, 1));
    }
  }

  void text() {
    constexpr std::array<std::string_view, 10> texts{"",     " ",      "always",  "ghost",        "<b>",
                                                     "a\nb", "\u200B", "\u202Eb", "\xED\xA0\x80", "\xF0\x9F\x98\x80"};
    const std::size_t which = bytes_.below(texts.size() + 2);
    if (which < texts.size()) {
      builder_.string(texts[which]);
    } else if (which == texts.size()) {
      builder_.string(std::string(bytes_.below(8) * 300, 'x'));
    } else {
      builder_.string(bytes_.text(bytes_.below(100)));
    }
  }

  void number() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr std::array<double, 16> numbers{1,    2,   3,       0,          -1,    0.5,      1.0000001, 1000,
                                             1001, 1e6, 1e6 + 1, 2147483647, 1e300, infinity, -infinity, 30000};
    const std::size_t which = bytes_.below(numbers.size() + 2);
    if (which < numbers.size()) {
      builder_.number(numbers[which]);
    } else if (which == numbers.size()) {
      builder_.number(std::numeric_limits<double>::quiet_NaN());
    } else {
      builder_.number(bytes_.next() / 16.0);
    }
  }

  void value(std::size_t depth) {
    constexpr std::size_t deepest = 12;
    switch (bytes_.below(depth < deepest ? 7 : 5)) {
      case 0: return builder_.null();
      case 1: return builder_.boolean(bytes_.below(2) == 1);
      case 2: return number();
      case 3: return text();
      case 4: return name();
      case 5: {
        builder_.begin(Kind::array);
        for (std::size_t count = bytes_.below(4); count > 0; --count) value(depth + 1);
        return builder_.end();
      }
      default: {
        builder_.begin(Kind::object);
        for (std::size_t count = bytes_.below(4); count > 0; --count) {
          key();
          value(depth + 1);
        }
        return builder_.end();
      }
    }
  }

  Bytes bytes_;
  DocumentBuilder builder_;
  std::size_t step_number_ = 0;
};

}  // namespace orchestrator
