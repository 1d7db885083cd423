#include "meeting/exploratory_link_http.hpp"

#include "base/text.hpp"
#include "meeting/exploratory_news_store.hpp"
#include "meeting/meeting_answer.hpp"
#include "pairing/exploratory_meeting_actions.hpp"
#include "pairing/exploratory_meeting_store.hpp"
#include "pairing/pairing_store.hpp"

namespace meeting {
namespace {

constexpr std::size_t kSlotsOffered = 3;

struct FirstDate {
    Party party;
    pairing::ExploratoryMeeting meeting;
};

base::Result<FirstDate> linked_first_date(access::Call& call) {
    TRY(opened, kExploratoryLink.open(call.tools.keys, call.parameter("token")));
    auto const told = store::find_exploratory_telling(call.tx, opened.organisation, opened.id);
    if (!opened.is_of(told)) return kExploratoryLink.not_found();
    auto const pairing = pairing::store::find(call.tx, opened.organisation, told->pairing_id).value();
    auto const meeting = pairing::store::find_meeting(call.tx, opened.organisation, told->pairing_id).value();
    if (!pairing::is_ahead(pairing, meeting, call.now)) return kExploratoryLink.not_found();
    return FirstDate{{opened.organisation, pairing, told->side}, meeting};
}

LinkedExploratory answer_of(access::Call& call, FirstDate const& date) {
    auto const& pairing = date.party.pairing;
    LinkedExploratory answer;
    static_cast<LinkedPair&>(answer) = linked_pair(call.tx, date.party);
    answer.version = date.meeting.version;
    answer.time = {date.meeting.starts_local, date.meeting.time_zone, date.meeting.starts_at};
    answer.mode = date.meeting.mode;
    answer.place = date.meeting.place;
    SlotQuery query;
    query.minutes = kExploringMinutes;
    auto slots = slots_for(call.tx, call.tools.busy_elsewhere, date.party, query, call.now).items;
    std::erase_if(slots, [&](Slot const& slot) { return slot.starts_at > pairing::latest_meeting(pairing); });
    if (slots.size() > kSlotsOffered) slots.resize(kSlotsOffered);
    answer.slots = std::move(slots);
    return answer;
}

}  // namespace

base::Result<LinkedExploratory> show_linked_exploratory(access::Call& call) {
    TRY(date, linked_first_date(call));
    return answer_of(call, date);
}

base::Result<LinkedExploratory> put_linked_exploratory(access::Call& call, pairing::MeetingChange const& change) {
    TRY(date, linked_first_date(call));
    TRY(starts_at, pairing::to_instant(change.starts_local, change.time_zone));
    TRY(set, pairing::move_exploratory_meeting(call.tx, date.party.organisation, date.party.pairing,
                                               {change.version, change.starts_local, change.time_zone, starts_at,
                                                change.mode, base::trim(change.place)},
                                               call.now));
    return answer_of(call, {{date.party.organisation, set.pairing, date.party.side}, set.meeting});
}

}  // namespace meeting
