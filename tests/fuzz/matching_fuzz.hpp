#pragma once
// What must hold of the matching engine whatever it is given: it refuses, or its checker, which shares no code with it,
// proves the answer. Used by the fuzz targets and by a short replay among the tests.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "app/cli/table_file.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/keeping.hpp"
#include "matching/engine/listed_couples.hpp"
#include "matching/engine/suggestions.hpp"
#include "matching/file_plan.hpp"
#include "support/golden_case.hpp"

namespace fuzz {

namespace engine = matching::engine;

inline void must(bool holds, char const* what) {
    if (holds) return;
    std::fputs(what, stderr);
    std::abort();
}

inline std::optional<engine::Certificate> proved(engine::Snapshot snapshot, engine::Objective objective,
                                                 engine::Priority priority) {
    snapshot.objective = objective;
    snapshot.priority = priority;
    auto const assignment = engine::assign(snapshot);
    if (!assignment) return std::nullopt;
    auto const certificate = engine::certify(snapshot, *assignment);
    must(certificate.verified(), engine::to_text(certificate.flaw).c_str());
    return certificate;
}

// Nobody is their own candidate: the hard rules see to it before there is a snapshot.
inline bool somebody_meets_themselves(engine::Snapshot const& snapshot) {
    for (auto const& c : snapshot.candidates)
        for (auto const& both : snapshot.shared)
            if (c.mentor == both.mentor && c.mentee == both.mentee) return true;
    return false;
}

inline void every_answer_is_proved(engine::Snapshot const& snapshot) {
    using engine::Objective;
    using engine::Priority;
    auto const checked = engine::checked(snapshot);
    auto const best = proved(snapshot, Objective::best, Priority::most_pairs);
    must(checked.has_value() == best.has_value(), "what is refused is refused everywhere");
    if (!best) return;
    auto const by_benefit = proved(snapshot, Objective::best, Priority::most_benefit);
    auto const stable = proved(snapshot, Objective::stable, Priority::most_pairs);
    auto const fair = proved(snapshot, Objective::fair, Priority::most_pairs);
    auto const balanced = proved(snapshot, Objective::balanced, Priority::most_pairs);
    must(by_benefit && stable && fair && balanced, "a snapshot is refused by one objective alone");
    must(by_benefit->total_benefit >= best->total_benefit, "most benefit is not the most");
    must(stable->pairs <= best->pairs && fair->pairs <= best->pairs, "best has not the most pairs");
    if (snapshot.shared.empty()) {
        must(fair->pairs == best->pairs && balanced->pairs == best->pairs, "fair or balanced has fewer pairs");
        must(balanced->total_benefit == best->total_benefit, "balanced costs benefit");
    }
}

// On everybody's list the places run from the first to the last, none twice.
inline void lists_are_whole(engine::Snapshot const& snapshot, std::vector<engine::ListedCouple> const& listed) {
    std::vector<std::vector<bool>> mentors(snapshot.mentors.size());
    std::vector<std::vector<bool>> mentees(snapshot.mentees.size());
    for (auto const& each : listed) {
        mentors[each.couple.mentor].push_back(false);
        mentees[each.couple.mentee].push_back(false);
    }
    auto const take = [](std::vector<bool>& list, std::int32_t place) {
        must(place >= 1 && std::cmp_less_equal(place, list.size()), "a place beyond the list");
        must(!list[static_cast<std::size_t>(place) - 1], "a place on a list twice");
        list[static_cast<std::size_t>(place) - 1] = true;
    };
    for (auto const& each : listed) {
        take(mentors[each.couple.mentor], each.on_list_of_mentor);
        take(mentees[each.couple.mentee], each.on_list_of_mentee);
    }
}

inline void suggestions_keep_their_promises(engine::Snapshot const& snapshot) {
    auto const frozen = engine::checked(snapshot);
    if (!frozen) return;
    auto const assignment = engine::assign(*frozen);
    if (!assignment) return;
    for (std::int32_t each = 1; each <= 3; ++each) {
        auto const suggestions = engine::suggest(*frozen, *assignment, each);
        must(suggestions.has_value(), "no suggestions");
        must(engine::check_suggestions(*frozen, *assignment, *suggestions, each) == engine::SuggestionFlaw::none,
             "the suggestions do not keep their promises");
        lists_are_whole(*frozen, engine::list_couples(*frozen, *assignment, *suggestions));
    }
}

inline void keeping_is_proved(engine::Snapshot const& snapshot, engine::Keeping const& keeping) {
    auto const kept = engine::assign_keeping(snapshot, keeping);
    if (!kept) return;
    must(engine::certify(kept->snapshot, kept->assignment).verified(), "keeping is not proved");
    must(!keeping.most_moves || kept->moves <= *keeping.most_moves, "more moves than allowed");
}

// A golden case, or what became of one.
inline void try_case(std::string const& text) {
    auto const golden = support::GoldenCaseReader::read(text);
    if (!golden || somebody_meets_themselves(golden->snapshot) || golden->snapshot.mentors.size() > 40 ||
        golden->snapshot.mentees.size() > 40)
        return;
    every_answer_is_proved(golden->snapshot);
    suggestions_keep_their_promises(golden->snapshot);
    keeping_is_proved(golden->snapshot, {golden->before, 100, golden->moves});
}

// Octets as a market: also with people who are not there, the same couple twice, and figures at the ends of the
// numbers.
class Market {
  public:
    explicit Market(std::span<std::uint8_t const> octets) : octets_(octets) {}

