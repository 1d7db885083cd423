#pragma once
// What a person says about themselves in one programme, and what others see of it (rules B).

#include <array>

#include "platform/page.hpp"
#include "programme/called.hpp"
#include "programme/enrolment.hpp"
#include "programme/waiting_list.hpp"
#include "programme/weekly_slots.hpp"

namespace programme {

// Read by its owner alone; the engine and the partner get what rules B says, and no more.
struct Profile {
    std::int32_t capacity = 1;
    std::optional<std::string> capacity_reason;
    std::optional<std::string> motivation;
    bool shows_motivation = false;
    std::optional<NeedCheck> need_check;
    WorkingStyle style;
    std::optional<CareerStage> career_stage;
    std::vector<UsualTime> usual_times;
    std::vector<std::string> languages;
    std::vector<Help> helps;
    std::optional<std::string> helps_words;
    bool shows_helps = false;
    bool shows_will_not_discuss = false;
    std::optional<std::int32_t> charter_read_version;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (capacity, capacity_reason, motivation, shows_motivation, need_check, style, career_stage,
                       usual_times, languages, helps, helps_words, shows_helps, shows_will_not_discuss,
                       charter_read_version))

// All that is wrong at once; texts squeezed, empty ones none. Career stage only where the programme uses it
// (`not_asked_here`).
base::Result<Profile> check_profile(Profile profile, Programme const& programme);

struct PlaceInLine {
    std::int32_t position = 0;  // 1 is next
    std::int32_t waiting = 0;
    WaitingStatus status = WaitingStatus::no_place_yet;
    base::Day said_on;
    bool awaits_draw = false;  // the position is by date until it is drawn
};
BOOST_DESCRIBE_STRUCT(PlaceInLine, (), (position, waiting, status, said_on, awaits_draw))

// One line of a person's own programmes.
struct OwnEnrolment {
    EnrolmentId id;
    ProgrammeId programme_id;
    Called programme;
    State programme_state = State::draft;
    Side side = Side::mentor;
    EnrolmentState state = EnrolmentState::joined;
    base::Day joined_on;
    bool places_are_drawn = false;  // or were; the draw is at /programmes/{id}/draw
    std::optional<PlaceInLine> waiting;
};
BOOST_DESCRIBE_STRUCT(OwnEnrolment, (),
                      (id, programme_id, programme, programme_state, side, state, joined_on, places_are_drawn, waiting))

struct OwnEnrolmentList {
    std::vector<OwnEnrolment> items;
};
BOOST_DESCRIBE_STRUCT(OwnEnrolmentList, (), (items))

// What a coordinator sees of somebody who joined. Whoever left is not in the list, like whoever never came.
struct EnrolmentBrief {
    EnrolmentId id;
    PersonId person_id;
    std::string name;
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> job_title;
    std::optional<std::int32_t> level;
    Side side = Side::mentor;
    EnrolmentState state = EnrolmentState::joined;
    base::Day joined_on;
    std::int32_t capacity = 1;
    bool has_read_charter = false;
    bool has_times = false;
    std::optional<PlaceInLine> waiting;
};
BOOST_DESCRIBE_STRUCT(EnrolmentBrief, (),
                      (id, person_id, name, department, site, job_title, level, side, state, joined_on, capacity,
                       has_read_charter, has_times, waiting))

enum class EnrolmentSort { name, department, joined_on, state };
BOOST_DESCRIBE_ENUM(EnrolmentSort, name, department, joined_on, state)

struct EnrolmentQuery : page::Request {
    std::optional<std::string> search;
    std::optional<Side> side;
    std::optional<EnrolmentState> state;
    std::optional<EnrolmentSort> sort;
};
BOOST_DESCRIBE_STRUCT(EnrolmentQuery, (page::Request), (search, side, state, sort))

struct EnrolmentPage {
    std::vector<EnrolmentBrief> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(EnrolmentPage, (), (items, next_cursor))

struct EnrolmentStateAnswer {
    EnrolmentState state = EnrolmentState::joined;
};
BOOST_DESCRIBE_STRUCT(EnrolmentStateAnswer, (), (state))

// *Not with this person*, by the name as it is spoken in the house, the sign-in name or the address.
struct ExclusionInput {
    std::string person;
};
BOOST_DESCRIBE_STRUCT(ExclusionInput, (), (person))

struct ExcludedPerson {
    PersonId person_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ExcludedPerson, (), (person_id, name))

struct ExclusionList {
    std::vector<ExcludedPerson> items;
};
BOOST_DESCRIBE_STRUCT(ExclusionList, (), (items))

// What matching loads of everybody who can be paired (joined, charter read or not).
struct Participant {
    EnrolmentId enrolment;
    PersonId person_id;
    Side side = Side::mentor;
    std::int32_t capacity = 1;
    WorkingStyle style;
    std::optional<CareerStage> career_stage;
    meta::Bytes weekly_slots;
    std::string languages;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(Participant, (),
                      (enrolment, person_id, side, capacity, style, career_stage, weekly_slots, languages, time_zone))

struct Exclusion {
    PersonId person_id;
    PersonId excluded_id;
};
BOOST_DESCRIBE_STRUCT(Exclusion, (), (person_id, excluded_id))

}  // namespace programme

template <>
inline constexpr auto meta::limits<programme::Profile> = std::array{
    meta::Limit{"capacity", 1, programme::kMostCapacity, "Partners at a time; more than one is the person's own offer"},
    meta::Limit{"capacity_reason", 0, 300, "A sentence why, from three on"},
    meta::Limit{"motivation", 0, 500, "Why I would like this; shown to a suggested partner only if switched on"},
    meta::doc("need_check", "Private; used only for the order by need"),
    meta::Limit{"usual_times", 0, 100, "In the person's own time zone"},
    meta::Limit{"languages", 0, 12, "Language tags", 2, 35},
    meta::Limit{"helps", 0, 5, "Shown to the partner once paired, if switched on"},
    meta::Limit{"helps_words", 0, 300},
    meta::Limit{"charter_read_version", 1, 10'000}};

template <>
inline constexpr auto meta::limits<programme::EnrolmentQuery> = page::limits(meta::Limit{
    "search", 1, 100, "In names, departments and sites"});

template <>
inline constexpr auto meta::limits<programme::ExclusionInput> = std::array{meta::Limit{"person", 1, 254}};
