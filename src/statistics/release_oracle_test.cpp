// Random organisations against brute force: every way in which the people of a small organisation could have answered
// so that everything published is the same, one by one. 1,000 at -O2 (target oracle_statistics), ten sanitized.
// OBVERSE_SEEDS=first-last tries others (bin/torture).
#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "statistics/attacker.hpp"
#include "statistics/publication.hpp"
#include "statistics/release.hpp"
#include "statistics/slices.hpp"

namespace {

using namespace statistics;

#ifdef OBVERSE_ORACLE
constexpr std::uint64_t kOrganisations = 1000;
#else
constexpr std::uint64_t kOrganisations = 10;
#endif
constexpr std::size_t kMostWays = 20'000;
constexpr std::size_t kMostSteps = 500'000;
constexpr std::size_t kMostGroups = 9;

struct Seeds {
    std::uint64_t first = 1;
    std::uint64_t last = kOrganisations;
};

Seeds seeds() {
    auto const* given = std::getenv("OBVERSE_SEEDS");
    if (given == nullptr) return {};
    auto const text = std::string{given};
    auto const dash = text.find('-');
    return {std::stoull(text.substr(0, dash)), std::stoull(text.substr(dash + 1))};
}

// Enumerates the counts of one answer.
class Ways {
  public:
    Ways(Published const& published, std::size_t answer) : published_{published}, ends_(published.groups.size()) {
        for (auto const& group : published.groups) truth_.push_back(group[answer]);
        for (auto const& set : published.shown) {
            std::int64_t sum = 0;
            for (auto const group : set) sum += truth_[group];
            left_.push_back(sum);
            ends_[*std::max_element(set.begin(), set.end())].push_back(left_.size() - 1);
        }
        within_.resize(truth_.size());
        for (std::size_t at = 0; at < published.shown.size(); ++at)
            for (auto const group : published.shown[at]) within_[group].push_back(at);
        way_.assign(truth_.size(), 0);
        same_.assign(std::size_t{1} << truth_.size(), true);
    }

    // False: there are too many.
    bool count() {
        step(0);
        return !is_too_much();
    }
    // The people of these groups gave this answer as often in every way.
    [[nodiscard]] bool is_same(std::size_t groups) const { return same_[groups]; }

  private:
    [[nodiscard]] bool is_too_much() const { return ways_ > kMostWays || steps_ > kMostSteps; }

    void step(std::size_t group) {
        ++steps_;
        if (is_too_much()) return;
        if (group == truth_.size()) return note();
        auto most = std::numeric_limits<std::int64_t>::max();
        for (auto const sum : within_[group]) most = std::min(most, left_[sum]);
        for (std::int64_t count = 0; count <= most && !is_too_much(); ++count) {
            take(group, count);
            auto const& ends = ends_[group];
            if (std::all_of(ends.begin(), ends.end(), [&](std::size_t sum) { return left_[sum] == 0; }))
                step(group + 1);
            take(group, -count);
        }
    }

    void take(std::size_t group, std::int64_t count) {
        way_[group] += count;
        for (auto const sum : within_[group]) left_[sum] -= count;
    }

    void note() {
        ++ways_;
        std::vector<std::int64_t> differs(same_.size(), 0);
        for (std::size_t set = 1; set < same_.size(); ++set) {
            auto const group = static_cast<std::size_t>(std::countr_zero(set));
            differs[set] = differs[set & (set - 1)] + way_[group] - truth_[group];
            if (differs[set] != 0) same_[set] = false;
        }
    }

    Published const& published_;
    std::vector<std::vector<std::size_t>> ends_;
    std::vector<std::vector<std::size_t>> within_;
    std::vector<std::int64_t> truth_;
    std::vector<std::int64_t> left_;
    std::vector<std::int64_t> way_;
    std::vector<bool> same_;
    std::size_t ways_ = 0;
    std::size_t steps_ = 0;
};

class BruteForce {
  public:
    explicit BruteForce(Published const& published) : published_{published} {
        is_small_ = !published.groups.empty() && published.groups.size() <= kMostGroups;
        for (std::size_t answer = 0; is_small_ && answer < published.groups.front().size(); ++answer) {
            ways_.emplace_back(published, answer);
            is_small_ = ways_.back().count();
        }
    }

