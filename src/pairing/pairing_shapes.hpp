#pragma once
// What goes in and out about pairings.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "pairing/agreement.hpp"
#include "pairing/exploratory_meeting.hpp"
#include "pairing/pairing.hpp"
#include "platform/meta.hpp"
#include "platform/page.hpp"
#include "programme/called.hpp"

namespace pairing {

// A colleague as the other of the two, or a coordinator, sees them (rules B, first row).
struct PartnerBrief {
    PersonId id;
    std::string name;
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> job_title;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(PartnerBrief, (), (id, name, called_name, pronouns, job_title, department, site, time_zone))

// The line at the head of the pair's page, and whose eyes it is for.
struct Mirror {
    std::vector<std::string> seen_by;     // the coordinators' names; empty when nobody coordinates
    std::optional<CoordinatorLine> line;  // empty: they no longer see this pairing at all
};
BOOST_DESCRIBE_STRUCT(Mirror, (), (seen_by, line))

struct PairingAnswer {
    PairingId id;
    ProgrammeId programme_id;
    programme::Called programme;
    Origin origin = Origin::run;
    Side side = Side::mentor;  // yours
    PartnerBrief partner;
    Stage stage = Stage::exploring;
    std::int32_t meetings_before = 0;
    base::Instant opened_at;
    base::Instant answers_close_at;
    std::optional<base::Instant> started_at;
    std::optional<base::Day> finished_week_on;
    std::optional<ExploratoryMeeting> exploratory_meeting;
    std::optional<Answer> own_answer;
    Mirror mirror;
    std::vector<Action> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(PairingAnswer, (),
                      (id, programme_id, programme, origin, side, partner, stage, meetings_before, opened_at,
                       answers_close_at, started_at, finished_week_on, exploratory_meeting, own_answer, mirror,
                       allowed_actions))

struct MyPairings {
    std::vector<PairingAnswer> items;
};
BOOST_DESCRIBE_STRUCT(MyPairings, (), (items))

// A private act. Leaving it out means *ended*; all of them look alike to everybody else.
struct Closing {
    std::optional<Ending> ending;
};
BOOST_DESCRIBE_STRUCT(Closing, (), (ending))

// A coordinator's page of pairs.
struct ProgrammePairing {
    PairingId id;
    PartnerBrief mentor;
    PartnerBrief mentee;
    CoordinatorLine line;
};
BOOST_DESCRIBE_STRUCT(ProgrammePairing, (), (id, mentor, mentee, line))

struct PairingCounts {
    std::int32_t getting_to_know = 0;
    std::int32_t started = 0;
    std::int32_t paused = 0;
    std::int32_t finished = 0;
};
BOOST_DESCRIBE_STRUCT(PairingCounts, (), (getting_to_know, started, paused, finished))

struct ProgrammePairings {
    PairingCounts counts;  // of the whole programme, whatever the filter
    std::vector<ProgrammePairing> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ProgrammePairings, (), (counts, items, next_cursor))

enum class ProgrammePairingSort { opened_at, mentor, mentee, state };
BOOST_DESCRIBE_ENUM(ProgrammePairingSort, opened_at, mentor, mentee, state)

struct ProgrammePairingsQuery : page::Request {
    std::optional<std::string> search;
    std::optional<CoordinatorState> state;
    std::optional<ProgrammePairingSort> sort;
};
BOOST_DESCRIBE_STRUCT(ProgrammePairingsQuery, (page::Request), (search, state, sort))

// Pairs that met before the programme came here (rules E). Both are asked to confirm, like any getting to know.
struct BroughtPair {
    PersonId mentor_id;
    PersonId mentee_id;
    std::int32_t meetings_before = 0;
};
BOOST_DESCRIBE_STRUCT(BroughtPair, (), (mentor_id, mentee_id, meetings_before))

struct BroughtPairs {
    std::vector<BroughtPair> pairs;
};
BOOST_DESCRIBE_STRUCT(BroughtPairs, (), (pairs))

struct OpenedPairings {
    std::vector<PairingId> ids;
};
BOOST_DESCRIBE_STRUCT(OpenedPairings, (), (ids))

}  // namespace pairing

template <>
inline constexpr auto meta::limits<pairing::ProgrammePairingsQuery> = page::limits(meta::Limit{"search", 1, 100,
                                                                                               "Part of a name"});
template <>
inline constexpr auto meta::limits<pairing::BroughtPair> =
    std::array{meta::Limit{"meetings_before", 0, 200, "How often the two have met already"}};
template <>
inline constexpr auto meta::limits<pairing::BroughtPairs> =
    std::array{meta::Limit{"pairs", 1, 1000, "Both people must have joined the programme"}};
