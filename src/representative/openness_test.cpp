// The open pages say what the product does: their content is held against the code, the schema and the contract.

#include "representative/openness.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace representative {
namespace {

using testing::Contains;

std::string text_of(std::filesystem::path const& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path source(std::string const& path) {
    return std::filesystem::path(OBVERSE_SOURCE_DIR) / path;
}

// Every kind of event that the sources declare, and whether it is private.
std::map<std::string, bool> declared_kinds() {
    static std::regex const declaration(R"re(constexpr audit::Kind\s+\w+\s*\{\s*"([^"]+)"([^;]*);)re");
    std::map<std::string, bool> kinds;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(source("src"))) {
        auto const name = entry.path().filename().string();
        if (!entry.is_regular_file() || name.find("_test.cpp") != std::string::npos) continue;
        if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
        auto const text = text_of(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), declaration), end; at != end; ++at)
            if (text[static_cast<std::size_t>(at->position()) - 1] != '/')
                kinds.emplace((*at)[1], (*at)[2].str().find("Private::yes") != std::string::npos);
    }
    return kinds;
}

// The tables of the schema, and whether they hold something sealed.
std::map<std::string, bool> tables() {
    static std::regex const table(R"re(CREATE TABLE (\w+) \(([^;]*)\))re");
    auto const schema = text_of(source("db/schema.sqlite.sql"));
    std::map<std::string, bool> all;
    for (std::sregex_iterator at(schema.begin(), schema.end(), table), end; at != end; ++at)
        all.emplace((*at)[1], (*at)[2].str().find(" sealed_") != std::string::npos);
    return all;
}

TEST(WhatIsRecorded, has_a_sentence_for_every_kind_of_event_and_no_other) {
    auto declared = declared_kinds();
    ASSERT_GT(declared.size(), 150U);
    declared.emplace("private acts", false);
    std::map<std::string, bool> told;
    for (auto const& event : recorded_events().items) {
        EXPECT_GT(event.sentence.size(), 10U) << event.kind;
        EXPECT_TRUE(told.emplace(event.kind, event.is_private).second) << event.kind << " is told twice";
    }
    EXPECT_EQ(told, declared) << "say in content/recorded_events what an event means, and whether it is private";
}

// What holds an event without a kind of its own would be told by no sentence.
TEST(WhatIsRecorded, is_declared_and_never_made_on_the_way) {
    static std::regex const made(R"re(audit::Kind\s*\{)re");
    for (auto const& entry : std::filesystem::recursive_directory_iterator(source("src")))
        if (entry.path().extension() == ".cpp" &&
            entry.path().filename().string().find("_test.cpp") == std::string::npos) {
            auto const text = text_of(entry.path());
            EXPECT_FALSE(std::regex_search(text, made)) << entry.path();
        }
}

TEST(TheDataMap, knows_every_table_once_and_what_is_sealed_in_it) {
    std::map<std::string, bool> mapped;
    for (auto const& purpose : data_purposes().purposes) {
        for (auto const& table : purpose.tables)
            EXPECT_TRUE(mapped.emplace(table, std::ranges::count(purpose.sealed, table) == 1).second)
                << table << " has two purposes";
        for (auto const& table : purpose.sealed) EXPECT_THAT(purpose.tables, Contains(table)) << purpose.key;
    }
    EXPECT_EQ(mapped, tables()) << "say in content/data_map for which purpose a table is, and what is sealed in it";
}

TEST(TheDataMap, names_figures_and_rows_that_there_are) {
    std::set<std::string> keys;
    for (auto const& kept : kept_for()) keys.insert(kept.key);
    std::set<std::string> rows;
    for (auto const& row : who_sees_what().rows) rows.insert(row.row);
    std::set<std::string> purposes;
    for (auto const& purpose : data_purposes().purposes) {
        EXPECT_TRUE(purposes.insert(purpose.key).second) << purpose.key;
        EXPECT_FALSE(purpose.kept.empty()) << purpose.key << " does not say for how long";
        for (auto const& key : purpose.kept) EXPECT_TRUE(keys.contains(key)) << purpose.key << ": " << key;
        for (auto const& row : purpose.rows) EXPECT_TRUE(rows.contains(row)) << purpose.key << ": " << row;
    }
}

TEST(WhatIsKept, has_words_for_every_figure_and_no_figure_in_its_words) {
    EXPECT_EQ(kept_for().size(), kept_figures().size());
    for (auto const& kept : kept_for()) {
        EXPECT_EQ((kept.what + kept.after).find_first_of("0123456789"), std::string::npos)
            << kept.key << ": a figure is said once, by what deletes";
        EXPECT_GT(kept.figure.value_or(1), 0) << kept.key;
    }
}

// Rules B: one table, this one in words. The letters of the columns are in the order of the roles.
TEST(WhoSeesWhat, has_a_cell_for_every_role_and_shows_representatives_settings_alone) {
    auto const& matrix = who_sees_what();
    ASSERT_EQ(matrix.roles.size(), 11U);
    ASSERT_EQ(matrix.roles.back().key, "employee_representative");
    EXPECT_EQ(matrix.rows.size(), 46U);
    for (auto const& row : matrix.rows) {
        ASSERT_EQ(row.cells.size(), matrix.roles.size()) << row.row;
        EXPECT_EQ(row.cells.back(), row.row == "settings, and who changed them" ? "yes" : "no") << row.row;
        for (auto const& cell : row.cells) EXPECT_FALSE(cell.empty()) << row.row;
    }
}

// Of each route the contract says which rows its answer can show (x-shows), and who may ask.
TEST(WhoSeesWhat, is_what_the_contract_says_of_every_route) {
    auto const& matrix = who_sees_what();
    auto const sees = [&](std::string const& row, std::string_view role) {
        auto const column = std::ranges::find(matrix.roles, role, &MatrixRole::key) - matrix.roles.begin();
        auto const found = std::ranges::find(matrix.rows, row, &MatrixRow::row);
        return found != matrix.rows.end() && found->cells[static_cast<std::size_t>(column)] != "no";
    };
    // Who of the columns may ask, by the word of the route; the others are somebody's own part of it.
    std::map<std::string, std::vector<std::string>> const who{{"administrator", {"administrator"}},
                                                              {"coordinator", {"coordinator"}},
                                                              {"people", {"coordinator", "administrator"}},
                                                              {"conflicts", {"administrator"}}};
    // What other rules give besides: whoever runs a programme sets the dates of circles and of group meetings (R23,
    // rules 15), and a name is opened by a person to talk to and an administrator together (rules 14).
    std::set<std::pair<std::string, std::string>> const besides{
        {"coordinator", "place, link"}, {"people", "place, link"}, {"administrator", "concern"}};
    static std::regex const operation(R"re("x-permission": "(\w+)",\s*"x-shows": \[([^\]]*)\])re");
    static std::regex const name(R"re("((?:[^"\\]|\\.)+)")re");
    auto const contract = text_of(source("docs/api/openapi.json"));
    std::size_t held = 0;
    for (std::sregex_iterator at(contract.begin(), contract.end(), operation), end; at != end; ++at) {
        auto const list = (*at)[2].str();
        for (std::sregex_iterator row(list.begin(), list.end(), name); row != end; ++row, ++held) {
            auto const words = std::regex_replace((*row)[1].str(), std::regex(R"(\\")"), "\"");
            auto const asking = who.find((*at)[1]);
            auto const roles = asking == who.end() ? std::vector<std::string>{} : asking->second;
            auto const is_shown = [&](auto const& role) { return sees(words, role); };
            EXPECT_TRUE(besides.contains({(*at)[1], words}) ||
                        (roles.empty() ? std::ranges::any_of(matrix.roles, is_shown, &MatrixRole::key)
                                       : std::ranges::any_of(roles, is_shown)))
                << words << " may be asked for by " << (*at)[1] << ", and the page says that they do not see it";
        }
    }
    EXPECT_GT(held, 150U);
}

}  // namespace
}  // namespace representative
