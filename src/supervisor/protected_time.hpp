#pragma once
// The working time that somebody asks of their supervisor for a programme (R24): hours a month until a day. It stands
// as it was asked until that day, whatever becomes of a pair, unless its owner changes it (rules 4). Pure: no clock, no
// database. `today` is the day of the house.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "access/link.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/meta.hpp"
#include "programme/programme.hpp"

namespace supervisor {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;
using ProtectedTimeId = base::Id<struct ProtectedTimeTag>;
// Of one mail to a supervisor: a time that was changed may be told again.
using TellingId = base::Id<struct ProtectedTimeTellingTag>;

// `talk`: to whoever coordinates, and not about the person.
enum class SupervisorAnswer { yes, yes_except, talk };
BOOST_DESCRIBE_ENUM(SupervisorAnswer, yes, yes_except, talk)

struct ProtectedTime {
    ProtectedTimeId id;
    ProgrammeId programme_id;
    PersonId person_id;
    std::optional<PersonId> supervisor_id;  // none: somebody whose name was typed
    std::string supervisor_name;
    std::int32_t hours_a_month = 1;
    base::Day until_on;
    crypto::Nonce link_nonce;
    std::optional<base::Day> told_on;  // none: a draft, whose link opens nothing
    std::optional<TellingId> telling_id;
    std::optional<SupervisorAnswer> answer;
    std::string except_months;  // "2027-06,2027-07"
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ProtectedTime, (),
                      (id, programme_id, person_id, supervisor_id, supervisor_name, hours_a_month, until_on, link_nonce,
                       told_on, telling_id, answer, except_months, version))

inline constexpr access::LinkKind<ProtectedTimeId> kSupervisorLink{"protected_time", "/working-time/",
                                                                   "protected time"};

inline constexpr std::int32_t kMostHours = 40;
inline constexpr int kMostDays = 730;
// After its day, and then it is deleted.
inline constexpr int kKeptDays = 90;

// An hour for each conversation and one to prepare.
std::int32_t usual_hours(programme::Cadence cadence);

// Whom it is asked of, and how much.
struct Wanted {
    std::optional<PersonId> supervisor_id;
    std::string supervisor_name;
    std::int32_t hours_a_month = 1;
    base::Day until_on;
};
// Another supervisor is asked anew, by a new link; other hours or another day keep the link and ask for the answer
// again. Refuses `in_the_past`, `too_far` (at /until_on) and `required` (at /supervisor_name).
base::Result<ProtectedTime> ask(ProtectedTime before, Wanted const& wanted, base::Day today,
                                crypto::Nonce const& fresh);
// Refuses what `ask` does of a day that has passed since.
base::Result<ProtectedTime> tell(ProtectedTime time, base::Day today, TellingId telling);

// The months that are left until the day, this one first: "2027-06".
std::vector<std::string> months_ahead(base::Day today, base::Day until_on);
std::vector<std::string> except_months_of(ProtectedTime const& time);

struct SupervisorReply {
    SupervisorAnswer answer = SupervisorAnswer::yes;
    std::vector<std::string> except_months;
};
BOOST_DESCRIBE_STRUCT(SupervisorReply, (), (answer, except_months))
// Refuses at /except_months: `required` (with `yes_except`), `not_asked_here` (with another), `not_a_month_ahead`,
// `nothing_left` (every month that is left).
base::Result<ProtectedTime> answer(ProtectedTime time, SupervisorReply const& reply, base::Day today);

// Whether the link opens the page: told, and not after its day.
bool is_open(ProtectedTime const& time, base::Day today);
// What whoever coordinates sees: yes, also but for some months.
bool is_confirmed(std::optional<SupervisorAnswer> answer);

}  // namespace supervisor

template <>
inline constexpr auto meta::limits<supervisor::SupervisorReply> =
    std::array{meta::Limit{"except_months", 0, 25, "With yes_except: months such as 2027-06", 7, 7}};
