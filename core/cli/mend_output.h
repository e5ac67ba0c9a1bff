// What would mend a pipeline with cycles, as text or JSON.
#pragma once

#include "output.h"
#include "pipeline.h"

namespace orchestrator::cli {

/// Each knot with its steps and the dependencies to remove, whether there are provably none fewer, and what each frees;
/// then what all of them together free. Of many steps only the first few are named.
void print_mends(Output& out, const Pipeline& pipeline);

/// {"exact","exact_up_to","knots":[{"steps","exact","remove":[{"step","depends_on","frees"}],"frees"}],"frees"}: the
/// steps by their names, all of them.
void print_mends_json(Output& out, const Pipeline& pipeline);

}  // namespace orchestrator::cli
