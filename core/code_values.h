// The values of the variables in the code of pseudocode.h, just after an event.
#pragma once

#include <string_view>

#include "dfs.h"
#include "function_ref.h"
#include "sentence.h"
#include "trace.h"

namespace orchestrator {

/// Takes a name as CodeRow::variables has it (in_degree, ready, order, step, dependent, in_degree[dependent],
/// colour[dependent], stack or cycles), and a value written as in code, whatever the language: 'a', 2, grey, ['a',
/// 'b'],
/// {'a': 0, 'b': 1}. Of long lists come the ends that change, and how many more there are: ['a', 'b', … +40].
using TakeValue = FunctionRef<void(std::string_view name, std::string_view text)>;

/// Those that have a value by then; step and dependent are the last ones taken. Time: O(log² n), of Kahn's algorithm
/// for each dependency of a few steps.
void for_each_value(const KahnTrace& trace, Cursor cursor, const NameOf& name_of, const TakeValue& take);
void for_each_value(const DepthTrace& trace, Cursor cursor, const NameOf& name_of, const TakeValue& take);

}  // namespace orchestrator
