#include "platform/workbook.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace workbook {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Table const kTable{"Pairs: [one]*",
                   base::Instant{1'795'000'000'000'000},
                   {"Who", "Why"},
                   {{"Ana", "=1+1"}, {"Zofia Żak", "says \"yes\", and\nmore"}}};

// What a reader with code of its own finds in the file.
std::string unpacked(std::string const& octets) {
    auto const path = std::filesystem::temp_directory_path() / "obverse_workbook_test.xlsx";
    std::ofstream(path, std::ios::binary) << octets;
    auto const command =
        "python3 -c \"import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
        "sys.stdout.write(''.join(z.read(n).decode() for n in z.namelist()))\" " +
        path.string();
    std::string text;
    auto* pipe = popen(command.c_str(), "r");  // NOLINT(cert-env33-c)
    std::array<char, 4096> part{};
    while (auto const got = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), got);
    EXPECT_EQ(pclose(pipe), 0);
    std::filesystem::remove(path);
    return text;
}

TEST(AWorkbook, is_text_that_a_spreadsheet_never_runs) {
    auto const text = write(kTable, Format::csv);
    EXPECT_THAT(text, StartsWith("\xEF\xBB\xBFWho,Why\r\n"));
    EXPECT_THAT(text, HasSubstr("Ana,'=1+1\r\n"));
    EXPECT_THAT(text, HasSubstr("\"says \"\"yes\"\", and\nmore\""));
}

TEST(AWorkbook, is_a_zip_with_every_cell_as_text) {
    auto const octets = write(kTable, Format::xlsx);
    EXPECT_THAT(octets, StartsWith("PK"));
    auto const text = unpacked(octets);
    EXPECT_THAT(text, HasSubstr("<t>=1+1</t>"));
    EXPECT_THAT(text, HasSubstr("Zofia Żak"));
    EXPECT_THAT(text, Not(HasSubstr("<f>"))) << "no formula";
    EXPECT_THAT(text, HasSubstr("name=\"Pairs   one  \""));
}

TEST(AWorkbook, is_the_same_file_for_the_same_table) {
    EXPECT_EQ(write(kTable, Format::xlsx), write(kTable, Format::xlsx));
    EXPECT_THAT(unpacked(write(kTable, Format::xlsx)), HasSubstr("2026-11-18T"));
}

TEST(AWorkbook, holds_as_much_as_there_is) {
    Table large{"Large", {}, {"Who", "Why"}, {}};
    for (int i = 0; i < 20'000; ++i) large.rows.push_back({"Somebody " + std::to_string(i), std::string(200, 'x')});
    EXPECT_GT(write(large, Format::xlsx).size(), 100'000U);
    EXPECT_THAT(write({"Empty", {}, {"Who"}, {}}, Format::xlsx), StartsWith("PK"));
}

TEST(AWorkbook, never_cuts_a_character_in_two) {
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "é";
    auto const text = unpacked(write({std::string(40, 'T') + "é", {}, {"Who"}, {{many}}}, Format::xlsx));
    EXPECT_THAT(text, HasSubstr("éé"));
}

}  // namespace
}  // namespace workbook
