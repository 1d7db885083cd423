#pragma once
// Opening a programme to whoever has its link, asking to join, and the coordinator's yes.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/db/db.hpp"
#include "programme/open_call.hpp"

namespace programme {

using access::Viewer;

inline constexpr audit::Kind kOpenCallOpened{"open_call.opened"};
inline constexpr audit::Kind kOpenCallClosed{"open_call.closed"};
inline constexpr audit::Kind kJoinRequested{"join_request.asked"};
inline constexpr audit::Kind kJoinRequestAnswered{"join_request.answered"};

// A new link each time. Only while the programme may invite.
base::Result<OpenCall> open_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id, OpenCallInput const& input,
                                      base::Instant now);
base::Result<bool> close_programme_link(db::Tx& tx, Viewer const& viewer, ProgrammeId id, base::Instant now);
// The answer is the same whether or not the house knows them, or they asked before.
base::Result<JoinRequestAnswer> request_to_join(db::Tx& tx, Viewer const& viewer, crypto::Link const& link,
                                                JoinRequestInput const& input, base::Instant now);
// A welcome adds a colleague the house does not know, and enrols them; the request is gone either way.
base::Result<JoinRequestList> answer_join_request(db::Tx& tx, Viewer const& viewer, JoinRequestId id,
                                                  WelcomeInput const& input, base::Instant now);

inline constexpr std::string_view kProgrammeLink = "programme";
crypto::Link link_of(OpenCall const& call, OrganisationId organisation);

}  // namespace programme
