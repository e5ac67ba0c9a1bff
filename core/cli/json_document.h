// JSON text as a document of the core.
#pragma once

#include <string_view>
#include <variant>

#include "diagnostic.h"
#include "document.h"

namespace orchestrator::cli {

/// Parses UTF-8 text, with or without a byte order mark. Duplicate keys stay in the document; any depth of nesting is
/// fine, for nothing recurses. Time and memory linear in the text.
std::variant<Document, Diagnostic> parse_json(std::string_view text);

}  // namespace orchestrator::cli
