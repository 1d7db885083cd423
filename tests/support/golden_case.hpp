#pragma once
// The golden cases of src/matching/engine/cases/*.case: a market in words with the answer that is known for it. A case
// is lines of `key: value`:
//
//   name, description
//   objective: best most_pairs | best most_benefit | stable | fair | balanced
//   mentors: ana:2 bo:1          capacities
//   mentees: uma:1 vic:1
//   ana > uma vic | wes          optional: whom a mentor prefers, best first; | separates, people between are alike
//   uma < bo | ana               optional: whom a mentee prefers
//   ana - uma 7                  or one candidate with its benefit (the same for both)
//   both: ana-uma:2              one person on both sides, with so many places in all
//   together: ana-uma            locks
//   apart: ana-vic               bans
//   before: ana-uma              pairs of before, each worth 100 more than it is
//   suggest: 2                   how many suggestions each; `costly` are then those whose no would cost a pair
//   pairs: ana-uma bo-vic        expected, in any order; left out where several answers are as good
//   total: 9                     expected sum of benefit (with the bonus of pairs of before)
//   count: 2                     expected number of pairs
//   least: 4                     expected benefit of the pair that gains least
//   floors: 4x1 6x2              expected floors of a fair answer, each with how many pairs lie at it
//   moves: 1                     expected number of pairs of before that are given up
//   costly: ana-uma              expected, in any order
//
// Reading never throws and refuses nothing that says a market: it is fuzzed.

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "matching/engine/snapshot.hpp"

namespace support {

namespace engine = matching::engine;

struct GoldenCase {
    std::string name;
    engine::Snapshot snapshot;
    std::map<std::string, engine::Index> mentors;
    std::map<std::string, engine::Index> mentees;
    std::vector<engine::Couple> before;
    std::optional<std::int32_t> suggests;
    std::optional<std::set<std::string>> pairs;
    std::optional<std::set<std::string>> costly;
    std::optional<std::vector<std::string>> floors;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> moves;
};

class GoldenCaseReader {
  public:
    // Empty where a line says nothing that a case may say.
    static std::optional<GoldenCase> read(std::string const& text) {
        GoldenCaseReader reader;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            if (!reader.read_line(line)) return std::nullopt;
        reader.golden_.snapshot.candidates = reader.candidates_;
        return std::move(reader.golden_);
    }

  private:
    using Words = std::vector<std::string>;

    static Words words_of(std::string const& text) {
        std::istringstream stream(text);
        return {std::istream_iterator<std::string>(stream), {}};
    }
    template <class Number>
    static std::optional<Number> number_in(std::string const& text) {
        Number number = 0;
        auto const* end = text.data() + text.size();
        auto const [stopped, error] = std::from_chars(text.data(), end, number);
        if (error != std::errc{} || stopped != end) return std::nullopt;
        return number;
    }

    bool read_line(std::string const& line) {
        auto const words = words_of(line);
        if (words.empty()) return true;
        if (words.size() > 1 && (words[1] == ">" || words[1] == "<")) return read_preferences(words);
        if (words.size() == 4 && words[1] == "-") return read_candidate(words);
        auto const value = line.substr(line.find(words[0]) + words[0].size());
        return read_key(words[0], value, words_of(value));
    }

    bool read_key(std::string const& key, std::string const& value, Words const& words) {
        auto& snapshot = golden_.snapshot;
        if (key == "name:") golden_.name = base::trim(value);
        if (key == "objective:") return read_objective(words);
        if (key == "mentors:") return read_side(words, snapshot.mentors, golden_.mentors);
        if (key == "mentees:") return read_side(words, snapshot.mentees, golden_.mentees);
        if (key == "both:") return read_shared(words);
        if (key == "together:") return read_couples(words, snapshot.locks);
        if (key == "apart:") return read_couples(words, snapshot.bans);
        if (key == "before:") return read_couples(words, golden_.before);
        if (key == "pairs:") golden_.pairs.emplace(words.begin(), words.end());
        if (key == "costly:") golden_.costly.emplace(words.begin(), words.end());
        if (key == "floors:") golden_.floors = words;
        if (key == "total:") golden_.total = number_in<std::int64_t>(base::trim(value));
        if (key == "count:") golden_.count = number_in<std::int64_t>(base::trim(value));
        if (key == "least:") golden_.least = number_in<std::int64_t>(base::trim(value));
        if (key == "moves:") golden_.moves = number_in<std::int64_t>(base::trim(value));
        if (key == "suggest:") golden_.suggests = number_in<std::int32_t>(base::trim(value));
        return true;
    }

