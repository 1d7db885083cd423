// The golden cases of cases/*.case. A case is lines of `key: value`:
//
//   name, description
//   objective: best most_pairs | best most_benefit | stable
//   mentors: ana:2 bo:1          capacities
//   mentees: uma:1 vic:1
//   ana > uma vic | wes          optional: whom a mentor prefers, best first; | separates, people between are alike
//   uma < bo | ana               optional: whom a mentee prefers
//   ana - uma 7                  or one candidate with its benefit (the same for both)
//   together: ana-uma            locks
//   apart: ana-vic               bans
//   pairs: ana-uma bo-vic        expected, in any order; left out where several answers are as good
//   total: 9                     expected sum of benefit
//   count: 2                     expected number of pairs
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "matching/engine/assignment.hpp"
#include "matching/engine/certificate.hpp"

namespace {

using namespace matching::engine;

struct GoldenCase {
    std::string name;
    Snapshot snapshot;
    std::vector<Candidate> candidates;
    std::map<std::string, Index> mentors;
    std::map<std::string, Index> mentees;
    std::optional<std::set<std::string>> pairs;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> count;
};

std::vector<std::string> words_of(std::string const& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

void read_side(std::string const& text, std::vector<Participant>& side, std::map<std::string, Index>& names) {
    for (auto const& word : words_of(text)) {
        auto const parts = base::split(word, ':');
        Participant participant{{}, std::stoi(parts.at(1))};
        std::copy(parts[0].begin(), parts[0].end(), participant.identity.begin());
        names[parts[0]] = static_cast<Index>(side.size());
        side.push_back(participant);
    }
}

std::vector<Couple> read_couples(GoldenCase const& golden, std::string const& text) {
    std::vector<Couple> couples;
    for (auto const& word : words_of(text)) {
        auto const parts = base::split(word, '-');
        couples.push_back({golden.mentors.at(parts.at(0)), golden.mentees.at(parts.at(1))});
    }
    return couples;
}

Candidate& candidate_between(GoldenCase& golden, std::string const& mentor, std::string const& mentee) {
    auto const i = golden.mentors.at(mentor);
    auto const j = golden.mentees.at(mentee);
    for (auto& candidate : golden.candidates)
        if (candidate.mentor == i && candidate.mentee == j) return candidate;
    return golden.candidates.emplace_back(Candidate{i, j, 0, 0, 0});
}

void read_preferences(GoldenCase& golden, std::vector<std::string> const& words) {
    auto const mentor_side = words[1] == ">";
    std::int32_t benefit = 1000;
    for (std::size_t k = 2; k < words.size(); ++k) {
        if (words[k] == "|") {
            --benefit;
            continue;
        }
        auto& candidate =
            mentor_side ? candidate_between(golden, words[0], words[k]) : candidate_between(golden, words[k], words[0]);
        (mentor_side ? candidate.mentor_benefit : candidate.mentee_benefit) = benefit;
    }
}

void read_objective(Snapshot& snapshot, std::vector<std::string> const& words) {
    snapshot.objective = words.at(0) == "stable" ? Objective::stable : Objective::best;
    if (words.size() > 1)
        snapshot.priority = words[1] == "most_benefit" ? Priority::most_benefit : Priority::most_pairs;
}

void read_line(GoldenCase& golden, std::string const& line) {
    auto const words = words_of(line);
    if (words.empty()) return;
    if (words.size() > 1 && (words[1] == ">" || words[1] == "<")) return read_preferences(golden, words);
    if (words.size() == 4 && words[1] == "-") {
        auto& candidate = candidate_between(golden, words[0], words[2]);
        candidate.mentor_benefit = candidate.mentee_benefit = candidate.benefit = std::stoi(words[3]);
        return;
    }
    auto const key = words[0];
    auto const value = line.substr(key.size());
    if (key == "name:") golden.name = base::trim(value);
    if (key == "objective:") read_objective(golden.snapshot, words_of(value));
    if (key == "mentors:") read_side(value, golden.snapshot.mentors, golden.mentors);
    if (key == "mentees:") read_side(value, golden.snapshot.mentees, golden.mentees);
    if (key == "together:") golden.snapshot.locks = read_couples(golden, value);
    if (key == "apart:") golden.snapshot.bans = read_couples(golden, value);
    if (key == "total:") golden.total = std::stoll(value);
    if (key == "count:") golden.count = std::stoll(value);
    if (key == "pairs:") {
        auto const words_of_pairs = words_of(value);
        golden.pairs.emplace(words_of_pairs.begin(), words_of_pairs.end());
    }
}

std::string name_at(std::map<std::string, Index> const& names, Index index) {
    return std::find_if(names.begin(), names.end(), [&](auto const& entry) { return entry.second == index; })->first;
}

void play(std::filesystem::path const& path) {
    GoldenCase golden;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) read_line(golden, line);
    golden.snapshot.candidates = golden.candidates;
    SCOPED_TRACE(path.filename().string() + ": " + golden.name);
    ASSERT_FALSE(golden.name.empty());
    // Whatever the draw says, a golden answer is the only one.
    for (golden.snapshot.seed = 0; golden.snapshot.seed < 8; ++golden.snapshot.seed) {
        auto const assignment = assign(golden.snapshot);
        ASSERT_TRUE(assignment);
        auto const certificate = certify(golden.snapshot, *assignment);
        EXPECT_TRUE(certificate.verified()) << to_text(certificate.flaw);
        std::set<std::string> pairs;
        for (auto const& couple : assignment->couples)
            pairs.insert(name_at(golden.mentors, couple.mentor) + "-" + name_at(golden.mentees, couple.mentee));
        if (golden.pairs) {
            EXPECT_EQ(pairs, *golden.pairs);
        }
        if (golden.total) {
            EXPECT_EQ(certificate.total_benefit, *golden.total);
        }
        if (golden.count) {
            EXPECT_EQ(certificate.pairs, *golden.count);
        }
    }
}

TEST(GoldenCases, have_their_published_answers) {
    auto played = 0;
    for (auto const& entry : std::filesystem::directory_iterator(OBVERSE_SOURCE_DIR "/src/matching/engine/cases")) {
        play(entry.path());
        ++played;
    }
    EXPECT_GE(played, 8);
}

}  // namespace
