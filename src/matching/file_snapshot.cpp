#include "matching/file_snapshot.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "base/text.hpp"
#include "matching/couple_search.hpp"
#include "matching/engine/digest.hpp"
#include "matching/engine/in_parts.hpp"

namespace matching {

namespace {

base::Refusal identity_missing(Table const& table, std::int32_t line, std::string const& column) {
    return in_table(table, line, "identity_missing", "\"" + column + "\" is empty.", {{"column", column}});
}
base::Refusal identity_twice(Table const& table, std::int32_t line, std::string const& value) {
    return in_table(table, line, "identity_twice", "\"" + value + "\" stands twice.", {{"value", value}});
}
base::Refusal capacity_wrong(Table const& table, std::int32_t line, std::string const& value) {
    return in_table(table, line, "capacity_wrong", "\"" + value + "\" is not a number of places (0 to 1000).",
                    {{"value", value}});
}

base::IdBytes identity_of(std::string const& folded) {
    engine::Hasher hasher;
    hasher.add(std::span(reinterpret_cast<std::uint8_t const*>(folded.data()), folded.size()));
    auto const digest = hasher.finish();
    base::IdBytes identity{};
    std::copy_n(digest.begin(), identity.size(), identity.begin());
    return identity;
}

struct PeopleOfSide {
    std::vector<engine::Participant> participants;
    std::vector<std::string> names;
};

base::Result<std::int32_t> places_in(RuleFile const& rules, Table const& table, Table::Row const& row,
                                     std::int32_t otherwise) {
    static constexpr std::int32_t kMostPlaces = 1000;
    if (!rules.capacity_column) return otherwise;
    TRY(column, column_of(table, *rules.capacity_column));
    auto const cell = base::trim(row.cells[column]);
    if (cell.empty()) return otherwise;
    auto const places = whole_number(cell);
    if (!places || *places < 0 || *places > kMostPlaces) return capacity_wrong(table, row.line, cell);
    return *places;
}

base::Result<PeopleOfSide> read_side(RuleFile const& rules, Table const& table, std::int32_t capacity) {
    TRY(column, column_of(table, rules.identify_by));
    PeopleOfSide side;
    std::unordered_set<std::string> seen;
    side.participants.reserve(table.rows.size());
    side.names.reserve(table.rows.size());
    for (auto const& row : table.rows) {
        auto folded = base::fold(row.cells[column]);
        if (folded.empty()) return identity_missing(table, row.line, rules.identify_by);
        auto const identity = identity_of(folded);
        if (!seen.insert(std::move(folded)).second) return identity_twice(table, row.line, row.cells[column]);
        TRY(places, places_in(rules, table, row, capacity));
        side.participants.push_back({identity, places});
        side.names.push_back(base::trim(row.cells[column]));
    }
    return side;
}

// A part of the whole, so many hundredths of it.
Pace part_of(Pace const& pace, std::uint64_t from, std::uint64_t to) {
    return {pace.threads, engine::part_of(pace.progress, from, to)};
}

std::int64_t sum_of_all(std::vector<std::int64_t> const& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

void take_counts(CoupleSearch::Counts counts, FileSnapshot& made) {
    made.mentor_could_meet = std::move(counts.could_meet);
    made.forbidden_by = std::move(counts.forbidden_by);
    made.same_person = counts.same_person;
    made.allowed = sum_of_all(made.mentor_could_meet);
}

bool list_everybody(FileSnapshot& made, Pace const& pace) {
    std::vector<std::vector<Option>> rows;
    auto counts = CoupleSearch(made, ListSide::mentor, {}).list_all(pace, rows);
    if (!counts.is_done) return false;
    take_counts(std::move(counts), made);
    made.mentee_could_meet.assign(made.mentees.size(), 0);
    made.snapshot.candidates.reserve(static_cast<std::size_t>(made.allowed));
    for (engine::Index mentor = 0; mentor < rows.size(); ++mentor) {
        for (auto const& [mentee, points] : rows[mentor]) {
            ++made.mentee_could_meet[mentee];
            made.snapshot.candidates.push_back({mentor, mentee, points, points, points});
        }
        rows[mentor] = {};
    }
    return true;
}

bool stands_before(Option const& a, Option const& b) {
    return a.other < b.other;
}

// By mentor, the options of the mentees turned round, and couples that go in whatever they are worth.
class OptionsOfMentors {
  public:
    OptionsOfMentors(FileSnapshot const& made, BestOfSide best, std::vector<engine::Couple> const& always)
        : first_(made.mentors.size() + 1) {
        std::vector<std::pair<engine::Couple, std::int32_t>> kept;
        for (auto const& couple : always) {
            if (made.snapshot.mentors[couple.mentor].identity == made.snapshot.mentees[couple.mentee].identity)
                continue;
            auto const judgement = judge_couple(made.rules, couple);
            if (judgement.may_meet) kept.emplace_back(couple, judgement.points);
        }
        each(best, kept, [&](engine::Index mentor, Option) { ++first_[mentor + 1]; });
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        options_.resize(first_.back());
        auto next = first_;
        each(best, kept, [&](engine::Index mentor, Option option) { options_[next[mentor]++] = option; });
        // Mentees come in order, those that go in whatever they are worth behind them.
        for (auto const& [couple, points] : kept) {
            auto const row =
                std::span(options_).subspan(first_[couple.mentor], first_[couple.mentor + 1] - first_[couple.mentor]);
            std::sort(row.begin(), row.end(), stands_before);
        }
    }
    [[nodiscard]] std::span<Option const> of(engine::Index mentor) const {
        return std::span(options_).subspan(first_[mentor], first_[mentor + 1] - first_[mentor]);
    }

  private:
    template <class Visit>
    static void each(BestOfSide const& best, std::vector<std::pair<engine::Couple, std::int32_t>> const& kept,
                     Visit visit) {
        for (engine::Index mentee = 0; mentee < best.count.size(); ++mentee)
            for (std::size_t k = 0; k < best.count[mentee]; ++k) {
                auto const& option = best.options[mentee * best.most_each + k];
                visit(option.other, Option{mentee, option.points});
            }
        for (auto const& [couple, points] : kept) visit(couple.mentor, Option{couple.mentee, points});
    }

    std::vector<std::size_t> first_;
    std::vector<Option> options_;
};

// Both by mentee.
void put_together(FileSnapshot& made, BestOfSide const& of_mentors, OptionsOfMentors const& from_mentees) {
    made.snapshot.candidates.reserve(of_mentors.options.size());
    std::vector<Option> row;
    for (engine::Index mentor = 0; mentor < made.mentors.size(); ++mentor) {
        auto const* own = of_mentors.options.data() + mentor * of_mentors.most_each;
        auto const theirs = from_mentees.of(mentor);
        row.resize(of_mentors.count[mentor] + theirs.size());
        std::merge(own, own + of_mentors.count[mentor], theirs.begin(), theirs.end(), row.begin(), stands_before);
        for (std::size_t k = 0; k < row.size(); ++k)
            if (k == 0 || row[k - 1].other != row[k].other)
                made.snapshot.candidates.push_back({mentor, row[k].other, row[k].points, row[k].points, row[k].points});
    }
}

// With both sides at most half as many as those that would all have gone in.
std::size_t best_each(std::size_t people, std::size_t most_couples) {
    static constexpr std::size_t kLeast = 20;
    static constexpr std::size_t kMost = 200;
    return std::clamp(most_couples / 2 / people, kLeast, kMost);
}

// Each side looking at the other.
struct BothSides {
    std::shared_ptr<CoupleSearch const> mentors;
    std::shared_ptr<CoupleSearch const> mentees;

    BothSides(FileSnapshot const& made, std::uint64_t seed, unsigned threads) {
        engine::side_by_side(
            threads, [&] { mentors = std::make_shared<CoupleSearch const>(made, ListSide::mentor, seed); },
            [&] { mentees = std::make_shared<CoupleSearch const>(made, ListSide::mentee, seed); });
    }
};

bool list_the_best(FileSnapshot& made, BothSides const& looking, Extent const& extent, Pace const& pace) {
    auto const each = best_each(made.mentors.size() + made.mentees.size(), extent.most_couples);
    BestOfSide of_mentees;
    auto mentees = looking.mentees->list_best(part_of(pace, 10, 55), each, of_mentees);
    if (!mentees.is_done) return false;
    made.mentee_could_meet = std::move(mentees.could_meet);
    OptionsOfMentors const from_mentees(made, std::move(of_mentees), extent.always);
    BestOfSide of_mentors;
    auto mentors = looking.mentors->list_best(part_of(pace, 55, 100), each, of_mentors);
    if (!mentors.is_done) return false;
    take_counts(std::move(mentors), made);
    put_together(made, of_mentors, from_mentees);
    made.best_of_each = static_cast<std::int64_t>(each);
    return true;
}

void count_rules(std::vector<ReadRule> const& rules, engine::Couple couple, RuleTally& tally) {
    std::vector<std::size_t> forbidding;
    for (std::size_t r = 0; r < rules.size(); ++r)
        if (outcome_of(rules[r], couple.mentor, couple.mentee).forbids(rules[r].rule)) forbidding.push_back(r);
    for (auto const r : forbidding) ++tally.people[r];
    if (forbidding.size() == 1) ++tally.people_alone[forbidding.front()];
}

}  // namespace

base::Result<FileSnapshot> read_people(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                       Capacities capacities, unsigned threads) {
    std::optional<base::Result<PeopleOfSide>> of_mentors;
    std::optional<base::Result<PeopleOfSide>> of_mentees;
    engine::side_by_side(
        threads, [&] { of_mentors.emplace(read_side(rules, mentors, capacities.mentor)); },
        [&] { of_mentees.emplace(read_side(rules, mentees, capacities.mentee)); });
    TRY(mentor_side, *std::move(of_mentors));
    TRY(mentee_side, *std::move(of_mentees));
    TRY(read, read_by_rules(rules, mentors, mentees, threads));
    FileSnapshot made;
    made.snapshot.mentors = std::move(mentor_side.participants);
    made.snapshot.mentees = std::move(mentee_side.participants);
    made.mentors = std::move(mentor_side.names);
    made.mentees = std::move(mentee_side.names);
    made.rules = std::move(read);
    return made;
}

base::Result<std::shared_ptr<CoupleSearch const>> find_couples(FileSnapshot& made, Extent const& extent,
                                                               Pace const& pace) {
    std::shared_ptr<CoupleSearch const> nothing_left_out;
    if (made.mentors.size() * made.mentees.size() <= extent.most_couples) {
        if (!list_everybody(made, pace)) return engine::cancelled();
        return nothing_left_out;
    }
    BothSides looking(made, extent.seed, pace.threads);
    auto const are_few = looking.mentors->are_at_most(extent.most_couples, part_of(pace, 0, 10));
    if (!are_few) return engine::cancelled();
    if (*are_few) {
        if (!list_everybody(made, part_of(pace, 10, 100))) return engine::cancelled();
        return nothing_left_out;
    }
    if (!list_the_best(made, looking, extent, pace)) return engine::cancelled();
    return std::move(looking.mentors);
}

base::Result<FileSnapshot> make_snapshot(RuleFile const& rules, Table const& mentors, Table const& mentees,
                                         Capacities capacities, Extent const& extent, Pace const& pace) {
    TRY(made, read_people(rules, mentors, mentees, capacities, pace.threads));
    TRY_VOID(find_couples(made, extent, pace));
    return made;
}

std::vector<RulePoints> explain_points(std::vector<ReadRule> const& rules, engine::Couple couple) {
    std::vector<RulePoints> points;
    for (auto const& rule : rules)
        if (auto const outcome = outcome_of(rule, couple.mentor, couple.mentee); outcome.points != 0)
            points.push_back({rule.rule.name, outcome.points});
    return points;
}

std::vector<RuleTally> tally_rules(std::vector<ReadRule> const& rules, std::vector<engine::Seeker> const& people) {
    std::vector<RuleTally> tallies;
    for (auto const& seeker : people) {
        auto const is_mentor = seeker.side == engine::Side::mentor;
        RuleTally tally{std::vector<std::int64_t>(rules.size(), 0), std::vector<std::int64_t>(rules.size(), 0)};
        auto const others = rules.empty() ? 0 : (is_mentor ? rules.front().mentees : rules.front().mentors).size();
        for (engine::Index other = 0; other < others; ++other)
            count_rules(rules,
                        is_mentor ? engine::Couple{seeker.position, other} : engine::Couple{other, seeker.position},
                        tally);
        tallies.push_back(std::move(tally));
    }
    return tallies;
}

}  // namespace matching
