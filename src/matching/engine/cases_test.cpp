// The golden cases of cases/*.case (support/golden_case.hpp says how they are written).
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "matching/engine/certificate.hpp"
#include "matching/engine/keeping.hpp"
#include "matching/engine/suggestions.hpp"
#include "support/golden_case.hpp"

namespace {

using namespace matching::engine;
using support::GoldenCase;

std::string name_at(std::map<std::string, Index> const& names, Index index) {
    return std::find_if(names.begin(), names.end(), [&](auto const& entry) { return entry.second == index; })->first;
}

std::set<std::string> named(GoldenCase const& golden, std::vector<Couple> const& couples) {
    std::set<std::string> names;
    for (auto const& couple : couples)
        names.insert(name_at(golden.mentors, couple.mentor) + "-" + name_at(golden.mentees, couple.mentee));
    return names;
}

void expect_least(GoldenCase const& golden, std::vector<Couple> const& couples) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (auto const& c : golden.snapshot.candidates)
        if (std::count(couples.begin(), couples.end(), Couple{c.mentor, c.mentee}) > 0)
            least = std::min<std::int64_t>(least, c.benefit);
    EXPECT_EQ(least, *golden.least);
}

void expect_floors(GoldenCase const& golden, Assignment const& assignment) {
    std::vector<std::string> floors;
    ASSERT_TRUE(assignment.floors);
    for (auto const& floor : assignment.floors->floors)
        floors.push_back(std::to_string(floor.benefit) + "x" + std::to_string(floor.couples));
    EXPECT_EQ(floors, *golden.floors);
}

void expect_costly(GoldenCase const& golden, Assignment const& assignment) {
    auto const frozen = checked(golden.snapshot);
    auto const suggestions = suggest(*frozen, assignment, *golden.suggests);
    ASSERT_TRUE(suggestions);
    EXPECT_EQ(check_suggestions(*frozen, assignment, *suggestions, *golden.suggests), SuggestionFlaw::none);
    EXPECT_EQ(named(golden, suggestions->costly), golden.costly.value_or(std::set<std::string>{}));
}

void expect_answer(GoldenCase const& golden) {
    auto const kept = assign_keeping(golden.snapshot, {golden.before, 100, {}});
    ASSERT_TRUE(kept);
    auto const& couples = kept->assignment.couples;
    auto const certificate = certify(kept->snapshot, kept->assignment);
    EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
    EXPECT_EQ(named(golden, couples), golden.pairs.value_or(named(golden, couples)));
    EXPECT_EQ(certificate.total_benefit, golden.total.value_or(certificate.total_benefit));
    EXPECT_EQ(certificate.pairs, golden.count.value_or(certificate.pairs));
    EXPECT_EQ(kept->moves, golden.moves.value_or(kept->moves));
    if (golden.least) expect_least(golden, couples);
    if (golden.floors) expect_floors(golden, kept->assignment);
    if (golden.suggests) expect_costly(golden, kept->assignment);
}

void play(std::filesystem::path const& path) {
    SCOPED_TRACE(path.filename().string());
    std::ifstream file(path);
    auto golden = support::GoldenCaseReader::read({std::istreambuf_iterator<char>(file), {}});
    ASSERT_TRUE(golden);
    ASSERT_FALSE(golden->name.empty());
    // Whatever the draw says, a golden answer is the only one.
    for (golden->snapshot.seed = 0; golden->snapshot.seed < 8; ++golden->snapshot.seed) expect_answer(*golden);
}

TEST(GoldenCases, have_their_published_answers) {
    auto played = 0;
    for (auto const& entry : std::filesystem::directory_iterator(OBVERSE_SOURCE_DIR "/src/matching/engine/cases")) {
        play(entry.path());
        ++played;
    }
    EXPECT_GE(played, 26);
}

TEST(GoldenCases, are_not_read_where_they_say_nothing) {
    for (auto const* text : {"objective: worst", "mentors: ana", "mentors: ana:x", "mentors: ana:1 ana:1", "a - A 7",
                             "mentors: a:1\nmentees: A:1\na - A seven", "together: a-b", "both: a-b:1", "a > A"})
        EXPECT_FALSE(support::GoldenCaseReader::read(text)) << text;
}

}  // namespace
