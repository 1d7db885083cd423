#pragma once
// What goes in and out about match runs. Figures from 0 to 1000 stand nowhere here beside a name (rules D22).

#include <array>

#include "matching/floors_shapes.hpp"
#include "matching/publication.hpp"
#include "matching/reason_shapes.hpp"
#include "platform/page.hpp"

namespace matching {

// The pairs of the draft before are worth more than they are, so that a small change moves few people.
struct KeepWanted {
    std::optional<std::int32_t> bonus;       // 100
    std::optional<std::int32_t> most_moves;  // any number when not said
};
BOOST_DESCRIBE_STRUCT(KeepWanted, (), (bonus, most_moves))

struct NewMatchRun {
    ProgrammeId programme_id;
    std::optional<Objective> objective;   // best
    std::optional<Priority> priority;     // most_pairs
    std::optional<std::int64_t> seed;     // drawn when not said
    std::optional<Scope> scope = {};      // everybody
    std::optional<KeepWanted> keep = {};  // nothing is kept when not said
};
BOOST_DESCRIBE_STRUCT(NewMatchRun, (), (programme_id, objective, priority, seed, scope, keep))

struct CoupleShown {
    PersonId mentor_id;
    PersonId mentee_id;
};
BOOST_DESCRIBE_STRUCT(CoupleShown, (), (mentor_id, mentee_id))

struct UnplacedLockShown {
    PersonId mentor_id;
    PersonId mentee_id;
    std::string reason;  // apart | not_available | no_place
    std::vector<CoupleShown> against;
};
BOOST_DESCRIBE_STRUCT(UnplacedLockShown, (), (mentor_id, mentee_id, reason, against))

// What may come of the suggestions (rules 8): how many pairs when 60, 70 or 80 of a hundred answers are *happy to
// meet*, and for how many suggestions one *rather not* would cost a place.
struct SuggestionOutlook {
    std::int64_t costly = 0;
    std::int64_t expected_at_60 = 0;
    std::int64_t expected_at_70 = 0;
    std::int64_t expected_at_80 = 0;
};
BOOST_DESCRIBE_STRUCT(SuggestionOutlook, (), (costly, expected_at_60, expected_at_70, expected_at_80))

// How many of the pairs of an earlier run were given up.
struct KeepingReport {
    MatchRunId match_run_id;
    std::int32_t number = 1;
    std::int64_t pairs = 0;  // of before whose two people are still here
    std::int64_t moves = 0;  // of these, given up
    std::int32_t bonus = 0;  // with which it was found
    std::optional<std::int32_t> most_moves;
};
BOOST_DESCRIBE_STRUCT(KeepingReport, (), (match_run_id, number, pairs, moves, bonus, most_moves))

// What a run found, under "How this was found".
struct RunReport {
    std::int64_t mentors = 0;  // with a free place
    std::int64_t mentees = 0;
    std::int64_t allowed_pairs = 0;
    std::optional<std::int64_t> best_of_each;  // so many partners of each were weighed; empty: all
    std::int64_t pairs = 0;
    std::int64_t filled_up = 0;  // further suggestions beside the pairs
    std::int64_t mentors_reached = 0;
    std::int64_t mentees_reached = 0;
    std::int64_t total_benefit = 0;
    std::int64_t blocking_pairs = 0;
    std::int64_t fit_both_ways = 0;
    std::int64_t fit = 0;
    std::int64_t fit_thin = 0;
    std::optional<SuggestionOutlook> outlook;  // empty: made before there was one
    std::optional<KeepingReport> keeping;      // empty: nothing was to be kept
    std::optional<FloorsShown> floors;         // objective fair; not for whoever takes part (rules 13)
    std::vector<RuleCount> rules;
    std::vector<UnplacedLockShown> unplaced_locks;
    std::string certificate;  // "verified", or what is wrong
    std::string snapshot_hash;
    std::string result_hash;
    std::int64_t engine_version = 0;
};
BOOST_DESCRIBE_STRUCT(RunReport, (),
                      (mentors, mentees, allowed_pairs, best_of_each, pairs, filled_up, mentors_reached,
                       mentees_reached, total_benefit, blocking_pairs, fit_both_ways, fit, fit_thin, outlook, keeping,
                       floors, rules, unplaced_locks, certificate, snapshot_hash, result_hash, engine_version))

struct RunProgress {
    std::string state;
    std::int64_t done = 0;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(RunProgress, (), (state, done, total))

// Who published a run, and what became of it.
struct PublicationShown {
    PublicationState state = PublicationState::waiting;
    base::Instant started_at;
    std::optional<std::string> started_by;  // a name
    base::Instant sends_at;                 // until then it can be undone; once sent: when it was
    std::optional<std::string> trouble;     // why it was not sent: the code of a refusal
};
BOOST_DESCRIBE_STRUCT(PublicationShown, (), (state, started_at, started_by, sends_at, trouble))

// Why a run failed, where that was not its proof.
struct RunTrouble {
    std::string code;  // of a refusal
    std::optional<std::int32_t> least;
};
BOOST_DESCRIBE_STRUCT(RunTrouble, (), (code, least))

struct MatchRunAnswer {
    MatchRunId id;
    ProgrammeId programme_id;
    std::int32_t number = 1;
    RunState state = RunState::queued;
    Objective objective = Objective::best;
    Priority priority = Priority::most_pairs;
    std::int64_t seed = 0;
    Scope scope = Scope::everybody;
    RunProgress progress;
    std::optional<RunReport> report;
    std::optional<RunTrouble> trouble;
    base::Instant created_at;
    std::optional<base::Instant> finished_at;
    std::optional<std::string> started_by;        // a name
    std::optional<PublicationShown> publication;  // the latest
    std::optional<base::Day> round_closes_on;
    std::vector<RunAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(MatchRunAnswer, (),
                      (id, programme_id, number, state, objective, priority, seed, scope, progress, report, trouble,
                       created_at, finished_at, started_by, publication, round_closes_on, allowed_actions))

enum class MatchRunSort { number, state };
BOOST_DESCRIBE_ENUM(MatchRunSort, number, state)

struct MatchRunsQuery : page::Request {
    ProgrammeId programme_id;
    std::optional<std::string> search;
    std::optional<RunState> state;
    std::optional<MatchRunSort> sort;
};
BOOST_DESCRIBE_STRUCT(MatchRunsQuery, (page::Request), (programme_id, search, state, sort))

struct MatchRunList {
    std::vector<MatchRunAnswer> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(MatchRunList, (), (items, next_cursor))

struct PersonShown {
    PersonId id;
    std::string name;
    std::optional<std::string> department;
    std::optional<std::string> job_title;
};
BOOST_DESCRIBE_STRUCT(PersonShown, (), (id, name, department, job_title))

struct RunPair {
    std::int32_t position = 0;
    PersonShown mentor;
    PersonShown mentee;
    std::string fit;
    bool is_locked = false;
    bool is_filled_up = false;
    ReasonsShown reasons;
};
BOOST_DESCRIBE_STRUCT(RunPair, (), (position, mentor, mentee, fit, is_locked, is_filled_up, reasons))

// By what people of a run are put in groups (band.hpp).
enum class Division { department, level, site };
BOOST_DESCRIBE_ENUM(Division, department, level, site)

enum class RunPairsSort { position, mentor, mentee };
BOOST_DESCRIBE_ENUM(RunPairsSort, position, mentor, mentee)

struct RunPairsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<bool> is_locked;
    std::optional<bool> is_filled_up;
    std::optional<Division> by;
    std::optional<std::string> mentor_group;
    std::optional<std::string> mentee_group;
    std::optional<RunPairsSort> sort;
};
BOOST_DESCRIBE_STRUCT(RunPairsQuery, (page::Request),
                      (search, is_locked, is_filled_up, by, mentor_group, mentee_group, sort))

struct RunPairs {
    std::vector<RunPair> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(RunPairs, (), (items, next_cursor))

struct RunLeftover {
    std::int32_t position = 0;
    PersonShown person;
    Side side = Side::mentor;
    LeftoverShown reason;
};
BOOST_DESCRIBE_STRUCT(RunLeftover, (), (position, person, side, reason))

enum class RunLeftoversSort { position, name, department };
BOOST_DESCRIBE_ENUM(RunLeftoversSort, position, name, department)

struct RunLeftoversQuery : page::Request {
    std::optional<std::string> search;
    std::optional<Side> side;
    std::optional<Division> by;
    std::optional<std::string> group;
    std::optional<RunLeftoversSort> sort;
};
BOOST_DESCRIBE_STRUCT(RunLeftoversQuery, (page::Request), (search, side, by, group, sort))

struct RunLeftovers {
    std::vector<RunLeftover> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(RunLeftovers, (), (items, next_cursor))

// Before launch: who is there, and how many pairs each part of each rule removes.
struct Outlook {
    std::int64_t mentors = 0;
    std::int64_t mentees = 0;
    std::int64_t possible_pairs = 0;
    std::int64_t allowed_pairs = 0;
    std::vector<RuleCount> rules;
};
BOOST_DESCRIBE_STRUCT(Outlook, (), (mentors, mentees, possible_pairs, allowed_pairs, rules))

enum class Wish { together, apart };
BOOST_DESCRIBE_ENUM(Wish, together, apart)

enum class WishSort { mentor, mentee, wish };
BOOST_DESCRIBE_ENUM(WishSort, mentor, mentee, wish)

struct WishesQuery : page::Request {
    std::optional<std::string> search;
    std::optional<Wish> wish;
    std::optional<WishSort> sort;
};
BOOST_DESCRIBE_STRUCT(WishesQuery, (page::Request), (search, wish, sort))

struct WishedCouple {
    Wish wish = Wish::together;
    PersonShown mentor;
    PersonShown mentee;
};
BOOST_DESCRIBE_STRUCT(WishedCouple, (), (wish, mentor, mentee))

struct Wishes {
    std::vector<WishedCouple> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(Wishes, (), (items, next_cursor))

}  // namespace matching

template <>
inline constexpr auto meta::limits<matching::KeepWanted> = std::array{
    meta::Limit{"bonus", 0, 1000, "What keeping one pair may cost, of 1000; 100 when left out"},
    meta::Limit{"most_moves", 0, 1'000'000, "How many pairs may be given up at most; not with a stable run"}};
template <>
inline constexpr auto meta::limits<matching::NewMatchRun> =
    std::array{meta::Limit{"seed", 0, 9007199254740991, "Decides between equals; the same seed gives the same pairs"}};
template <>
inline constexpr auto meta::limits<matching::MatchRunsQuery> = page::limits(meta::Limit{"search", 1, 10,
                                                                                        "Part of its number"});
template <>
inline constexpr auto meta::limits<matching::RunPairsQuery> =
    page::limits(meta::Limit{"search", 1, 100, "Part of a name"},
                 meta::doc("by", "What the two groups are of; department when left out"),
                 meta::Limit{"mentor_group", 1, 1000, "The key of a group of the run's bands"},
                 meta::Limit{"mentee_group", 1, 1000, "The key of a group of the run's bands"});
template <>
inline constexpr auto meta::limits<matching::RunLeftoversQuery> = page::limits(
    meta::Limit{"search", 1, 100, "Part of a name"}, meta::doc("by", "What the group is of; department when left out"),
    meta::Limit{"group", 1, 1000, "The key of a group of the run's bands"});
template <>
inline constexpr auto meta::limits<matching::WishesQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                     "Part of a name"});
