#include "pseudocode.h"

#include <cstddef>

namespace orchestrator {
namespace {

constexpr std::array kahn_rows{
    CodeRow{
        "count the in-degree of every step",
        "A step's in-degree says how many dependencies it still waits for: at first, all that it lists. To count them "
        "looks at each step and each dependency once.",
        {"in_degree"}},
    CodeRow{
        "put every step with in-degree 0 in the ready queue",
        "Whoever waits for nothing may go first. They join the queue as the pipeline lists them, so the same pipeline "
        "always gives the same order.",
        {"ready"}},
    CodeRow{
        "while the ready queue is not empty:",
        "As long as somebody is ready, somebody can go next. An empty queue is the end: either all have gone, or those "
        "that are left wait for each other.",
        {"ready"}},
    CodeRow{"    take the first step out and append it to the order",
            "First in, first out: who has been ready the longest goes next. All that it depends on stands in the order "
            "already, for else it would not have become ready.",
            {"step", "order"}},
    CodeRow{
        "    for each of its dependents:",
        "Only those that depend on this step come nearer to being ready. Each dependency is followed once in the whole "
        "run, so the loops together take no more turns than there are dependencies.",
        {"step", "dependent"}},
    CodeRow{"        lower the dependent's in-degree by 1",
            "One of its dependencies is done, so it waits for one less. Nothing is taken out of the graph itself.",
            {"dependent", "in_degree[dependent]"}},
    CodeRow{"        if it is 0 now: put the dependent in the ready queue",
            "Its last dependency is done. It joins the queue at the end, behind all that became ready before it.",
            {"dependent", "ready"}},
    CodeRow{
        "sorted if every step is in the order, else stalled",
        "Nothing is left in the queue. Whoever is not in the order waits for somebody else who is not, and so on, for "
        "ever: that can only be a cycle.",
        {"order"}},
};

constexpr std::array kahn_python{
    CodeLine{0, "from collections import deque"},
    CodeLine{0, ""},
    CodeLine{0, "def kahn(steps, dependencies, dependents):"},
    CodeLine{1, "    in_degree = {step: len(dependencies[step]) for step in steps}"},
    CodeLine{2, "    ready = deque(step for step in steps if in_degree[step] == 0)"},
    CodeLine{0, "    order = []"},
    CodeLine{3, "    while ready:"},
    CodeLine{4, "        step = ready.popleft()"},
    CodeLine{4, "        order.append(step)"},
    CodeLine{5, "        for dependent in dependents[step]:"},
    CodeLine{6, "            in_degree[dependent] -= 1"},
    CodeLine{7, "            if in_degree[dependent] == 0:"},
    CodeLine{7, "                ready.append(dependent)"},
    CodeLine{8, "    return order if len(order) == len(steps) else None"},
};

constexpr std::array kahn_cpp{
    CodeLine{0, "using Lists = std::vector<std::vector<std::size_t>>;"},
    CodeLine{0, ""},
    CodeLine{0, "std::optional<std::vector<std::size_t>> kahn(const Lists& dependencies, const Lists& dependents) {"},
    CodeLine{0, "  std::vector<std::size_t> in_degree, order;"},
    CodeLine{0, "  std::queue<std::size_t> ready;"},
    CodeLine{1, "  for (const auto& list : dependencies) in_degree.push_back(list.size());"},
    CodeLine{2, "  for (std::size_t step = 0; step < in_degree.size(); ++step) {"},
    CodeLine{2, "    if (in_degree[step] == 0) ready.push(step);"},
    CodeLine{0, "  }"},
    CodeLine{3, "  while (!ready.empty()) {"},
    CodeLine{4, "    const std::size_t step = ready.front();"},
    CodeLine{4, "    ready.pop();"},
    CodeLine{4, "    order.push_back(step);"},
    CodeLine{5, "    for (const std::size_t dependent : dependents[step]) {"},
    CodeLine{6, "      --in_degree[dependent];"},
    CodeLine{7, "      if (in_degree[dependent] == 0) ready.push(dependent);"},
    CodeLine{0, "    }"},
    CodeLine{0, "  }"},
    CodeLine{8, "  if (order.size() < in_degree.size()) return std::nullopt;"},
    CodeLine{8, "  return order;"},
    CodeLine{0, "}"},
};

constexpr std::array depth_rows{
    CodeRow{
        "colour every step white",
        "White steps have not been seen, grey ones are being looked through, black ones are done with, and everything "
        "below them too.",
        {"order"}},
    CodeRow{"for each step, as defined: if it is white, visit it",
            "One visit reaches only what lies downstream. So each step that is still white begins a search of its own.",
            {"stack"}},
    CodeRow{"to visit a step:",
            "A visit calls itself for what lies below, and returns when that is done. The steps whose visits have not "
            "returned are the stack.",
            {"stack"}},
    CodeRow{"    colour it grey: it is on the stack now",
            "The grey steps are a path, from where the search began down to here: each depends on the one before it.",
            {"step", "stack"}},
    CodeRow{"    for each of its dependents:",
            "Each dependency is followed once in the whole run, just as in Kahn's algorithm.",
            {"step", "dependent"}},
    CodeRow{
        "        if the dependent is white: visit it",
        "Nobody has been there yet: the search goes down to it first, and comes back here when all below it is black.",
        {"dependent", "colour[dependent]"}},
    CodeRow{
        "        if it is grey: this dependency closes a cycle",
        "The search came down from there, and this dependency leads up to it again: all steps in between wait for each "
        "other.",
        {"dependent", "stack", "cycles"}},
    CodeRow{
        "        if it is black: nothing is left to do there",
        "It stands in the list already, with everything that depends on it. This step will come to stand in front of "
        "it.",
        {"dependent", "colour[dependent]"}},
    CodeRow{"    colour it black and put it in front of the list",
            "All that depends on it is in the list, so in front of them is a sound place. Who turns black last comes "
            "first.",
            {"step", "order"}},
    CodeRow{"sorted if no dependency closed a cycle, else there is no order",
            "Without a way back up, each step came to stand in front of everything that depends on it.",
            {"cycles", "order"}},
};

constexpr std::array depth_python{
    CodeLine{0, "from collections import deque"},
    CodeLine{0, ""},
    CodeLine{0, "def depth_first(steps, dependents):"},
    CodeLine{1, "    colour = {step: 'white' for step in steps}"},
    CodeLine{0, "    order, cycles = deque(), []"},
    CodeLine{0, ""},
    CodeLine{3, "    def visit(step):"},
    CodeLine{4, "        colour[step] = 'grey'"},
    CodeLine{5, "        for dependent in dependents[step]:"},
    CodeLine{6, "            if colour[dependent] == 'white':"},
    CodeLine{6, "                visit(dependent)"},
    CodeLine{7, "            elif colour[dependent] == 'grey':"},
    CodeLine{7, "                cycles.append((step, dependent))"},
    CodeLine{8, "            else:"},
    CodeLine{8, "                pass  # black: it is done with"},
    CodeLine{9, "        colour[step] = 'black'"},
    CodeLine{9, "        order.appendleft(step)"},
    CodeLine{0, ""},
    CodeLine{2, "    for step in steps:"},
    CodeLine{2, "        if colour[step] == 'white':"},
    CodeLine{2, "            visit(step)"},
    CodeLine{10, "    return list(order) if not cycles else None"},
};

constexpr std::array depth_cpp{
    CodeLine{0, "using Lists = std::vector<std::vector<std::size_t>>;"},
    CodeLine{0, "enum class Colour { white, grey, black };"},
    CodeLine{0, ""},
    CodeLine{0, "std::optional<std::deque<std::size_t>> depth_first(const Lists& dependents) {"},
    CodeLine{1, "  std::vector<Colour> colour(dependents.size(), Colour::white);"},
    CodeLine{0, "  std::deque<std::size_t> order;"},
    CodeLine{0, "  std::vector<std::pair<std::size_t, std::size_t>> cycles;"},
    CodeLine{3, "  const std::function<void(std::size_t)> visit = [&](std::size_t step) {"},
    CodeLine{4, "    colour[step] = Colour::grey;"},
    CodeLine{5, "    for (const std::size_t dependent : dependents[step]) {"},
    CodeLine{6, "      if (colour[dependent] == Colour::white) {"},
    CodeLine{6, "        visit(dependent);"},
    CodeLine{7, "      } else if (colour[dependent] == Colour::grey) {"},
    CodeLine{7, "        cycles.emplace_back(step, dependent);"},
    CodeLine{8, "      } else {"},
    CodeLine{8, "        // black: it is done with"},
    CodeLine{0, "      }"},
    CodeLine{0, "    }"},
    CodeLine{9, "    colour[step] = Colour::black;"},
    CodeLine{9, "    order.push_front(step);"},
    CodeLine{0, "  };"},
    CodeLine{2, "  for (std::size_t step = 0; step < dependents.size(); ++step) {"},
    CodeLine{2, "    if (colour[step] == Colour::white) visit(step);"},
    CodeLine{0, "  }"},
    CodeLine{10, "  if (!cycles.empty()) return std::nullopt;"},
    CodeLine{10, "  return order;"},
    CodeLine{0, "}"},
};

// Made while compiling: where only the words are asked for, nothing else of the table is there.
template <std::size_t count>
constexpr std::array<std::string_view, count> words_of(const std::array<CodeRow, count>& rows) {
  std::array<std::string_view, count> words;
  for (std::size_t i = 0; i < count; ++i) words[i] = rows[i].words;
  return words;
}
constexpr auto kahn_words = words_of(kahn_rows);

template <std::size_t count>
constexpr std::array<CodeLine, count> lines_of(const std::array<std::string_view, count>& words) {
  std::array<CodeLine, count> lines{};
  for (std::size_t i = 0; i < count; ++i) lines[i] = {static_cast<std::uint8_t>(i + 1), words[i]};
  return lines;
}
constexpr auto kahn_lines = lines_of(kahn_words);
constexpr auto depth_lines = lines_of(words_of(depth_rows));

}  // namespace

std::span<const std::string_view> pseudocode() { return kahn_words; }

std::span<const CodeRow> code_rows(Algorithm algorithm) {
  if (algorithm == Algorithm::kahn) return kahn_rows;
  return depth_rows;
}

std::span<const CodeLine> program(Algorithm algorithm, Language language) {
  const bool kahn = algorithm == Algorithm::kahn;
  switch (language) {
    case Language::python: return kahn ? std::span<const CodeLine>(kahn_python) : depth_python;
    case Language::cpp: return kahn ? std::span<const CodeLine>(kahn_cpp) : depth_cpp;
    case Language::words: break;
  }
  return kahn ? std::span<const CodeLine>(kahn_lines) : depth_lines;
}

}  // namespace orchestrator
