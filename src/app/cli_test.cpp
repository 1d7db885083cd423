#include "app/cli.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace {

struct Outcome {
    int exit = 0;
    std::string out;
    std::string err;
};

Outcome type(std::vector<std::string> const& words) {
    std::ostringstream out;
    std::ostringstream err;
    Outcome outcome;
    outcome.exit = app::run_command(words, out, err);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
}

}  // namespace

TEST(TheCommandLine, says_which_program_it_is) {
    EXPECT_EQ(type({"--version"}).out.substr(0, 8), "obverse ");
    EXPECT_EQ(type({"--help"}).exit, 0);
    EXPECT_EQ(type({}).exit, 2);
    EXPECT_NE(type({"nonsense"}).err.find("(unknown_verb)"), std::string::npos);
    EXPECT_EQ(type({"nonsense"}).exit, 2);
}

TEST(TheCommandLine, explains_every_verb_and_refuses_unknown_flags) {
    for (auto const& verb : app::verbs()) {
        std::vector<std::string> words;
        std::istringstream name{std::string(verb.name)};
        for (std::string word; name >> word;) words.push_back(word);
        auto with = [&](std::string flag) {
            auto all = words;
            all.push_back(std::move(flag));
            return type(all);
        };
        EXPECT_EQ(with("--help").exit, 0) << verb.name;
        EXPECT_NE(with("--help").out.find("--help"), std::string::npos) << verb.name;
        EXPECT_EQ(with("--no-such-flag").exit, 2) << verb.name;
    }
}

TEST(TheCommandLine, is_described_verb_by_verb) {
    std::ifstream file(std::string(OBVERSE_SOURCE_DIR) + "/docs/operate/command-line.md");
    std::string const page(std::istreambuf_iterator<char>(file), {});
    for (auto const& verb : app::verbs())
        EXPECT_NE(page.find("## `obverse " + std::string(verb.name) + "`"), std::string::npos) << verb.name;
}

TEST(TheCommandLine, names_a_wrong_setting_and_where_it_was_said) {
    auto outcome = type({"serve", "--workers", "many"});
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_EQ(outcome.err, "obverse: workers: type, expected whole number, source flag (invalid)\n");
}

// Every rule of OpenAPI 3.1 that a generator or a linter trips over; the front end's build runs a full linter on top.
TEST(TheContract, is_a_well_formed_document) {
    auto const document = boost::json::parse(type({"openapi"}).out);
    EXPECT_EQ(document.at("openapi"), "3.1.0");
    std::set<std::string> operations;
    std::set<std::string> schemas;
    for (auto const& [name, schema] : document.at("components").at("schemas").as_object()) schemas.insert(name);
    for (auto const& [path, methods] : document.at("paths").as_object()) {
        EXPECT_TRUE(path.starts_with("/api/"));
        for (auto const& [method, operation] : methods.as_object()) {
            auto const where = std::string(method) + " " + std::string(path);
            EXPECT_TRUE(operations.insert(std::string(operation.at("operationId").as_string())).second) << where;
            EXPECT_FALSE(operation.at("summary").as_string().empty()) << where;
            EXPECT_FALSE(operation.at("x-permission").as_string().empty()) << where;
            auto const& responses = operation.at("responses").as_object();
            EXPECT_TRUE(responses.begin()->key().starts_with('2')) << where;
            for (auto const& [status, response] : responses)
                EXPECT_TRUE(response.as_object().contains("description")) << where;
            auto const text = boost::json::serialize(operation);
            auto const braces = static_cast<std::size_t>(std::ranges::count(path, '{'));
            std::size_t in_path = 0;
            for (auto at = text.find(R"("in":"path")"); at != std::string::npos;
                 at = text.find(R"("in":"path")", at + 1))
                ++in_path;
            EXPECT_EQ(in_path, braces) << where;
        }
    }
    auto const text = boost::json::serialize(document);
    constexpr std::string_view kReference = "#/components/schemas/";
    for (auto at = text.find(kReference); at != std::string::npos; at = text.find(kReference, at + 1)) {
        auto const begin = at + kReference.size();
        EXPECT_TRUE(schemas.contains(text.substr(begin, text.find('"', begin) - begin)));
    }
}
