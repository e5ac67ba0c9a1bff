// What the wasms without Embind are handed, and what they answer with: lists, of which JavaScript gets the addresses
// from plain_bindings.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph.h"
#include "sentence.h"

namespace orchestrator::marshal {

/// What JavaScript hands over. Whoever makes something of it takes it out.
struct PlainRooms {
  std::vector<Dependency> pairs;
  std::vector<double> numbers;
  /// Texts in UTF-8, one after another, and where each ends.
  std::string text;
  std::vector<std::uint32_t> ends;
};

/// A call leaves alone the lists that it has no use for.
struct PlainAnswer {
  std::vector<std::uint32_t> ids;
  /// Where lists of ids, or texts, end; or a second list.
  std::vector<std::uint32_t> ends;
  std::vector<double> numbers;
  /// Texts in UTF-8, one after another.
  std::string text;

  void add(std::string_view more) {
    text += more;
    ends.push_back(static_cast<std::uint32_t>(text.size()));
  }
  void clear_texts() {
    text.clear();
    ends.clear();
  }
  /// Three texts, code, words and English, and all values as numbers.
  void add(const Sentence& sentence, const NameOf& name_of) {
    add(sentence.form->code);
    add(sentence.form->words);
    add(english(sentence, name_of));
    numbers.insert(numbers.end(), sentence.values.begin(), sentence.values.end());
  }

  /// For each list where it is and how long: ids, ends, numbers, text.
  std::array<std::uintptr_t, 8> table() const {
    return {reinterpret_cast<std::uintptr_t>(ids.data()),     ids.size(),
            reinterpret_cast<std::uintptr_t>(ends.data()),    ends.size(),
            reinterpret_cast<std::uintptr_t>(numbers.data()), numbers.size(),
            reinterpret_cast<std::uintptr_t>(text.data()),    text.size()};
  }
};

inline PlainRooms rooms;
inline PlainAnswer answer;

}  // namespace orchestrator::marshal
