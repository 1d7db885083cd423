#pragma once
// The verbs of an anonymous line. All are private acts (rules 4): no event, no hint, no job and no mail has whoever
// opened one, and requests about lines leave no line in the log.

#include "audit/event.hpp"
#include "message/anonymous_line_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace message {

inline constexpr audit::Kind kLineOpened{"anonymous_line.opened", audit::Private::yes};
inline constexpr audit::Kind kLineWritten{"anonymous_line.written", audit::Private::yes};
inline constexpr audit::Kind kLineAnswered{"anonymous_line.answered", audit::Private::yes};
inline constexpr audit::Kind kLineClosed{"anonymous_line.closed", audit::Private::yes};

struct SidedLine {
    Line line;
    LineSide side = LineSide::author;
};
// Whoever opened it, or answers it and is shown something of it; not there for everybody else.
base::Result<SidedLine> load_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId id,
                                  base::Instant now);

// Opened again by the same person it stays as it is. Refuses besides: programme_not_found for who takes no part,
// contact_not_found, answers_lines_here.
base::Result<SidedLine> open_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                  ProgrammeId programme, LineId id, LineOpening const& opening, base::Instant now);
// The same id again changes nothing.
base::Result<SidedLine> write_on_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                      LineId line_id, LineMessageId id, std::string const& written, base::Instant now);
base::Result<SidedLine> close_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId id,
                                   base::Instant now);
base::Result<SidedLine> mark_line_read(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId id,
                                       base::Instant now);

// By the schedule. Of what is gone nobody is told, and nothing is recorded: a day would tell when somebody wrote.
void forget_lines(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace message
