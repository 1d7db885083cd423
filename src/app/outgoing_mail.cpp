#include "app/outgoing_mail.hpp"

#include "app/mail_links.hpp"
#include "app/mail_programme.hpp"
#include "circle/circle_calendar.hpp"
#include "circle/circle_store.hpp"
#include "circle/group_meeting_actions.hpp"
#include "invitation/announcement_actions.hpp"
#include "invitation/invitation_store.hpp"
#include "meeting/exploratory_news.hpp"
#include "meeting/holiday_store.hpp"

namespace app {

namespace {

bool is_of_circle_date(notice::Mail const& mail) {
    return mail.kind == notice::circle_date_set.name || mail.kind == notice::circle_date_called_off.name;
}

// Whoever has left a circle for themselves gets none of its mails, and no list of mails tells who that is.
bool has_left_circle(db::Tx& tx, notice::Mail const& mail) {
    if (mail.kind == notice::circle_formed.name)
        return circle::store::is_withheld(tx, mail.organisation_id, base::as<circle::CircleId>(*mail.subject_id),
                                          mail.person_id);
    if (!is_of_circle_date(mail)) return false;
    return circle::is_mail_withheld(tx, mail.organisation_id, base::as<circle::TellingId>(*mail.subject_id),
                                    mail.person_id, mail.kind == notice::circle_date_called_off.name);
}

// Rules D10: whoever said not to be asked is not asked, and no list of mails tells who that is.
bool is_withheld(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    if (mail.kind == notice::announcement.name)
        return invitation::is_announcement_withheld(tx, mail.organisation_id,
                                                    base::as<invitation::AnnouncementId>(mail.subject_id.value()),
                                                    mail.person_id, tools.clock.now());
    if (mail.kind != notice::invitation.name) return has_left_circle(tx, mail);
    auto const today = base::utc_day(tools.clock.now());
    return invitation::store::is_not_to_be_asked(tx, mail.organisation_id, mail.person_id, today);
}

std::optional<meeting::CalendarNews> news_in(db::Tx& tx, meeting::Envelope const& envelope, notice::Mail const& mail,
                                             base::Instant now) {
    bool const is_of_a_pair = mail.kind == notice::date_set.name || mail.kind == notice::date_called_off.name ||
                              mail.kind == notice::first_date_set.name;
    if (is_of_a_pair) {
        auto news = meeting::calendar_news(tx, envelope, mail.organisation_id,
                                           base::as<meeting::MeetingLinkId>(*mail.subject_id), now);
        if (news) return news;
        return meeting::exploratory_news(tx, envelope, mail.organisation_id,
                                         base::as<meeting::ExploratoryTellingId>(*mail.subject_id), now);
    }
    if (is_of_circle_date(mail))
        return circle::circle_calendar_news(tx, envelope, mail.organisation_id, mail.language,
                                            base::as<circle::TellingId>(*mail.subject_id),
                                            mail.kind == notice::circle_date_called_off.name, now);
    bool const is_of_a_group = mail.kind == notice::group_meeting_set.name ||
                               mail.kind == notice::group_meeting_called_off.name ||
                               mail.kind == notice::group_meeting_soon.name;
    if (is_of_a_group)
        return circle::group_calendar_news(tx, envelope, mail.organisation_id, mail.language,
                                           base::as<circle::GroupTellingId>(*mail.subject_id), now);
    return std::nullopt;
}

// Only what a mail of a date tells; every other has none.
std::optional<mail::CalendarPart> calendar_of(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    if (!mail.subject_id || !mail.address || !tools.mail_server) return std::nullopt;
    auto const news = news_in(
        tx, {tools.public_url, {mail.organisation_name, tools.mail_server->from}, {mail.person_name, *mail.address}},
        mail, tools.clock.now());
    if (!news) return std::nullopt;
    return mail::CalendarPart{std::string(meeting::name_of(news->method)), news->text};
}

std::optional<base::Instant> waits_until(db::Tx& tx, notice::Mail const& mail, base::Instant now) {
    auto const* kind = notice::find_kind(mail.kind);
    if (kind == nullptr || kind->pace == notice::Pace::at_once) return std::nullopt;
    auto const from = meeting::store::written_to_from(tx, mail.organisation_id, mail.person_id, now);
    return from == now ? std::nullopt : std::optional(from);
}

}  // namespace

std::optional<notice::OutgoingMail> write_outgoing(db::Tx& tx, access::Tools const& tools, notice::Mail const& mail) {
    auto const link = link_of(tx, tools, mail);
    if (!link) return std::nullopt;
    return notice::OutgoingMail{.text = notice::write_mail(mail, *link, words_of_mail(tx, mail, tools.clock.now())),
                                .calendar = calendar_of(tx, tools, mail),
                                .is_withheld = is_withheld(tx, tools, mail),
                                .waits_until = waits_until(tx, mail, tools.clock.now())};
}

}  // namespace app
