#include "care/monday_http.hpp"

#include "care/monday_actions.hpp"
#include "care/nudge_store.hpp"
#include "pairing/pairing.hpp"

namespace care {

base::Result<MondayAnswer> show_monday(access::Call& call) {
    TRY(programme, call.id<access::ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    MondayAnswer answer;
    answer.week_on = pairing::monday_of(base::utc_day(call.now));
    answer.sentences =
        sentences_for(call.tx, call.viewer.organisation, programme, call.viewer.person.value(), call.now);
    answer.needs_somebody = needs_somebody(answer.sentences);
    for (auto const& wish : store::list_help_wishes(call.tx, call.viewer, programme))
        answer.help_wishes.push_back({wish.pairing_id, wish.person_id, wish.name, wish.asked_on});
    return answer;
}

}  // namespace care
