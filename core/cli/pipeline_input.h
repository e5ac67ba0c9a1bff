// From the words of the command line to a checked pipeline.
#pragma once

#include "arguments.h"
#include "pipeline.h"

namespace orchestrator::cli {

/// Reads, parses and checks the pipeline. A file that cannot be read is a diagnostic like any other.
Checked load_pipeline(const Arguments& arguments);

}  // namespace orchestrator::cli
