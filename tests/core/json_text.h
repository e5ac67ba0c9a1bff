// Definitions as their authors write them, for tests that read better in JSON than in builder calls.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "document.h"

namespace orchestrator {

/// Keeps what a parser to plain values would lose: fields that stand there twice. Throws when it is not JSON.
Document document_of(std::string_view json);

/// One line a mistake: "error invalid_name /steps/0/name: Step number 1 has no name."
std::vector<std::string> lines_of(const std::vector<Diagnostic>& diagnostics);

}  // namespace orchestrator
