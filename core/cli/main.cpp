#include "commands.h"

int main(int count, char** words) { return orchestrator::cli::run_main(count, words); }
