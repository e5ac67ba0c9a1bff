// A run as a JUnit report, which CI servers and editors can read.
#pragma once

#include <string>

#include "../definition.h"
#include "run.h"

namespace orchestrator {

/// XML 1.0 in the form that the JUnit plugins of Jenkins and GitLab read: one testsuite, one testcase a step in the
/// run's order, with `failure` or `skipped` and why. A failure that the policy allows for counts as skipped, as it does
/// not fail the run. Characters that XML cannot hold are written as \u{001B}; times in seconds.
std::string junit_text(const Run& run, const PipelineDefinition& definition);

}  // namespace orchestrator
