#pragma once

#include <string_view>

namespace orchestrator {

/// The version of the core, "1.2.3"; it stands once, in package.json.
std::string_view version();

}  // namespace orchestrator
