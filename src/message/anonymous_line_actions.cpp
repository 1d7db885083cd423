#include "message/anonymous_line_actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "message/anonymous_author_store.hpp"
#include "message/anonymous_line_store.hpp"
#include "message/confidential_contact_store.hpp"
#include "message/thread_actions.hpp"

namespace message {
namespace {

constexpr auto kADay = std::chrono::hours(24);

WrittenSoFar written_so_far(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                            std::optional<LineId> line, base::Instant now) {
    auto const own = store::lines_of(tx, keys, viewer);
    return {line ? store::last_line_position(tx, viewer.organisation, *line) : 0,
            store::count_by_authors(tx, viewer.organisation, own, next_full_hour(now - kADay)),
            store::count_open(tx, viewer.organisation, own)};
}

base::Result<bool> check_recipient(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                   std::optional<PersonId> contact) {
    if (!store::takes_part(tx, viewer, programme)) return base::not_found("programme");
    if (!contact) return viewer.coordinates(programme) ? base::Result<bool>(answers_lines_here()) : true;
    auto const contacts = store::list_contacts(tx, viewer, programme);
    if (std::ranges::find(contacts, *contact, &PersonName::id) == contacts.end()) return contact_not_found();
    return true;
}

base::Result<std::string> text_of(std::string const& text) {
    auto trimmed = base::trim(text);
    if (trimmed.empty()) return nothing_written();
    return trimmed;
}

}  // namespace

base::Result<SidedLine> load_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId id,
                                  base::Instant now) {
    auto const line = store::find_line(tx, viewer.organisation, id);
    if (!line) return line_not_found();
    if (store::is_author(tx, keys, viewer, id)) return SidedLine{*line, LineSide::author};
    if (store::answers(tx, viewer, *line, now)) return SidedLine{*line, LineSide::answering};
    return line_not_found();
}

base::Result<SidedLine> open_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                  ProgrammeId programme, LineId id, LineOpening const& opening, base::Instant now) {
    auto const organisation = viewer.organisation;
    if (auto const line = store::find_line(tx, organisation, id)) {
        if (!store::is_author(tx, keys, viewer, id)) return line_not_found();
        return SidedLine{*line, LineSide::author};
    }
    TRY_VOID(check_recipient(tx, viewer, programme, opening.contact_id));
    TRY_VOID(check_opening(written_so_far(tx, keys, viewer, std::nullopt, now)));
    TRY(text, text_of(opening.text));
    if (store::line_of_message(tx, organisation, opening.message_id)) return message_not_found();
    Line const line{id, programme, opening.contact_id, std::nullopt};
    store::insert_line(tx, organisation, line);
    store::insert_author(tx, keys, viewer, id);
    store::insert_line_message(tx, keys, organisation, id,
                               {opening.message_id, 1, std::nullopt, text, shown_at(LineSide::author, now)});
    audit::record_private(tx, organisation, kLineOpened, now);
    return SidedLine{line, LineSide::author};
}

base::Result<SidedLine> write_on_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                      LineId line_id, LineMessageId id, std::string const& written, base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY(sided, load_line(tx, keys, viewer, line_id, now));
    if (auto const standing = store::line_of_message(tx, organisation, id)) {
        if (standing != line_id) return message_not_found();
        return sided;
    }
    TRY_VOID(check_writing(sided.line, sided.side, written_so_far(tx, keys, viewer, line_id, now)));
    TRY(text, text_of(written));
    bool const is_author = sided.side == LineSide::author;
    store::insert_line_message(tx, keys, organisation, line_id,
                               {id, store::last_line_position(tx, organisation, line_id) + 1,
                                is_author ? std::nullopt : viewer.person, text, shown_at(sided.side, now)});
    audit::record_private(tx, organisation, is_author ? kLineWritten : kLineAnswered, now);
    return sided;
}

base::Result<SidedLine> close_line(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId id,
                                   base::Instant now) {
    TRY(sided, load_line(tx, keys, viewer, id, now));
    if (sided.side == LineSide::author) return line_not_found();
    if (sided.line.closed_on) return sided;
    sided.line.closed_on = base::utc_day(now);
    store::close_line(tx, viewer.organisation, id, *sided.line.closed_on);
    audit::record_private(tx, viewer.organisation, kLineClosed, now);
    return sided;
}

base::Result<SidedLine> mark_line_read(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, LineId id,
                                       base::Instant now) {
    TRY(sided, load_line(tx, keys, viewer, id, now));
    if (sided.side == LineSide::author)
        store::mark_author_read(tx, viewer.organisation, id, store::last_line_position(tx, viewer.organisation, id));
    else
        store::mark_line_read(tx, viewer, id, now);
    return sided;
}

void forget_lines(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    constexpr std::int64_t kAtOnce = 200;
    auto const silent_since = now - std::chrono::hours(24 * kLineKeptDays);
    for (auto const& line : store::list_lines_to_forget(tx, organisation, silent_since, kAtOnce)) {
        store::remove_author(tx, organisation, line);
        store::remove_line(tx, organisation, line);
    }
}

}  // namespace message
