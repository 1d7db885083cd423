#include "meeting/meeting_wish.hpp"

#include "access/hint.hpp"
#include "base/text.hpp"
#include "meeting/attendance_store.hpp"
#include "meeting/meeting_answer.hpp"

namespace meeting {

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Choice const& choice, base::Instant now) {
    return choose_time(tx, place, choice.version, choice.starts_at, now);
}

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Moving const& moving, base::Instant now) {
    TRY(times, times_in(moving.times));
    return move_meeting(tx, place, moving.version, std::move(times), moving.whose, now);
}

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, WhereChange const& change, base::Instant now) {
    return change_meeting(tx, place, change.version, {change.minutes, change.channel, base::trim(change.place)}, now);
}

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Holding const& holding, base::Instant now) {
    return hold_meeting(tx, place, holding.version, now);
}

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, Cancelling const& cancelling, base::Instant now) {
    return cancel_meeting(tx, place, cancelling.version, cancelling.whose, now);
}

base::Result<Meeting> fulfil(db::Tx& tx, Place const& place, AttendanceInput const& input, base::Instant /*now*/) {
    auto const& [party, meeting] = place;
    TRY(attendance, attend(meeting, pairing::stage_of(party.pairing), {party.side, input.sequence, input.answer}));
    store::save_attendance(tx, party.organisation, meeting.id, attendance);
    access::hint(tx, party.organisation, "pairing", base::any(party.pairing.id),
                 {party.pairing.mentor_id, party.pairing.mentee_id});
    return meeting;
}

}  // namespace meeting
