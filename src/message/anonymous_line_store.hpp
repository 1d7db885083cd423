#pragma once
// The only SQL that writes anonymous_lines, line_messages and line_readers. Who opened a line is not here
// (anonymous_author_store.hpp); texts are sealed.

#include <optional>
#include <vector>

#include "message/anonymous_line_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace message::store {

using access::OrganisationId;
using access::Viewer;

// Has joined, waits or pauses.
bool takes_part(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// The caller has checked that the viewer takes part.
LineRecipients recipients_of(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

void insert_line(db::Tx& tx, OrganisationId organisation, Line const& line);
void close_line(db::Tx& tx, OrganisationId organisation, LineId line, base::Day closed_on);
std::optional<Line> find_line(db::Tx& tx, OrganisationId organisation, LineId line);
// Of the programme's coordinators or of the one contact, as they are now; and something is shown by `now`.
bool answers(db::Tx& tx, Viewer const& viewer, Line const& line, base::Instant now);
base::Result<page::Rows<LineBrief>> list_answered_lines(db::Tx& tx, Viewer const& viewer, LinesQuery const& query,
                                                        base::Instant now);
// Those of a person's own lines, the latest first.
std::vector<LineBrief> list_lines(db::Tx& tx, Viewer const& viewer, std::vector<LineId> const& lines);

struct LineMessage {
    LineMessageId id;
    std::int64_t position = 0;
    std::optional<PersonId> answered_by;
    std::string text;
    base::Instant shown_at;
};
void insert_line_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, LineId line,
                         LineMessage const& message);
// Whose line the message stands in; ids are given once.
std::optional<LineId> line_of_message(db::Tx& tx, OrganisationId organisation, LineMessageId id);
std::int64_t last_line_position(db::Tx& tx, OrganisationId organisation, LineId line);
std::int64_t count_by_authors(db::Tx& tx, OrganisationId organisation, std::vector<LineId> const& lines,
                              base::Instant shown_after);
std::int64_t count_open(db::Tx& tx, OrganisationId organisation, std::vector<LineId> const& lines);
// In the order they were shown. Whoever opened the line also has what is not shown yet.
std::vector<LineMessage> list_line_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                            LineId line, std::optional<base::Instant> shown_by);

std::int64_t unread_by_answering(db::Tx& tx, Viewer const& viewer, LineId line, base::Instant now);
std::int64_t unread_answers(db::Tx& tx, OrganisationId organisation, LineId line, std::int64_t read_position);
void mark_line_read(db::Tx& tx, Viewer const& viewer, LineId line, base::Instant now);
// Everybody who answers and has something unread they were not told of; from now on they were.
std::vector<PersonId> mark_lines_told(db::Tx& tx, OrganisationId organisation, base::Instant now);

// Lines on which nothing has been written since then.
std::vector<LineId> list_lines_to_forget(db::Tx& tx, OrganisationId organisation, base::Instant silent_since,
                                         std::int64_t most);
// With all that was written on it. Whoever opened it is removed before.
void remove_line(db::Tx& tx, OrganisationId organisation, LineId line);

}  // namespace message::store
