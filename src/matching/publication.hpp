#pragma once
// Publishing a draft, which waits before it sends: until then any coordinator of the programme may undo it, and nothing
// of it has reached anybody.
//   waiting -> sent | undone | not_sent
// When it falls due, everybody's line, enrolment and places are tested on that moment; where something has changed, it
// is not sent and the coordinators are told.

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "matching/match_run.hpp"

namespace matching {

using PublicationId = base::Id<struct PublicationTag>;

enum class PublicationState { waiting, sent, undone, not_sent };
BOOST_DESCRIBE_ENUM(PublicationState, waiting, sent, undone, not_sent)

struct Publication {
    PublicationId id;
    MatchRunId match_run_id;
    PublicationState state = PublicationState::waiting;
    base::Instant started_at;
    base::Instant sends_at;                 // once sent: when it was
    std::optional<std::string> started_by;  // a name; nobody once they have been forgotten
    std::optional<std::string> trouble;     // the code of the refusal, when it was not sent
};
BOOST_DESCRIBE_STRUCT(Publication, (), (id, match_run_id, state, started_at, sends_at, started_by, trouble))

}  // namespace matching
