// What the algorithms have done by an event, counted from where the event is.
#pragma once

#include "dfs.h"
#include "trace.h"

namespace orchestrator {

/// Neither algorithm does more than V + V + E of this for V steps and E dependencies, and each just that when nothing
/// keeps steps out.
struct Cost {
  /// Steps put into the ready queue, or on the stack; at most V.
  Cursor put = 0;
  /// Steps taken out again; at most V.
  Cursor taken = 0;
  /// Dependencies followed: in-degrees lowered, or dependents looked at; at most E.
  Cursor followed = 0;
  bool operator==(const Cost&) const = default;
};

/// std::out_of_range unless cursor < trace.size(). Time: as for at(cursor).
Cost cost_at(const KahnTrace& trace, Cursor cursor);
Cost cost_at(const DepthTrace& trace, Cursor cursor);

}  // namespace orchestrator
