#include "meeting/calendar_feed.hpp"

#include "access/link.hpp"
#include "meeting/calendar_feed_store.hpp"

namespace meeting {
namespace {

constexpr access::LinkKind<access::PersonId> kFeedLink{"calendar", "/calendar/", "calendar"};
constexpr std::string_view kEnding = ".ics";

std::string address_of(access::Call& call, store::Feed const& feed) {
    auto const path = kFeedLink.path(call.tools.keys, call.viewer.organisation, feed.person_id, feed.nonce);
    return call.tools.public_url + path + std::string(kEnding);
}

}  // namespace

base::Result<CalendarFeed> show_feed(access::Call& call) {
    auto const feed = store::find_feed(call.tx, call.viewer.organisation, call.viewer.person.value());
    if (!feed) return CalendarFeed{};
    return CalendarFeed{address_of(call, *feed), feed->made_at};
}

base::Result<CalendarFeed> post_feed(access::Call& call) {
    store::save_feed(call.tx, call.viewer, crypto::random_nonce(), call.tools.clock.wall());
    return show_feed(call);
}

base::Result<CalendarFeed> remove_feed(access::Call& call) {
    store::delete_feed(call.tx, call.viewer);
    return CalendarFeed{};
}

base::Result<FedPerson> find_fed(access::Call& call) {
    auto token = call.parameter("token");
    if (!token.ends_with(kEnding)) return kFeedLink.not_found();
    token.remove_suffix(kEnding.size());
    TRY(opened, kFeedLink.open(call.tools.keys, token));
    auto const feed = store::find_feed(call.tx, opened.organisation, opened.id);
    if (!opened.is_of(feed)) return kFeedLink.not_found();
    return FedPerson{opened.organisation, feed->person_id};
}

}  // namespace meeting
