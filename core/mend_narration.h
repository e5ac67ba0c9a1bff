// Mends in words: who waits for whom, how little has to go, and what that frees.
#pragma once

#include <span>
#include <vector>

#include "mends.h"
#include "sentence.h"

namespace orchestrator {

/// Of a knot first who waits for whom, then how many dependencies to remove and whether fewer could do.
std::vector<Sentence> narrate(const Knot& knot);

/// Of one dependency to remove what it is, then what that frees: the steps that LeftOver::freed_by answers.
std::vector<Sentence> narrate(const Dependency& mend, std::span<const StepId> freed);

/// Of all knots together how many dependencies to remove, what that sorts, how they were chosen, and what nobody but
/// the author knows; a sentence alone where there is no knot. `freed` is what removing all of them frees.
std::vector<Sentence> narrate(std::span<const Knot> knots, std::span<const StepId> freed);

}  // namespace orchestrator
