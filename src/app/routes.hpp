#pragma once
// The whole contract as one table: method, path, who may, endpoint, what it does. The OpenAPI document is made of it.
// It is written on several pages, in the order of the floors, so that no file knows every shape there is.

#include "access/door.hpp"

namespace app {

void add_routes(access::Routes& routes);

// The house itself: what was done, people, messages, signing in.
void add_house_routes(access::Routes& routes);
// A programme, its set-up and who takes part in it with what.
void add_programme_routes(access::Routes& routes);
// Working time asked of a supervisor.
void add_supervisor_routes(access::Routes& routes);
// From a run to a pair, and how a pair lives and ends.
void add_pair_routes(access::Routes& routes);
// The conversations of a pair, and what calendars and mails open of them.
void add_meeting_routes(access::Routes& routes);
// What the two lay out for a meeting and take away from it.
void add_notebook_routes(access::Routes& routes);
// What people write to each other, and without a name.
void add_message_routes(access::Routes& routes);
// Anonymous first, and how a name is opened by two.
void add_acquaintance_routes(access::Routes& routes);
// Answers without a name.
void add_ballot_routes(access::Routes& routes);
// Peer circles.
void add_circle_routes(access::Routes& routes);
// Asking before deciding, and what came of it.
void add_voice_routes(access::Routes& routes);
// What people see from where they stand, and the themes that are made of it.
void add_front_line_routes(access::Routes& routes);
// What came of it, in the words of those who took part.
void add_outcome_routes(access::Routes& routes);
// What people read before it begins.
void add_preparation_routes(access::Routes& routes);
// Signs, nudges and help for pairs, and concerns.
void add_care_routes(access::Routes& routes);
// What the employee representatives read, and the settings that two sides change together.
void add_representative_routes(access::Routes& routes);

// What the two are asked after a conversation, half way and at the end, and what somebody has given.
void add_questionnaire_routes(access::Routes& routes);
void add_review_routes(access::Routes& routes);

}  // namespace app
