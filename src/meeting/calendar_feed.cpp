#include "meeting/calendar_feed.hpp"

#include "meeting/calendar_feed_store.hpp"

namespace meeting {
namespace {

constexpr std::string_view kPurpose = "calendar";
constexpr std::string_view kEnding = ".ics";

std::string address_of(access::Call& call, store::Feed const& feed) {
    crypto::Link const link{std::string(kPurpose), base::any(call.viewer.organisation), base::any(feed.person_id),
                            feed.nonce};
    return call.tools.public_url + "/calendar/" + crypto::sign_link(call.tools.keys, link) + std::string(kEnding);
}

base::Refusal feed_not_found() {
    return base::not_found("calendar");
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
    if (!token.ends_with(kEnding)) return feed_not_found();
    token.remove_suffix(kEnding.size());
    auto const link = crypto::open_link(call.tools.keys, kPurpose, token);
    if (!link) return feed_not_found();
    auto const organisation = base::as<access::OrganisationId>(link->organisation);
    auto const feed = store::find_feed(call.tx, organisation, base::as<access::PersonId>(link->id));
    if (!feed || feed->nonce != link->nonce) return feed_not_found();
    return FedPerson{organisation, feed->person_id};
}

}  // namespace meeting
