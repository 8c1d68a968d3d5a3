// The program: hands its arguments to the commands.
#include "api/commands/cli.hpp"

int main(int argc, char** argv) { return clocher::api::run_cli(argc, argv); }
