// The program: hands its arguments to the commands.
#include "core/base/version.hpp"

#include <iostream>

int main() {
  std::cout << "clocher " << clocher::version() << '\n';
  return 0;
}