    bool read_objective(Words const& words) {
        static std::map<std::string, engine::Objective> const kObjectives{{"best", engine::Objective::best},
                                                                          {"stable", engine::Objective::stable},
                                                                          {"fair", engine::Objective::fair},
                                                                          {"balanced", engine::Objective::balanced}};
        auto const found = words.empty() ? kObjectives.end() : kObjectives.find(words[0]);
        if (found == kObjectives.end()) return false;
        golden_.snapshot.objective = found->second;
        if (words.size() > 1 && words[1] == "most_benefit") golden_.snapshot.priority = engine::Priority::most_benefit;
        return true;
    }

    static bool read_side(Words const& words, std::vector<engine::Participant>& side,
                          std::map<std::string, engine::Index>& names) {
        for (auto const& word : words) {
            auto const parts = base::split(word, ':');
            auto const capacity = parts.size() == 2 ? number_in<std::int32_t>(parts[1]) : std::nullopt;
            engine::Participant participant{{}, capacity.value_or(0)};
            if (!capacity || parts[0].size() > participant.identity.size()) return false;
            std::copy(parts[0].begin(), parts[0].end(), participant.identity.begin());
            if (!names.emplace(parts[0], static_cast<engine::Index>(side.size())).second) return false;
            side.push_back(participant);
        }
        return true;
    }

    std::optional<engine::Couple> couple_of(std::string const& mentor, std::string const& mentee) const {
        auto const i = golden_.mentors.find(mentor);
        auto const j = golden_.mentees.find(mentee);
        if (i == golden_.mentors.end() || j == golden_.mentees.end()) return std::nullopt;
        return engine::Couple{i->second, j->second};
    }
    bool read_couples(Words const& words, std::vector<engine::Couple>& couples) const {
        for (auto const& word : words) {
            auto const parts = base::split(word, '-');
            auto const couple = parts.size() == 2 ? couple_of(parts[0], parts[1]) : std::nullopt;
            if (!couple) return false;
            couples.push_back(*couple);
        }
        return true;
    }
    bool read_shared(Words const& words) {
        for (auto const& word : words) {
            auto const parts = base::split(word, ':');
            auto const places = parts.size() == 2 ? number_in<std::int32_t>(parts[1]) : std::nullopt;
            std::vector<engine::Couple> both;
            if (!places || !read_couples({parts[0]}, both)) return false;
            golden_.snapshot.shared.push_back({both[0].mentor, both[0].mentee, *places});
        }
        return true;
    }

    engine::Candidate* candidate_between(std::string const& mentor, std::string const& mentee) {
        auto const couple = couple_of(mentor, mentee);
        if (!couple) return nullptr;
        for (auto& candidate : candidates_)
            if (candidate.mentor == couple->mentor && candidate.mentee == couple->mentee) return &candidate;
        return &candidates_.emplace_back(engine::Candidate{couple->mentor, couple->mentee, 0, 0, 0});
    }
    bool read_candidate(Words const& words) {
        auto* candidate = candidate_between(words[0], words[2]);
        auto const benefit = number_in<std::int32_t>(words[3]);
        if (candidate == nullptr || !benefit) return false;
        candidate->mentor_benefit = candidate->mentee_benefit = candidate->benefit = *benefit;
        return true;
    }
    bool read_preferences(Words const& words) {
        auto const is_mentor = words[1] == ">";
        std::int32_t benefit = 1000;
        for (std::size_t k = 2; k < words.size(); ++k) {
            if (words[k] == "|") {
                --benefit;
                continue;
            }
            auto* candidate = is_mentor ? candidate_between(words[0], words[k]) : candidate_between(words[k], words[0]);
            if (candidate == nullptr) return false;
            (is_mentor ? candidate->mentor_benefit : candidate->mentee_benefit) = benefit;
        }
        return true;
    }

    GoldenCase golden_;
    std::vector<engine::Candidate> candidates_;
};

}  // namespace support
