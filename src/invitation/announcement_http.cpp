#include "invitation/announcement_http.hpp"

#include <algorithm>

#include "invitation/announcement_actions.hpp"
#include "invitation/announcement_store.hpp"
#include "person/person_store.hpp"
#include "programme/called_store.hpp"
#include "programme/nearest_words.hpp"
#include "programme/programme_store.hpp"

namespace invitation {
namespace {

std::optional<std::string> sender_of(access::Call& call, Announcement const& announcement) {
    auto const found = person::store::find(call.tx, call.viewer.organisation, announcement.sent_by);
    if (!found) return std::nullopt;
    return found->called_name.value_or(found->name);
}

}  // namespace

base::Result<Announcements> list_announcements(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const programme = programme::store::find_led_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    auto const organisation = call.viewer.organisation;
    Announcements list;
    for (auto const& one : store::list_announcements(call.tx, organisation, id))
        list.items.push_back({one.id, one.audience, one.people, sender_of(call, one), one.sent_at,
                              store::list_announcement_texts(call.tx, organisation, one.id)});
    list.reach = store::count_reach(call.tx, organisation, id);
    auto const lately = store::count_announcements_since(call.tx, organisation, id, call.now - kAnnouncementDay);
    list.left_today = std::max<std::int64_t>(0, kMostAnnouncementsADay - lately);
    list.own_language = programme->language;
    list.may_send = programme->state != programme::State::closed && list.left_today > 0;
    return list;
}

base::Result<AnnouncementPreview> post_announcement_preview(access::Call& call, AnnouncementInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    return preview_announcement(call.tx, call.viewer, id, input, call.tools.public_url);
}

base::Result<AnnouncementSent> post_announcement(access::Call& call, AnnouncementInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    return send_announcement(call.tx, call.viewer, id, input, call.now);
}

base::Result<OwnAnnouncements> list_my_announcements(access::Call& call) {
    auto const organisation = call.viewer.organisation;
    auto const& language = call.viewer.language;
    bool const is_left_out =
        store::is_not_to_be_asked(call.tx, organisation, call.viewer.person.value(), base::utc_day(call.now));
    OwnAnnouncements list;
    for (auto const& one : store::list_own_announcements(call.tx, call.viewer, is_left_out)) {
        auto const texts = store::list_announcement_texts(call.tx, organisation, one.id);
        auto const own = programme::store::find_programme(call.tx, organisation, one.programme_id).value().language;
        auto const* text = programme::nearest(texts, language, own);
        if (text == nullptr) continue;
        list.items.push_back({one.id, one.programme_id,
                              programme::store::find_called(call.tx, organisation, one.programme_id, language),
                              text->language, text->title, text->text, sender_of(call, one), one.sent_at});
    }
    return list;
}

}  // namespace invitation
