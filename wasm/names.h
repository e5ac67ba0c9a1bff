// The steps' names, one after another in one text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph.h"

namespace orchestrator::marshal {

class Names {
 public:
  /// `ends` says where in the text each name ends.
  Names(std::string text, std::vector<std::uint32_t> ends) : text_(std::move(text)), ends_(std::move(ends)) {}

  std::string_view of(StepId step) const {
    const std::uint32_t start = step == 0 ? 0 : ends_[step - 1];
    return std::string_view(text_).substr(start, ends_[step] - start);
  }
  const std::string& text() const { return text_; }
  const std::vector<std::uint32_t>& ends() const { return ends_; }

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace orchestrator::marshal
