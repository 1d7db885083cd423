#include "message/anonymous_line_http.hpp"

#include "message/anonymous_author_store.hpp"
#include "message/anonymous_line_actions.hpp"
#include "message/anonymous_line_store.hpp"
#include "message/confidential_contact_store.hpp"
#include "programme/called_store.hpp"

namespace message {
namespace {

// The latest; nobody has as many open at once.
constexpr std::size_t kMostOwnLines = 100;

std::int64_t unread_of(access::Call& call, SidedLine const& sided) {
    auto const id = sided.line.id;
    if (sided.side == LineSide::answering) return store::unread_by_answering(call.tx, call.viewer, id, call.now);
    auto const organisation = call.viewer.organisation;
    return store::unread_answers(call.tx, organisation, id, store::author_read_position(call.tx, organisation, id));
}

LineMessageAnswer message_in_line(access::Call& call, store::LineMessage const& message) {
    LineMessageAnswer answer{message.id, LineSide::author, std::nullopt, message.text, message.shown_at};
    if (message.answered_by) {
        answer.side = LineSide::answering;
        answer.by = store::name_of(call.tx, call.viewer.organisation, *message.answered_by).name;
    }
    return answer;
}

LineAnswer line_for(access::Call& call, SidedLine const& sided) {
    auto const organisation = call.viewer.organisation;
    auto const shown_by = sided.side == LineSide::author ? std::nullopt : std::optional(call.now);
    LineAnswer answer;
    answer.id = sided.line.id;
    answer.programme =
        programme::store::find_called(call.tx, organisation, sided.line.programme_id, call.viewer.language);
    if (sided.line.contact_id) answer.contact = store::name_of(call.tx, organisation, *sided.line.contact_id);
    answer.side = sided.side;
    answer.closed_on = sided.line.closed_on;
    answer.unread = unread_of(call, sided);
    for (auto const& message :
         store::list_line_messages(call.tx, call.tools.keys, organisation, sided.line.id, shown_by))
        answer.messages.push_back(message_in_line(call, message));
    answer.allowed_actions = allowed_actions(sided.line, sided.side);
    return answer;
}

}  // namespace

base::Result<LineRecipients> show_line_recipients(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!store::takes_part(call.tx, call.viewer, programme)) return base::not_found("programme");
    return store::recipients_of(call.tx, call.viewer, programme);
}

base::Result<LineAnswer> put_line(access::Call& call, LineOpening const& opening) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(id, call.id<LineId>("line_id"));
    TRY(opened, open_line(call.tx, call.tools.keys, call.viewer, programme, id, opening, call.now));
    return line_for(call, opened);
}

base::Result<MyLines> list_my_lines(access::Call& call) {
    auto const own = store::lines_of(call.tx, call.tools.keys, call.viewer);
    MyLines mine{store::list_lines(call.tx, call.viewer, own)};
    if (mine.items.size() > kMostOwnLines) mine.items.resize(kMostOwnLines);
    for (auto& line : mine.items) line.unread = unread_of(call, {{line.id, {}, {}, {}}, LineSide::author});
    return mine;
}

base::Result<LinePage> list_lines(access::Call& call, LinesQuery const& query) {
    TRY(rows, store::list_answered_lines(call.tx, call.viewer, query, call.now));
    LinePage lines;
    page::fill(lines, std::move(rows));
    return lines;
}

base::Result<LineAnswer> show_line(access::Call& call) {
    TRY(id, call.id<LineId>("id"));
    TRY(sided, load_line(call.tx, call.tools.keys, call.viewer, id, call.now));
    return line_for(call, sided);
}

base::Result<LineAnswer> put_line_message(access::Call& call, LineWritten const& written) {
    TRY(id, call.id<LineId>("id"));
    TRY(message, call.id<LineMessageId>("message_id"));
    TRY(sided, write_on_line(call.tx, call.tools.keys, call.viewer, id, message, written.text, call.now));
    return line_for(call, sided);
}

base::Result<LineAnswer> put_line_reading(access::Call& call) {
    TRY(id, call.id<LineId>("id"));
    TRY(sided, mark_line_read(call.tx, call.tools.keys, call.viewer, id, call.now));
    return line_for(call, sided);
}

base::Result<LineAnswer> put_line_closure(access::Call& call) {
    TRY(id, call.id<LineId>("id"));
    TRY(sided, close_line(call.tx, call.tools.keys, call.viewer, id, call.now));
    return line_for(call, sided);
}

}  // namespace message
