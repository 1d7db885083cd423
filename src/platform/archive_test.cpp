// Read back by Python's zipfile, which checks every sum.

#include "platform/archive.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace archive {
namespace {

std::string read_by_python(std::string const& archive) {
    auto const path = std::filesystem::temp_directory_path() / ("obverse-zip-" + std::to_string(getpid()) + ".zip");
    std::ofstream(path, std::ios::binary) << archive;
    auto const command =
        "python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
        "print(z.testzip(), [(i.filename, z.read(i), i.date_time) for i in z.infolist()])' " +
        path.string();
    std::string printed;
    std::array<char, 256> some{};
    auto* pipe = popen(command.c_str(), "r");
    while (fgets(some.data(), some.size(), pipe) != nullptr) printed += some.data();
    pclose(pipe);
    std::filesystem::remove(path);
    return printed;
}

TEST(AnArchive, holds_its_files_with_their_names_in_any_letters_and_when_it_was_made) {
    std::array const files{File{"my-pair.html", "<p>é</p>"}, File{"files/01-Köln.txt", std::string("a\0b", 3)},
                           File{"files/02-empty.txt", ""}};
    EXPECT_EQ(read_by_python(write(files, base::parse_instant("2027-06-30T23:59:58Z").value())),
              "None [('my-pair.html', b'<p>\\xc3\\xa9</p>', (2027, 6, 30, 23, 59, 58)), "
              "('files/01-Köln.txt', b'a\\x00b', (2027, 6, 30, 23, 59, 58)), "
              "('files/02-empty.txt', b'', (2027, 6, 30, 23, 59, 58))]\n");
}

}  // namespace
}  // namespace archive
