#include "app/calendar_http.hpp"

#include <algorithm>

#include "circle/circle_calendar.hpp"
#include "circle/group_meeting_actions.hpp"
#include "meeting/calendar_feed.hpp"
#include "meeting/diary.hpp"

namespace app {

base::Result<access::Document> read_calendar(access::Call& call) {
    TRY(fed, meeting::find_fed(call));
    auto entries = meeting::diary_of(call.tx, call.tools.public_url, fed.organisation, fed.person, call.now);
    auto const circles =
        circle::circle_diary_of(call.tx, call.tools.public_url, fed.organisation, fed.person, call.now);
    entries.insert(entries.end(), circles.begin(), circles.end());
    auto const groups = circle::group_diary_of(call.tx, call.tools.public_url, fed.organisation, fed.person, call.now);
    entries.insert(entries.end(), groups.begin(), groups.end());
    std::ranges::stable_sort(entries, {}, &meeting::CalendarEntry::starts_at);
    call.headers.add("Cache-Control", "private, no-store");
    return access::Document{"text/calendar; charset=utf-8", meeting::write_calendar(meeting::Method::publish, entries)};
}

}  // namespace app
