// A trace event by event, a line each, as text and as JSON: what `orchestrator trace` prints and the module exports.
#pragma once

#include <cstdint>
#include <string_view>

#include "dfs.h"
#include "function_ref.h"
#include "sentence.h"
#include "tie_break_trace.h"

namespace orchestrator {

enum class LineFormat : std::uint8_t {
  /// Number, kind and sentence of each event; behind the last one what came of it: whether it sorted, and what stood
  /// against it.
  text,
  /// An object of the schema trace_event.schema.json a line, and nothing else.
  json,
};

/// Takes a line, with its line break; false when it wants no more.
using TakeLine = FunctionRef<bool(std::string_view)>;

/// The lines of the events [from, to). Time: as for narrate for each, and linear in steps + dependencies to begin with
/// and for what comes behind the last.
void for_each_line(const TieBreakTrace& trace, const NameOf& name_of, LineFormat format, Cursor from, Cursor to,
                   const TakeLine& take);
void for_each_line(const DepthTrace& trace, const NameOf& name_of, LineFormat format, Cursor from, Cursor to,
                   const TakeLine& take);

}  // namespace orchestrator
