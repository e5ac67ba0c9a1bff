#include <exception>

#include "command.h"

namespace orchestrator {

std::optional<Outcome> FunctionCommand::execute(int, double) {
  try {
    return Outcome{true, function_()};
  } catch (const std::exception& error) {
    return Outcome{false, error.what()};
  }
}

}  // namespace orchestrator
