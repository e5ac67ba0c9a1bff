// What somebody else's program does with the installed library: it puts three steps in order.
#include <orchestrator/graph.h>
#include <orchestrator/kahn.h>
#include <orchestrator/version.h>

#include <array>
#include <iostream>

int main() {
  const std::array dependencies{orchestrator::Dependency{2, 0}, orchestrator::Dependency{0, 1}};
  const orchestrator::Order order = orchestrator::kahn_order(orchestrator::Graph(3, dependencies));
  std::cout << "orchestrator " << orchestrator::version() << ":";
  for (const orchestrator::StepId step : order.steps) std::cout << ' ' << step;
  std::cout << '\n';
  return order.complete && order.steps == std::vector<orchestrator::StepId>{2, 0, 1} ? 0 : 1;
}
