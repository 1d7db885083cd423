#pragma once
// Somebody who answers without a name, as their browser does it: their ballot is issued while they are signed in, and
// goes into the box from nobody.

#include <string>
#include <vector>

#include "ballot/question_set.hpp"
#include "support/blind_asker.hpp"
#include "support/door.hpp"

namespace support {

// Asks these people, over `kBallotsOpen`: *safe*, to be agreed with, and *why*, in words. Its keys are made when the
// house has done what was queued.
inline constexpr auto kBallotsOpen = std::chrono::hours(24 * 7);
ballot::QuestionSetId ask_without_names(Door& door, access::OrganisationId organisation,
                                        std::vector<access::PersonId> const& people);
// Lets the last moment pass, and the box be opened.
void close_ballots(Door& door, access::OrganisationId organisation);

// A token of its own, not yet signed; the key is shown to `person`.
BlindAsker blind_asker_for(Door& door, access::PersonId person, ballot::QuestionSetId set);
Reply issue_ballot(Door& door, access::PersonId person, ballot::QuestionSetId set, crypto::Bytes const& blinded);

struct Voter {
    BlindAsker asker;
    crypto::Bytes signature;

    // The body of POST /api/ballots; `answers` as JSON.
    [[nodiscard]] std::string ballot(ballot::QuestionSetId set, std::string const& answers) const;
};
// Has theirs issued.
Voter voter(Door& door, access::PersonId person, ballot::QuestionSetId set);

}  // namespace support