    [[nodiscard]] bool is_small() const { return is_small_; }

    // What is the same in every way and must not be; "" nothing.
    [[nodiscard]] std::string found() const {
        for (std::size_t set = 1; set < std::size_t{1} << published_.groups.size(); ++set) {
            if (people(set) >= published_.least) continue;
            if (is_size_same(set)) return "how many answered of few people: " + name(set);
            for (std::size_t answer = 0; answer < ways_.size(); ++answer)
                if (ways_[answer].is_same(set) && people(set, answer) > 0)
                    return "what some of few people answered: " + name(set);
        }
        for (auto const& hidden : published_.hidden) {
            auto const set = mask(hidden);
            if (is_size_same(set)) return "how many answered of a hidden part: " + name(set);
            for (std::size_t answer = 0; answer < ways_.size(); ++answer)
                if (ways_[answer].is_same(set) && people(set, answer) > 0)
                    return "what some answered of a hidden part: " + name(set);
        }
        for (std::size_t group = 0; group < published_.groups.size(); ++group)
            if (is_told_by_answer(group)) return "what everybody answered of a group: " + name(std::size_t{1} << group);
        return "";
    }

  private:
    [[nodiscard]] bool is_told_by_answer(std::size_t group) const {
        auto const set = std::size_t{1} << group;
        if (ways_.size() < 2 || people(set) == 0) return false;
        auto const possible =
            std::count_if(ways_.begin(), ways_.end(), [&, answer = std::size_t{0}](auto& ways) mutable {
                return people(set, answer++) > 0 || !ways.is_same(set);
            });
        if (possible > 1) return false;
        return std::none_of(published_.shown.begin(), published_.shown.end(), [&](GroupSet const& shown) {
            std::int64_t most = 0;
            for (std::size_t answer = 0; answer < ways_.size(); ++answer)
                most = std::max(most, people(mask(shown), answer));
            return (mask(shown) & set) != 0 && most * 20 >= people(mask(shown)) * 19;
        });
    }

    [[nodiscard]] bool is_size_same(std::size_t set) const {
        return std::all_of(ways_.begin(), ways_.end(), [&](Ways const& ways) { return ways.is_same(set); });
    }
    [[nodiscard]] static std::size_t mask(GroupSet const& groups) {
        std::size_t set = 0;
        for (auto const group : groups) set |= std::size_t{1} << group;
        return set;
    }
    [[nodiscard]] std::int64_t people(std::size_t set, std::size_t answer) const {
        std::int64_t sum = 0;
        for (std::size_t group = 0; group < published_.groups.size(); ++group)
            if (((set >> group) & 1U) != 0) sum += published_.groups[group][answer];
        return sum;
    }
    [[nodiscard]] std::int64_t people(std::size_t set) const {
        std::int64_t sum = 0;
        for (std::size_t answer = 0; answer < ways_.size(); ++answer) sum += people(set, answer);
        return sum;
    }
    [[nodiscard]] std::string name(std::size_t set) const {
        std::string names;
        for (std::size_t group = 0; group < published_.groups.size(); ++group)
            if (((set >> group) & 1U) != 0) names += std::to_string(group) + " ";
        return names;
    }

