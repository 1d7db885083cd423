#pragma once
// The verbs of a publication. Whoever is on the lists stands in no event.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "matching/publication.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "platform/jobs/job.hpp"

namespace matching {

inline constexpr audit::Kind kPublicationStarted{"match_run.publication_started"};
inline constexpr audit::Kind kPublicationUndone{"match_run.publication_undone"};
inline constexpr audit::Kind kPublicationNotSent{"match_run.publication_not_sent"};
// The suggestions are out.
inline constexpr audit::Kind kRunPublished{"match_run.published"};
inline constexpr audit::Kind kRunWithdrawn{"match_run.withdrawn"};

struct PublicationJob {
    PublicationId publication_id;
};
BOOST_DESCRIBE_STRUCT(PublicationJob, (), (publication_id))
inline constexpr jobs::Kind<PublicationJob> kSendPublication{"publication.send"};

// The draft is sent after the programme's wait; at once where that is 0. Refuses already now what could not be sent.
base::Result<MatchRun> publish_run(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys, MatchRunId id,
                                   base::Instant now);
// Without waiting any longer. Refuses `not_waiting`, and whatever keeps it from being sent: then it waits on.
base::Result<MatchRun> send_now(db::Tx& tx, access::Viewer const& viewer, crypto::Keys const& keys, MatchRunId id,
                                base::Instant now);
// Before it is sent: nothing has happened, and the run is a draft again. While the round is open: suggestions and
// answers are gone, unread.
base::Result<MatchRun> take_back(db::Tx& tx, access::Viewer const& viewer, MatchRunId id, base::Instant now);

// The job. Whatever has been undone or sent meanwhile is left alone; what cannot be sent any more is a draft again, and
// its coordinators are told.
base::Result<bool> send_due_publication(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        PublicationId id, base::Instant now);

}  // namespace matching
