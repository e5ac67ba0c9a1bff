// Why a text is not JSON, in a short sentence that is true of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic.h"

namespace orchestrator::cli {

/// Where the parser stopped.
struct JsonStop {
  /// Bytes read, the last one of the offending token or the offending byte included; one more than the text has when
  /// it ended too early.
  std::size_t bytes_read = 0;
  /// Bytes read of the offending token, if that is a text or a number.
  std::size_t token_length = 0;
  /// The parser's own words.
  std::string message;
};

/// What the parser had read when it stopped.
struct JsonContext {
  enum class Inside : std::uint8_t { nothing, array, object };
  enum class Last : std::uint8_t { nothing, opening, key, value };
  Inside inside = Inside::nothing;
  Last last = Last::nothing;
};

/// Texts that are not JSON at all: empty ones, UTF-16, binary files.
std::optional<Diagnostic> mistake_before_parsing(std::string_view text);

Diagnostic json_mistake(std::string_view text, const JsonStop& stop, const JsonContext& context);

}  // namespace orchestrator::cli
