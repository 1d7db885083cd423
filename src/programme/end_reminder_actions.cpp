#include "programme/end_reminder_actions.hpp"

#include <algorithm>

#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/closing_store.hpp"
#include "programme/end_reminder_store.hpp"
#include "programme/programme_actions.hpp"
#include "programme/programme_store.hpp"

namespace programme {
namespace {

void remind(db::Tx& tx, OrganisationId organisation, store::ComingEnd const& end, base::Day today, base::Instant now) {
    EndReminder const reminder{end.programme_id, tx.make_id<base::AnyId>(), end.ends_on, today};
    store::save_end_reminder(tx, organisation, reminder);
    for (auto person : store::list_coordinators(tx, organisation, end.programme_id))
        notice::tell(tx, organisation, person, notice::programme_ends, reminder.id, now);
}

void announce_by_house(db::Tx& tx, OrganisationId organisation, EndReminder const& reminder, base::Day today,
                       base::Instant now) {
    auto const programme = store::find_programme(tx, organisation, reminder.programme_id).value();
    auto const closing =
        announce(programme, std::nullopt, 0, last_day_by_house(reminder, today), tx.make_id<base::AnyId>(), today, now);
    if (!closing) return;  // an end more than two years away is not near
    store::save_closing(tx, organisation, *closing);
    audit::record(tx, access::house(organisation), kClosingAnnounced, base::any(programme.id),
                  audit::Facts().day("closes_on", closing->closes_on), now);
    for (auto person : store::list_coordinators(tx, organisation, programme.id))
        notice::tell(tx, organisation, person, notice::programme_ends, closing->announcement_id, now);
}

void look_back(db::Tx& tx, OrganisationId organisation, Closing const& closing, base::Day today, base::Instant now) {
    auto const programme = store::find_programme(tx, organisation, closing.programme_id).value();
    move_by_house(tx, organisation, programme,
                  state_for_last_day(programme.state, closing.closes_on, closing.closes_on, today), now);
}

}  // namespace

void keep_ends(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    for (auto const& end : store::list_coming_ends(tx, organisation, today + kRemindedDaysBefore)) {
        auto const reminder = end.reminder();
        if (!reminder)
            remind(tx, organisation, end, today, now);
        else if (announced_by_house_on(*reminder) <= today)
            announce_by_house(tx, organisation, *reminder, today, now);
    }
    for (auto const& closing : store::list_closings_near(tx, organisation, today + kToldDaysBefore))
        look_back(tx, organisation, closing, today, now);
}

std::optional<std::int64_t> days_to_announcement(db::Tx& tx, OrganisationId organisation, ProgrammeId programme,
                                                 base::Instant now) {
    auto const reminder = store::find_coming_end(tx, organisation, programme);
    if (!reminder) return std::nullopt;
    auto const days = announced_by_house_on(*reminder) - organisation::store::today(tx, organisation, now);
    return std::max<std::int64_t>(0, days);
}

std::optional<access::ProgrammeId> find_programme_ending(db::Tx& tx, OrganisationId organisation, base::AnyId subject) {
    if (auto const reminded = store::find_programme_reminded_of(tx, organisation, subject)) return reminded;
    auto const closing = store::find_closing_told(tx, organisation, subject);
    return closing ? std::optional(closing->programme_id) : std::nullopt;
}

}  // namespace programme
