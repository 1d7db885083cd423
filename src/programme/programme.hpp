#pragma once
// A programme with its purpose, dates and rules, and its way from draft to closed. Pure: no clock, no database.
// Levels: the higher number stands higher in the house; the gap is mentee minus mentor.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"

namespace programme {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;

enum class State { draft, enrolling, matching, running, reviewing, closed };
BOOST_DESCRIBE_ENUM(State, draft, enrolling, matching, running, reviewing, closed)

enum class Direction { reverse, reciprocal, traditional, peer };
BOOST_DESCRIBE_ENUM(Direction, reverse, reciprocal, traditional, peer)

// The mentor brings the topic, the mentee wants it; neither is a word on a screen.
enum class Side { mentor, mentee };
BOOST_DESCRIBE_ENUM(Side, mentor, mentee)

enum class DepartmentRule { any, different };
BOOST_DESCRIBE_ENUM(DepartmentRule, any, different)

enum class SiteRule { any, different, same };
BOOST_DESCRIBE_ENUM(SiteRule, any, different, same)

// Who goes first where places are short (R06).
enum class WaitingOrder { first_come, by_need, lottery };
BOOST_DESCRIBE_ENUM(WaitingOrder, first_come, by_need, lottery)

enum class Cadence { weekly, fortnightly, every_three_weeks, monthly, every_two_months };
BOOST_DESCRIBE_ENUM(Cadence, weekly, fortnightly, every_three_weeks, monthly, every_two_months)

enum class Channel { in_person, video, call, chat };
BOOST_DESCRIBE_ENUM(Channel, in_person, video, call, chat)

// How much each part of a pair's benefit counts; only their proportions matter, and not all of them are 0.
struct Weights {
    std::int32_t topics = 60;
    std::int32_t style = 15;
    std::int32_t distance = 15;
    std::int32_t times = 10;

