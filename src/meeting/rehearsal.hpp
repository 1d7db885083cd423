#pragma once
// Who learns is told two days before each date that something waits for them (R34: what they promised, what is on the
// agenda, one question to think of); who brings the topic before the first conversation alone, where a rehearsal waits
// (R22). A notice and a mail that say that something waits, and nothing else (rules 12); once a date, in the hours in
// which the person works (rules D26, decision 0164), and not when the date moved or the pair stopped meanwhile.

#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "meeting/holiday.hpp"
#include "meeting/meeting.hpp"
#include "meeting/slots.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"

namespace meeting {

struct WhatIf {
    std::string happens;
    std::string then;

    bool operator==(WhatIf const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WhatIf, (), (happens, then))

// Content in content/rehearsal/<language>.json.
struct Rehearsal {
    std::vector<std::string> opening_lines;
    std::vector<std::string> first_questions;
    std::vector<WhatIf> what_ifs;

    bool operator==(Rehearsal const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rehearsal, (), (opening_lines, first_questions, what_ifs))
Rehearsal const& rehearsal_in(std::string_view language);

inline constexpr base::Duration kToldBefore = std::chrono::hours(48);
// How far back from then a working hour is looked for: over the days between the years, too.
inline constexpr base::Duration kLooksBack = std::chrono::hours(24 * 12);

// When somebody works: their usual week without the days on which their site is closed.
struct Working {
    Week week;
    std::string site;
    ClosedSites const& closed;
};
bool is_at_work(Working const& working, base::Instant at);

// 48 hours before, or the last half hour before that in which the person works.
base::Instant due_at(Working const& working, base::Instant starts_at);
// Between then and the start, when they work.
bool is_due(Working const& working, base::Instant starts_at, base::Instant now);

// By the schedule.
inline constexpr jobs::Kind<jobs::Nothing> kTellToPrepare{"meeting.tell_to_prepare"};
void tell_to_prepare(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace meeting
