#pragma once
// The verbs of a suggestion: the private answer, and the closing of a round with its final run.

#include <functional>

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "matching/suggestion.hpp"
#include "matching/suggestion_store.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/job.hpp"

namespace matching {

inline constexpr audit::Kind kSuggestionAnswered{"suggestion.answered", audit::Private::yes};
// Public, on the closing day, whoever answered what.
inline constexpr audit::Kind kSuggestionsClosed{"suggestions.closed"};

// Idempotent by nature; may be changed until the round closes.
base::Result<SuggestionAnswer> answer_suggestion(db::Tx& tx, access::Viewer const& viewer, SuggestionId id,
                                                 GivenAnswer const& answer, base::Instant now);

// The final run: of those who were both happy to meet, most pairs, then most benefit with each one's own order counted
// in, proved like every run. Marks the round closed and says whom it joined; the caller opens a pairing for each.
// Whoever has left, found a partner or come into one line meanwhile is not joined.
base::Result<std::vector<JoinedCouple>> close_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                                    Round const& round, base::Instant now);

struct RoundJob {
    RoundId round_id;
};
BOOST_DESCRIBE_STRUCT(RoundJob, (), (round_id))
inline constexpr jobs::Kind<RoundJob> kTellSuggestionsReady{"suggestions.tell_ready"};
inline constexpr jobs::Kind<RoundJob> kTellRoundResult{"suggestions.tell_result"};

// By the job that follows a publishing or a closing: everybody of the round is told the same on the same day.
void tell_suggestions_ready(db::Tx& tx, OrganisationId organisation, RoundId round, base::Instant now);
void tell_round_result(db::Tx& tx, OrganisationId organisation, RoundId round, base::Instant now);
// Once, the working day before the closing day, to everybody of the round: a reminder to the silent alone would say
// who is silent (rules 4). `is_closed`: on the site of that person.
using ClosedFor = std::function<bool(PersonId, base::Day)>;
void remind_of_closing(db::Tx& tx, OrganisationId organisation, ClosedFor const& is_closed, base::Instant now);

}  // namespace matching