    Published const& published_;
    bool is_small_ = true;
    std::vector<Ways> ways_;
};

struct Organisation {
    Question question;
    bool is_later = false;
};

std::vector<std::int64_t> random_answers(base::Random& random, std::int64_t people, std::size_t answers,
                                         std::size_t favourite, std::uint64_t taste) {
    std::vector<std::int64_t> made(answers, 0);
    for (std::int64_t person = 0; person < people; ++person)
        ++made[random.below(10) < taste ? favourite : random.below(answers)];
    return made;
}

// One or two dimensions that overlap, with or without their table of two; even or one-sided answers; now and then the
// second release of an organisation in which some came and went.
Organisation random_organisation(std::uint64_t seed) {
    auto const random = base::seeded_random(seed);
    auto const draw = [&](std::uint64_t bound) { return random->below(bound); };
    Organisation made;
    auto& question = made.question;
    auto const is_large = draw(5) == 0;
    auto const dimensions = 1 + draw(2);
    std::vector<std::size_t> parts;
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
        question.dimensions.push_back({dimension == 0 ? "department" : "site", draw(6) == 0 ? 10 : 5});
        question.tables.push_back({dimension});
        parts.push_back(2 + draw(is_large ? 5 : dimensions == 1 ? 4 : 2));
    }
    if (dimensions == 2 && draw(3) == 0) question.tables.push_back({0, 1});
    if (dimensions == 1) parts.push_back(1);
    question.answers = 1 + draw(5);
    question.least = draw(8) == 0 ? 10 : 5;
    made.is_later = draw(4) == 0;
    auto const most = 1 + draw(is_large ? 40 : 14);
    auto const taste = draw(11);
    auto const favourite = draw(question.answers);
    for (std::size_t one = 0; one < parts[0]; ++one)
        for (std::size_t other = 0; other < parts[1]; ++other) {
            if (dimensions == 2 && draw(8) == 0) continue;
            Group group;
            group.parts = {std::to_string(one)};
            if (dimensions == 2) group.parts.push_back(std::to_string(other));
            group.answers =
                random_answers(*random, static_cast<std::int64_t>(draw(most + 1)), question.answers, favourite, taste);
            auto const answered = std::accumulate(group.answers.begin(), group.answers.end(), std::int64_t{0});
            group.invited = answered + static_cast<std::int64_t>(draw(4));
            question.groups.push_back(std::move(group));
        }
    return made;
}

// What comes after: in some groups some came, in some others some went.
void live_on(Organisation& organisation, std::uint64_t seed) {
    auto const random = base::seeded_random(seed ^ 0x5eedU);
    auto& question = organisation.question;
    question.shown_before = release(question).shown();
    for (auto& group : question.groups) {
        group.added.assign(question.answers, 0);
        group.removed.assign(question.answers, 0);
        auto const happens = random->below(4);
        if (happens == 0)
            group.added =
                random_answers(*random, 1 + static_cast<std::int64_t>(random->below(8)), question.answers, 0, 0);
        for (std::size_t answer = 0; answer < question.answers; ++answer) {
            if (happens == 1) group.removed[answer] = group.answers[answer] / 2;
            group.answers[answer] += group.added[answer] - group.removed[answer];
            group.invited += group.added[answer];
        }
    }
}

bool lies_in(Question const& question, Group const& group, Parts const& parts) {
    return std::all_of(parts.begin(), parts.end(), [&](Part const& part) {
        for (std::size_t dimension = 0; dimension < question.dimensions.size(); ++dimension)
            if (question.dimensions[dimension].name == part.dimension) return group.parts[dimension] == part.part;
        return false;
    });
}

// What somebody outside sees of a release and the one before it, from what was answered and what came out alone.
class Seen {
  public:
    Seen(Question const& question, Release const& made) : question_{question} {
        published_.least = std::max(question.least, kLeastAnswered);
        for (auto const& group : question.groups) count(group);
        for (auto const& slice : made.slices) {
            look_at(slice.parts, slice.figures.has_value(), &Place::is_now);
            if (!question.shown_before) continue;
            auto const& before = *question.shown_before;
            look_at(slice.parts, std::find(before.begin(), before.end(), slice.parts) != before.end(),
                    &Place::was_before);
        }
    }
    [[nodiscard]] Published const& published() const { return published_; }

  private:
    struct Place {
        Group const* group;
        bool is_now;
        bool was_before;
    };

