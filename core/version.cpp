#include "version.h"

namespace orchestrator {

std::string_view version() { return ORCHESTRATOR_VERSION; }

}  // namespace orchestrator
