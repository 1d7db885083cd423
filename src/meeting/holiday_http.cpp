#include "meeting/holiday_http.hpp"

#include "meeting/holiday_store.hpp"
#include "platform/zone.hpp"

namespace meeting {
namespace {

base::Day today_of(access::Visit const& visit) {
    return zone::day_of(visit.now, visit.viewer.time_zone);
}

}  // namespace

base::Result<Holidays> show_holidays(access::Call& call, HolidaysQuery const& query) {
    return Holidays{query.site, store::list_holidays(call.tx, call.viewer.organisation, query.site, today_of(call))};
}

base::Result<Holidays> put_holidays(access::Call& call, Holidays const& wanted) {
    TRY(days, checked_holidays(wanted.items, today_of(call)));
    // What was entered for a site that has emptied can still be taken away.
    if (wanted.site && !days.empty() && !store::is_site(call.tx, call.viewer.organisation, *wanted.site))
        return base::invalid("/site", "unknown_site");
    Holidays holidays{wanted.site, std::move(days)};
    store::save_holidays(call.tx, call.viewer.organisation, holidays);
    audit::record(call.tx, call.viewer, kHolidaysSet, std::nullopt,
                  audit::Facts().number("days", std::ssize(holidays.items)), call.now);
    return holidays;
}

base::Result<Holidays> post_holiday_reading(access::Visit& visit) {
    TRY(days, read_holidays(visit.request.body, today_of(visit)));
    return Holidays{std::nullopt, std::move(days)};
}

}  // namespace meeting
