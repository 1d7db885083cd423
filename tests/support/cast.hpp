#pragma once
// The named cast (house.md 6.3): one organisation of eleven people in one programme, and an outsider from another
// organisation, who may do everything there. Each test makes its own, so tests share a database and never meet.
//
//   marta (leads the house, sponsor)
//   |- lena (the manager of ana and bruno)
//   |    |- ana, bruno        mentors: they bring the topic
//   |- sofia, david           mentees: directors who want to learn
//   |- jo, kim                coordinators of the programme
//   |- amir                   administrator
//   |- nina, rosa             analyst, employee representative
//
// Nobody of the mentors and mentees stands in one line (rules 1). Names, levels and the tree are the same each time;
// ids are the database's next ones.

#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "base/time.hpp"
#include "platform/db/db.hpp"

namespace support {

using EnrolmentId = base::Id<struct EnrolmentTag>;

struct Cast {
    access::OrganisationId organisation;
    access::PersonId ana, bruno, sofia, david, lena, marta, jo, kim, amir, nina, rosa;

    access::ProgrammeId programme;  // reverse, matching, with the four enrolled and joined
    EnrolmentId ana_enrolled, bruno_enrolled, sofia_enrolled, david_enrolled;

    access::OrganisationId elsewhere;
    access::PersonId otto;  // administrator and coordinator of `elsewhere`
    access::ProgrammeId programme_elsewhere;

    [[nodiscard]] std::vector<access::PersonId> colleagues() const {
        return {ana, bruno, sofia, david, lena, marta, jo, kim, amir, nina, rosa};
    }
};

// A Sunday morning; what tests call now unless they say otherwise.
base::Instant cast_time();

Cast make_cast(db::Tx& tx, base::Instant now = cast_time());
Cast make_cast(db::Database& database, base::Instant now = cast_time());

// Somebody else who joined like one of the cast: in the same line, at the same level, with the same topics.
access::PersonId enrol_another(db::Tx& tx, Cast const& cast, EnrolmentId like, std::string const& name);

// Two who met in an earlier round of the programme.
void make_partners_of_before(db::Tx& tx, Cast const& cast, access::PersonId mentor, access::PersonId mentee);

// Somebody as the door would know them, with the roles they have now. No session.
access::Viewer viewer_of(db::Tx& tx, access::OrganisationId organisation, access::PersonId person);

}  // namespace support
