#pragma once

#include <string>
#include <vector>

#include "care/monday.hpp"
#include "notice/mail.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/schedule.hpp"

namespace care {

// Every Monday, whoever coordinates a programme with pairs that run is told.
inline constexpr jobs::Kind<jobs::Nothing> kTellMonday{"care.tell_monday"};
void tell_monday(db::Tx& tx, access::OrganisationId organisation, base::Instant now);
// As `reader` is shown them now.
std::vector<MondaySentence> sentences_for(db::Tx& tx, access::OrganisationId organisation,
                                          access::ProgrammeId programme, access::PersonId reader, base::Instant now);
// What its mail says, counted when it leaves: sentences with numbers, and no name (rules 12).
std::string words_of_monday(db::Tx& tx, notice::Mail const& mail, base::Instant now);

}  // namespace care
