// What would mend a pipeline with cycles, as text or JSON.
#pragma once

#include "output.h"
#include "pipeline.h"

namespace orchestrator::cli {

/// In the sentences of mend_narration.h: each knot with the dependencies to remove and what each frees; then all of
/// them together, and how they were chosen where there may be fewer.
void print_mends(Output& out, const Pipeline& pipeline);

/// {"exact","exact_up_to","knots":[{"steps","exact","remove":[{"step","depends_on","frees","sentences"}],"frees",
/// "sentences"}],"frees","sentences"}: the steps by their names, all of them, and the sentences in parts.
void print_mends_json(Output& out, const Pipeline& pipeline);

}  // namespace orchestrator::cli