    engine::Snapshot draw() {
        engine::Snapshot snapshot;
        auto const mentors = next() % 9;
        auto const mentees = next() % 9;
        snapshot.seed = next();
        kind_of_benefit_ = next() % 5;
        auto const density = next();
        add_side(snapshot.mentors, 1, mentors);
        add_side(snapshot.mentees, 2, mentees);
        for (engine::Index i = 0; i < mentors; ++i)
            for (engine::Index j = 0; j < mentees; ++j)
                if (next() <= density) snapshot.candidates.push_back({i, j, benefit(), benefit(), benefit()});
        for (auto* list : {&snapshot.locks, &snapshot.bans})
            for (auto couples = next() % 4; couples > 0; --couples) list->push_back(couple_of(mentors, mentees));
        for (auto both = next() % 4; both > 0; --both) {
            auto const [mentor, mentee] = couple_of(mentors, mentees);
            snapshot.shared.push_back({mentor, mentee, static_cast<std::int32_t>(next() % 5)});
        }
        // Rarely something that must be refused.
        if (next() == 255 && !snapshot.candidates.empty()) snapshot.candidates.push_back(snapshot.candidates[0]);
        if (next() == 255) snapshot.candidates.push_back({next(), next(), 1, 1, 1});
        return snapshot;
    }
    engine::Keeping keeping(engine::Snapshot const& snapshot) {
        engine::Keeping keeping;
        for (auto couples = next() % 5; couples > 0; --couples)
            keeping.couples.push_back(couple_of(static_cast<std::uint32_t>(snapshot.mentors.size()),
                                                static_cast<std::uint32_t>(snapshot.mentees.size())));
        keeping.bonus = static_cast<std::int32_t>(next());
        if (next() % 2 == 1) keeping.most_moves = next() % 4;
        return keeping;
    }

  private:
    // Now and then somebody who is not there.
    engine::Couple couple_of(std::uint32_t mentors, std::uint32_t mentees) {
        auto const mentor = next();
        auto const mentee = next();
        if (mentor == 255 || mentors == 0 || mentees == 0) return {mentor, mentee};
        return {mentor % mentors, mentee % mentees};
    }
    std::uint32_t next() { return at_ < octets_.size() ? octets_[at_++] : 0U; }
    void add_side(std::vector<engine::Participant>& side, std::uint8_t number, std::uint32_t people) {
        for (std::uint32_t n = 0; n < people; ++n) {
            engine::Participant participant;
            participant.identity[0] = number;
            participant.identity[1] = static_cast<std::uint8_t>(n);
            auto const drawn = next();
            participant.capacity = drawn == 255   ? INT32_MAX
                                   : drawn == 254 ? -1
                                   : drawn > 250  ? engine::kMostPlaces
                                                  : static_cast<std::int32_t>(drawn % 4);
            side.push_back(participant);
        }
    }
    std::int32_t benefit() {
        auto const octet = static_cast<std::int32_t>(next());
        switch (kind_of_benefit_) {
            case 0:
                return octet % 3;
            case 1:
                return octet - 128;
            case 2:
                return octet * 4;
            case 3:
                return octet * 8'000'000;
            default:
                return octet < 128 ? INT32_MAX - octet : INT32_MIN + (octet - 128);
        }
    }

    std::span<std::uint8_t const> octets_;
    std::size_t at_ = 0;
    std::uint32_t kind_of_benefit_ = 0;
};

inline void try_market(std::span<std::uint8_t const> octets) {
    Market market(octets);
    auto const snapshot = market.draw();
    if (somebody_meets_themselves(snapshot)) return;
    every_answer_is_proved(snapshot);
    suggestions_keep_their_promises(snapshot);
    keeping_is_proved(snapshot, market.keeping(snapshot));
}

// A rules file and two tables, with lines of `---` between them.
inline void try_rules(std::string const& text) {
    static std::string const kBetween = "\n---\n";
    auto const first = text.find(kBetween);
    auto const second = first == std::string::npos ? first : text.find(kBetween, first + 1);
    auto const rules = matching::read_rule_file(text.substr(0, first));
    if (second == std::string::npos) return;
    auto const mentors =
        app::parse_table("mentors", text.substr(first + kBetween.size(), second - first - kBetween.size()));
    auto const mentees = app::parse_table("mentees", text.substr(second + kBetween.size()));
    if (!rules || !mentors || !mentees) return;
    for (auto const side : {matching::ListSide::mentor, matching::ListSide::mentee})
        if (auto const rows = matching::rows_of_side(*rules, *mentors, side)) (void)rows->rows.size();
    auto const made = matching::make_snapshot(*rules, *mentors, *mentees, {1, 2});
    if (!made || made->snapshot.candidates.size() > 400) return;
    every_answer_is_proved(made->snapshot);
    for (auto const& c : made->snapshot.candidates) {
        std::int64_t points = 0;
        for (auto const& each : matching::explain_points(made->rules, {c.mentor, c.mentee})) points += each.points;
        must(points == c.benefit, "the points of a couple are not the sum of what its rules gave");
    }
    must(matching::make_file_plan(*rules, *mentors, *mentees, {1, 2}, *made, {}).has_value(), "no plan");
}

}  // namespace fuzz
