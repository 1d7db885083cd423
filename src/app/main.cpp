#include <iostream>
#include <string>
#include <vector>

#include "app/cli.hpp"

int main(int count, char** words) {
    std::vector<std::string> const arguments(words + 1, words + count);
    return app::run_command(arguments, std::cout, std::cerr);
}
