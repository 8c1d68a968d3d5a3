// Writes ZIP files for tests, honest ones and others.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace clocher::test {

// {name, bytes}; throws std::runtime_error when the file cannot be written.
void write_zip(const std::string& path, const std::vector<std::pair<std::string, std::string>>& files);

void write_file(const std::string& path, const std::string& bytes);
[[nodiscard]] std::string read_whole(const std::string& path);

}  // namespace clocher::test
