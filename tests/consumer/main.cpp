#include <orchestrator/narration.h>
#include <orchestrator/trace.h>

#include <array>
#include <iostream>

int main() {
  using namespace orchestrator;
  // A diamond: 0 before 1 and 2, both before 3.
  const std::array<Dependency, 4> dependencies{{{0, 1}, {0, 2}, {1, 3}, {2, 3}}};
  const std::array<std::string_view, 4> names{"extract", "validate", "profile", "load"};

  const Graph graph(names.size(), dependencies);
  const KahnTrace trace(graph);
  for (Cursor cursor = 0; cursor < trace.size(); ++cursor) {
    std::cout << sentence_of(trace, trace.at(cursor), [&](StepId step) { return names[step]; }) << '\n';
  }
  return trace.complete() ? 0 : 1;
}