    [[nodiscard]] bool count_anything() const { return topics + style + distance + times > 0; }
};
BOOST_DESCRIBE_STRUCT(Weights, (), (topics, style, distance, times))

// What the coordinator sets. Everything that may be empty may be empty in draft.
struct Settings {
    std::string name;
    Direction direction = Direction::reverse;
    std::string language = "en";
    std::optional<std::string> purpose;
    std::optional<std::string> results_use;
    std::optional<base::Day> enrolment_closes_on;
    std::optional<base::Day> starts_on;
    std::optional<base::Day> ends_on;
    std::int32_t planned_pairs = 15;
    std::int32_t suggestions_each = 1;
    std::int32_t rounds = 2;
    std::int32_t round_days = 14;
    std::int32_t closing_working_days = 5;
    std::int32_t publication_wait_minutes = 60;
    std::int32_t cooling_days = 14;
    std::int32_t mentor_capacity = 1;
    std::int32_t mentee_capacity = 1;
    std::int32_t total_capacity = 2;
    std::optional<std::int32_t> level_gap_least;
    std::optional<std::int32_t> level_gap_most;
    DepartmentRule department_rule = DepartmentRule::any;
    SiteRule site_rule = SiteRule::any;
    bool needs_common_time = true;
    bool needs_common_language = true;
    Weights weights;
    bool uses_career_stage = false;
    WaitingOrder waiting_order = WaitingOrder::first_come;
    bool waiting_is_comparison = false;
    Cadence cadence = Cadence::monthly;
    Channel channel = Channel::in_person;
    std::int32_t notice_days = 2;
    Side booking_side = Side::mentee;
    Side leading_side = Side::mentor;
    // Anonymous first (rules 14), which is not for programmes in which apprentices or people under 18 take part.
    // Nobody's age is asked: the coordinator says so for the programme.
    bool anonymous_first = false;
    bool apprentices_take_part = false;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (name, direction, language, purpose, results_use, enrolment_closes_on, starts_on, ends_on,
                       planned_pairs, suggestions_each, rounds, round_days, closing_working_days,
                       publication_wait_minutes, cooling_days, mentor_capacity, mentee_capacity, total_capacity,
                       level_gap_least, level_gap_most, department_rule, site_rule, needs_common_time,
                       needs_common_language, weights, uses_career_stage, waiting_order, waiting_is_comparison, cadence,
                       channel, notice_days, booking_side, leading_side, anonymous_first, apprentices_take_part))

struct Programme : Settings {
    ProgrammeId id;
    State state = State::draft;
    std::optional<std::int64_t> lottery_seed;
    base::Instant created_at;
    std::optional<PersonId> created_by;
    std::optional<base::Instant> enrolling_at;
    std::optional<base::Instant> closed_at;
    bool names_shown = false;  // couples have been looked for by name
    // Told by the room `acquaintance`: an anonymous round has begun and is not over.
    bool has_anonymous_round = false;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Programme, (Settings),
                      (id, state, lottery_seed, created_at, created_by, enrolling_at, closed_at, names_shown,
                       has_anonymous_round, version))

// Places go by a draw that has not been drawn.
bool awaits_draw(Programme const& programme);
// How places are given is chosen once, before the draw (rules D3); afterwards the comparison may only end. Codes:
// `already_drawn`.
base::Result<Settings> keep_draw(Programme const& before, Settings wanted);

// Once people may have been invited, an end can be another day and not be taken away: without one nothing would close
// the programme. Codes: `required`.
base::Result<Settings> keep_end(Programme const& before, Settings wanted);

// Anonymous first cannot begin where couples have been looked for by name. Codes: `too_late`.
base::Result<Settings> keep_anonymity(Programme const& before, Settings wanted);
// For whatever looks for couples by name, keeps two people together or brings a pair. Refuses `anonymous_first`, also
// where it was switched off while people of a round still write to each other: nobody sees that they are not free.
base::Result<bool> check_shows_names(Programme const& programme);

// A programme's own words in one language (R03, rules G2). Role words are labels: singular, plural and a neutral form,
// all three or none; empty means that screens speak of *you* and *your partner* alone.
struct RoleWords {
    std::string singular;
    std::string plural;
    std::string neutral;
};
BOOST_DESCRIBE_STRUCT(RoleWords, (), (singular, plural, neutral))

struct Words {
    std::string language;
    std::string name;
    std::optional<std::string> purpose;
    std::optional<RoleWords> mentor;
    std::optional<RoleWords> mentee;
};
BOOST_DESCRIBE_STRUCT(Words, (), (language, name, purpose, mentor, mentee))

// One entry a language (`twice`), each word one line of what can be printed (`too_short`, `format`), every language a
// tag such as "de" or "de-AT" (`format`). All that is wrong at once, as JSON pointers below /words.
base::Result<std::vector<Words>> check_words(std::vector<Words> words);
bool is_language_tag(std::string_view tag);

// Up to this many pairs every default is the light one (rules 9).
inline constexpr std::int32_t kSmallProgramme = 30;
inline constexpr std::int32_t kMostAims = 3;

// The defaults of a programme of this size.
Settings default_settings(std::string name, Direction direction, std::int32_t planned_pairs);

// All that is wrong with them together: days in order, gaps in order, capacities that fit, weights that count anything
// (codes: `before_start`, `before_closing`, `too_small`, `comparison_needs_lottery`, `nothing_counts`,
// `apprentices_take_part`).
base::Result<Settings> check(Settings settings);

// The same with what stands before: a draw, an end and names that were shown are kept.
base::Result<Settings> check_settings(Programme const& before, Settings const& wanted);

// What the first invitation needs (R01, R02, rules 13 and C).
enum class Missing {
    purpose,
    aims,
    end,
    results_use,
    sponsor,
    second_coordinator,
    confidential_contacts,
    shorter_questions
};
BOOST_DESCRIBE_ENUM(Missing, purpose, aims, end, results_use, sponsor, second_coordinator, confidential_contacts,
                    shorter_questions)

// People to turn to in confidence, so that everybody can choose (rules 13).
inline constexpr std::int32_t kFewestContacts = 2;

// What the house knows about a programme besides its settings.
struct Standing {
    std::vector<std::string> instruments = {};  // of all its aims
    std::int32_t aims = 0;
    std::int32_t coordinators = 0;
    std::int32_t participating_coordinators = 0;
    std::int32_t confidential_contacts = 0;
    bool sponsor_accepted = false;
};

std::vector<Missing> missing_before_inviting(Settings const& settings, Standing const& standing);
// Refuses with `programme_not_ready` and the list of what is missing.
base::Result<bool> may_invite(State state, Settings const& settings, Standing const& standing);

// draft -> enrolling <-> matching <-> running -> reviewing -> closed. Leaving draft needs what inviting needs.
// Moving to where it stands already is no change and no refusal.
base::Result<State> move(State from, State to, Settings const& settings, Standing const& standing);
std::vector<State> next_states(State from);
// Where it stands once two of it have begun: while people come in or look for each other, it runs from then on.
State state_with_a_pair(State state);

base::Refusal not_ready(std::vector<Missing> const& missing);
base::Refusal cannot_move(State from, State to);
base::Refusal not_inviting(State state);
// A programme whose coordinator takes part has a second one, who sees to their pair (rules 13). Refuses
// `needs_second_coordinator`.
base::Result<bool> check_second_coordinator(Standing const& standing);
base::Refusal needs_second_coordinator();
// Somebody else is named first (rules 13).
base::Refusal contacts_needed(std::string const& programme);

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::Weights> = std::array{
    meta::Limit{"topics", 0, 100, "What each brings that the other wants"},
    meta::Limit{"style", 0, 100, "Working style"}, meta::Limit{"distance", 0, 100, "Another department, another site"},
    meta::Limit{"times", 0, 100, "Hours in common"}};

template <>
inline constexpr auto meta::limits<programme::Settings> = std::array{
    meta::Limit{"name", 1, 120},
    meta::Limit{"language", 2, 35, "Of the name and the purpose here; other languages have words of their own"},
    meta::Limit{"purpose", 0, 600, "Heads every invitation (R01)"},
    meta::Limit{"results_use", 0, 1000, "What happens with the results (R01)"},
    meta::Limit{"planned_pairs", 1, 50'000},
    meta::Limit{"suggestions_each", 1, 3},
    meta::Limit{"rounds", 1, 6},
    meta::Limit{"round_days", 7, 60},
    meta::Limit{"closing_working_days", 2, 20, "How long answers to suggestions stay open"},
    meta::Limit{"publication_wait_minutes", 0, 10'080,
                "Before published suggestions are sent, while it can be undone; 0 sends at once"},
    meta::Limit{"cooling_days", 0, 90, "After a pair has finished, before new suggestions come to its two"},
    meta::Limit{"mentor_capacity", 1, 5, "Active pairs at a time unless a person offers more"},
    meta::Limit{"mentee_capacity", 1, 5},
    meta::Limit{"total_capacity", 1, 10, "Of a person on both sides"},
    meta::Limit{"level_gap_least", -20, 20, "Level of the mentee minus level of the mentor"},
    meta::Limit{"level_gap_most", -20, 20},
    meta::doc("needs_common_time", "An hour a week in common, where both have said theirs"),
    meta::doc("needs_common_language", "Where both have said theirs"),
    meta::doc("uses_career_stage", "Only ever to mix, never to require, exclude or rank"),
    meta::doc("waiting_is_comparison", "Those who wait are the comparison group until it ends in the open"),
    meta::Limit{"notice_days", 0, 14},
    meta::doc("anonymous_first", "Two people write to each other without names until both open theirs"),
    meta::doc("apprentices_take_part", "Or people under 18; then it is not anonymous first")};

template <>
inline constexpr auto meta::limits<programme::Words> =
    std::array{meta::Limit{"language", 2, 35}, meta::Limit{"name", 1, 120}, meta::Limit{"purpose", 0, 600}};

template <>
inline constexpr auto meta::limits<programme::RoleWords> =
    std::array{meta::Limit{"singular", 1, 60}, meta::Limit{"plural", 1, 60}, meta::Limit{"neutral", 1, 60}};
