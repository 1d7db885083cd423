#pragma once
// What comes in and what goes out about programmes.

#include <array>

#include "platform/page.hpp"
#include "programme/aim.hpp"
#include "programme/called.hpp"
#include "programme/eligibility.hpp"
#include "programme/programme.hpp"
#include "programme/setting.hpp"
#include "programme/sponsor.hpp"

namespace programme {

struct NewProgramme {
    std::string name;
    std::optional<Direction> direction;
    std::optional<std::int32_t> planned_pairs;
};
BOOST_DESCRIBE_STRUCT(NewProgramme, (), (name, direction, planned_pairs))

struct CreatedProgramme {
    ProgrammeId id;
};
BOOST_DESCRIBE_STRUCT(CreatedProgramme, (), (id))

// The whole set-up, read and written as one document.
struct SetUpInput {
    std::int64_t version = 0;
    Settings settings;
    std::vector<Aim> aims;
    std::vector<Words> words;
    Eligibility eligibility;
    std::vector<PersonId> opened_tops;
};
BOOST_DESCRIBE_STRUCT(SetUpInput, (), (version, settings, aims, words, eligibility, opened_tops))

struct SideCount {
    std::int32_t joined = 0;
    std::int32_t places = 0;  // that those who joined offer together
    std::int32_t waiting = 0;
    std::int32_t paused = 0;
};
BOOST_DESCRIBE_STRUCT(SideCount, (), (joined, places, waiting, paused))

struct Counts {
    SideCount mentor;
    SideCount mentee;
    std::int32_t join_requests = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (mentor, mentee, join_requests))

struct SideBudgets {
    instrument::Budget mentor;
    instrument::Budget mentee;
};
BOOST_DESCRIBE_STRUCT(SideBudgets, (), (mentor, mentee))

enum class ProgrammeAction { change, ask_sponsor, invite, enrol, match, run, review, close };
BOOST_DESCRIBE_ENUM(ProgrammeAction, change, ask_sponsor, invite, enrol, match, run, review, close)

struct SponsorStanding {
    std::string name;
    base::Instant asked_at;
    std::optional<base::Instant> accepted_at;
};
BOOST_DESCRIBE_STRUCT(SponsorStanding, (), (name, asked_at, accepted_at))

struct SetUp {
    ProgrammeId id;
    State state = State::draft;
    std::int64_t version = 0;
    Settings settings;
    std::vector<Aim> aims;
    std::vector<Words> words;
    Eligibility eligibility;
    std::vector<PersonId> opened_tops;
    std::optional<SponsorStanding> sponsor;
    Counts counts;
    SideBudgets questions;
    std::vector<Missing> missing;
    std::vector<SettingLock> locks;
    std::vector<ProgrammeAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(SetUp, (),
                      (id, state, version, settings, aims, words, eligibility, opened_tops, sponsor, counts, questions,
                       missing, locks, allowed_actions))

// What everybody who belongs to a programme sees of it.
struct AcceptedSponsor {
    std::string name;
    base::Instant accepted_at;
    TakesPart takes_part = TakesPart::in_person;
    std::optional<std::string> delegate_name;
    std::int32_t answers_within_days = 0;
};
BOOST_DESCRIBE_STRUCT(AcceptedSponsor, (), (name, accepted_at, takes_part, delegate_name, answers_within_days))

struct ProgrammePage {
    ProgrammeId id;
    State state = State::draft;
    Called programme;
    std::optional<std::string> results_use;
    std::optional<base::Day> enrolment_closes_on;
    std::optional<base::Day> starts_on;
    std::optional<base::Day> ends_on;
    std::int32_t rounds = 0;
    std::int32_t round_days = 0;
    std::int32_t closing_working_days = 0;
    Cadence cadence = Cadence::monthly;
    bool uses_career_stage = false;
    std::vector<AimWords> aims;
    std::optional<AcceptedSponsor> sponsor;
    bool coordinates = false;
};
BOOST_DESCRIBE_STRUCT(ProgrammePage, (),
                      (id, state, programme, results_use, enrolment_closes_on, starts_on, ends_on, rounds, round_days,
                       closing_working_days, cadence, uses_career_stage, aims, sponsor, coordinates))

struct ProgrammeBrief {
    ProgrammeId id;
    std::string name;
    State state = State::draft;
    std::int32_t planned_pairs = 0;
    bool coordinates = false;
    bool takes_part = false;
    bool represents = false;  // the employees
};
BOOST_DESCRIBE_STRUCT(ProgrammeBrief, (), (id, name, state, planned_pairs, coordinates, takes_part, represents))

enum class ProgrammeSort { name, state, created_at };
BOOST_DESCRIBE_ENUM(ProgrammeSort, name, state, created_at)

struct ProgrammeQuery : page::Request {
    std::optional<std::string> search;
    std::optional<State> state;
    std::optional<ProgrammeSort> sort;
};
BOOST_DESCRIBE_STRUCT(ProgrammeQuery, (page::Request), (search, state, sort))

struct ProgrammeList {
    std::vector<ProgrammeBrief> items;
    std::optional<std::string> next_cursor;
    bool may_create = false;
};
BOOST_DESCRIBE_STRUCT(ProgrammeList, (), (items, next_cursor, may_create))

struct StateInput {
    State state = State::draft;
};
BOOST_DESCRIBE_STRUCT(StateInput, (), (state))

struct StateAnswer {
    State state = State::draft;
};
BOOST_DESCRIBE_STRUCT(StateAnswer, (), (state))

struct LanguageQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(LanguageQuery, (), (language))

struct AimList {
    std::vector<AimWords> aims;
    std::vector<instrument::Instrument> instruments;
};
BOOST_DESCRIBE_STRUCT(AimList, (), (aims, instruments))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::NewProgramme> =
    std::array{meta::Limit{"name", 1, 120, "What the programme is called; avoid words that put people off"},
               meta::doc("direction", "reverse when left out"),
               meta::Limit{"planned_pairs", 1, 50'000, "15 when left out; up to 30 every default is the light one"}};

template <>
inline constexpr auto meta::limits<programme::SetUpInput> =
    std::array{meta::Limit{"aims", 0, programme::kMostAims}, meta::Limit{"words", 0, 24},
               meta::Limit{"opened_tops", 0, 100, "People at the top opened to those far enough below (rules 1 iv)"}};

template <>
inline constexpr auto meta::limits<programme::ProgrammeQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                         "Part of a name"});

template <>
inline constexpr auto meta::limits<programme::LanguageQuery> = std::array{meta::Limit{"language", 2, 35}};