    void count(Group const& group) {
        auto stayed = group.answers;
        for (std::size_t answer = 0; answer < group.added.size(); ++answer) stayed[answer] -= group.added[answer];
        auto const is_later = question_.shown_before.has_value();
        put(stayed, is_later ? 0 : group.invited, {&group, true, true});
        if (is_later) {
            put(group.added, 0, {&group, true, false});
            put(group.removed, 0, {&group, false, true});
        }
    }
    void put(std::vector<std::int64_t> const& people, std::int64_t invited, Place place) {
        if (invited + std::accumulate(people.begin(), people.end(), std::int64_t{0}) == 0) return;
        published_.groups.push_back(people);
        places_.push_back(place);
    }
    void look_at(Parts const& parts, bool is_shown, bool Place::*is_there) {
        GroupSet set;
        for (std::size_t at = 0; at < places_.size(); ++at)
            if (places_[at].*is_there && lies_in(question_, *places_[at].group, parts)) set.push_back(at);
        if (!set.empty()) (is_shown ? published_.shown : published_.hidden).push_back(set);
    }

    Question const& question_;
    Published published_;
    std::vector<Place> places_;
};

bool is_given_up(Release const& made) {
    return made.slices.back().hidden == Hidden::too_many;
}

TEST(ARandomOrganisation, falls_to_no_attacker) {
    auto const [first, last] = seeds();
    std::size_t by_force = 0;
    std::size_t parts_shown = 0;
    std::size_t parts_large_enough = 0;
    for (auto seed = first; seed <= last; ++seed) {
        auto organisation = random_organisation(seed);
        if (organisation.is_later) live_on(organisation, seed);
        auto const& question = organisation.question;
        auto const made = release(question);
        for (auto const& counted : slice(question).slices) {
            if (counted.parts.empty()) continue;
            auto const is_shown = made.find(counted.parts)->figures.has_value();
            if (is_shown) ++parts_shown;
            if (counted.answered >= counted.least) ++parts_large_enough;
            ASSERT_TRUE(!is_shown || counted.answered >= counted.least) << "seed " << seed;
        }
        if (!made.is_shown()) continue;
        Seen const seen{question, made};
        auto const& published = seen.published();
        if (is_given_up(made)) continue;
        ASSERT_EQ(attack(published).learnt, Learnt::nothing) << "seed " << seed;
        BruteForce const brute{published};
        if (!brute.is_small()) continue;
        ++by_force;
        ASSERT_EQ(brute.found(), "") << "seed " << seed;
    }
    RecordProperty("by_force", static_cast<int>(by_force));
    RecordProperty("parts_shown_percent",
                   static_cast<int>(100 * parts_shown / std::max<std::size_t>(parts_large_enough, 1)));
    if (last - first < 100) return;
    EXPECT_GE(by_force * 4, last - first + 1) << "too few organisations are small enough for brute force";
    EXPECT_GE(parts_shown * 4, parts_large_enough) << "it is no feat to hide everything";
}

// The same organisations with less done for them: brute force finds people, and the attacker finds all that it does.
struct Fallen {
    std::size_t by_force = 0;
    std::size_t fallen = 0;
};

Fallen let_loose_on(void (*hide)(Sliced const&, Pattern&)) {
    Fallen fallen;
    auto const [first, last] = seeds();
    for (auto seed = first; seed <= last; ++seed) {
        auto const question = random_organisation(seed).question;
        auto const sliced = slice(question);
        Pattern shown(sliced.slices.size(), true);
        hide(sliced, shown);
        if (!shown.front()) continue;
        auto const published = publication(sliced, question, shown);
        BruteForce const brute{published};
        if (!brute.is_small()) continue;
        ++fallen.by_force;
        if (brute.found().empty()) continue;
        ++fallen.fallen;
        EXPECT_NE(attack(published).learnt, Learnt::nothing) << "seed " << seed << ": " << brute.found();
    }
    return fallen;
}

TEST(ARandomOrganisation, falls_often_where_only_small_parts_are_hidden) {
    auto const [by_force, fallen] = let_loose_on(hide_small_parts);
    RecordProperty("fallen", static_cast<int>(fallen));
    EXPECT_TRUE(by_force < 100 || fallen * 4 >= by_force) << fallen << " of " << by_force;
}

TEST(ARandomOrganisation, falls_at_times_where_each_table_is_looked_at_alone) {
    auto const [by_force, fallen] = let_loose_on(hide_parts);
    RecordProperty("fallen", static_cast<int>(fallen));
    EXPECT_TRUE(by_force < 100 || fallen * 20 >= by_force) << fallen << " of " << by_force;
}

}  // namespace
