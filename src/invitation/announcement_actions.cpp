#include "invitation/announcement_actions.hpp"

#include <set>

#include "invitation/announcement_store.hpp"
#include "notice/mail_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "person/person_store.hpp"
#include "programme/called_store.hpp"
#include "programme/closing.hpp"
#include "programme/closing_store.hpp"
#include "programme/nearest_words.hpp"
#include "programme/programme_store.hpp"

namespace invitation {
namespace {

struct Ready {
    std::vector<AnnouncementText> texts;
    std::int64_t people = 0;
};

base::Result<Ready> check_ready(db::Tx& tx, Viewer const& viewer, ProgrammeId id, AnnouncementInput const& input) {
    auto const programme = programme::store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(programme->state));
    if (input.audience == Audience::not_joined)
        TRY_VOID(programme::may_invite(programme->state, *programme,
                                       programme::store::load_standing(tx, viewer.organisation, id)));
    TRY(texts, check_announcement(input.texts, programme->language));
    auto const reach = store::count_reach(tx, viewer.organisation, id);
    auto const people = input.audience == Audience::everyone  ? reach.everyone
                        : input.audience == Audience::mentors ? reach.mentors
                        : input.audience == Audience::mentees ? reach.mentees
                                                              : reach.not_joined;
    if (people == 0) return nobody_to_tell();
    return Ready{std::move(texts), people};
}

std::string signed_by(std::string const& text, std::string const& name) {
    return name.empty() ? text : text + "\n\n" + name;
}

std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person) {
    auto const found = person::store::find(tx, organisation, person);
    return found ? found->called_name.value_or(found->name) : std::string();
}

std::vector<PersonId> readers_of(db::Tx& tx, OrganisationId organisation, Announcement const& announcement) {
    if (announcement.audience != Audience::not_joined)
        return programme::store::list_taking_part(tx, organisation, announcement.programme_id,
                                                  side_of(announcement.audience));
    std::set<PersonId> written_to;
    for (auto const& one : store::list_written_at(tx, organisation, announcement.programme_id, announcement.sent_at))
        written_to.insert(one.person_id);
    return {written_to.begin(), written_to.end()};
}

}  // namespace

base::Result<AnnouncementPreview> preview_announcement(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                       AnnouncementInput const& input, std::string const& public_url) {
    TRY(ready, check_ready(tx, viewer, id, input));
    AnnouncementPreview preview;
    preview.people = ready.people;
    for (auto const& one : ready.texts) {
        notice::Mail mail;
        mail.kind = notice::announcement.name;
        mail.language = one.language;
        mail.organisation_name = organisation::store::load(tx, viewer.organisation).name;
        mail.person_name = i18n::ours().format(one.language, "mail.somebody");
        auto text = notice::write_mail(
            mail, public_url + std::string(notice::announcement.page),
            {.programme = programme::store::find_called(tx, viewer.organisation, id, one.language).name,
             .details = signed_by(one.text, name_of(tx, viewer.organisation, viewer.person.value())),
             .title = one.title});
        preview.mails.push_back({one.language, std::move(text.subject), std::move(text.body)});
    }
    return preview;
}

base::Result<AnnouncementSent> send_announcement(db::Tx& tx, Viewer const& viewer, ProgrammeId id,
                                                 AnnouncementInput const& input, base::Instant now) {
    TRY(ready, check_ready(tx, viewer, id, input));
    auto const organisation = viewer.organisation;
    TRY_VOID(check_pace(store::count_announcements_since(tx, organisation, id, now - kAnnouncementDay)));
    Announcement const announcement{
        tx.make_id<AnnouncementId>(), id, input.audience, static_cast<std::int32_t>(ready.people),
        viewer.person.value(),        now};
    if (input.audience == Audience::not_joined)
        for (auto const& one : store::list_to_write_to(tx, organisation, id))
            store::save_rewrite(tx, organisation, write_again(one, now));
    store::insert_announcement(tx, organisation, announcement, ready.texts);
    person::record_needed(tx, organisation, announcement.sent_by);
    audit::record(tx, viewer, kAnnouncementSent, base::any(announcement.id),
                  audit::Facts()
                      .id("programme_id", id)
                      .number("people", ready.people)
                      .word("audience", meta::name_of(input.audience)),
                  now);
    return AnnouncementSent{announcement.id};
}

void tell_announced(db::Tx& tx, OrganisationId organisation, AnnouncementId id, base::Instant now) {
    auto const announcement = store::find_announcement(tx, organisation, id);
    if (!announcement) return;
    for (auto const& person : readers_of(tx, organisation, *announcement)) {
        if (is_announcement_withheld(tx, organisation, id, person, now))
            notice::store::queue_mail(tx, organisation, person, notice::announcement, base::any(id), now);
        else
            notice::tell(tx, organisation, person, notice::announcement, base::any(id), now);
    }
}

bool is_announcement_withheld(db::Tx& tx, OrganisationId organisation, AnnouncementId id, PersonId person,
                              base::Instant now) {
    auto const announcement = store::find_announcement(tx, organisation, id);
    if (!announcement || announcement->audience != Audience::not_joined) return false;
    return store::is_not_to_be_asked(tx, organisation, person, base::utc_day(now));
}

notice::MailWords words_of_announcement(db::Tx& tx, OrganisationId organisation, AnnouncementId id,
                                        std::string const& language) {
    auto const announcement = store::find_announcement(tx, organisation, id);
    if (!announcement) return {};
    auto const own = programme::store::find_programme(tx, organisation, announcement->programme_id).value().language;
    auto const texts = store::list_announcement_texts(tx, organisation, id);
    auto const* text = programme::nearest(texts, language, own);
    if (text == nullptr) return {};
    return {.programme = programme::store::find_called(tx, organisation, announcement->programme_id, language).name,
            .details = signed_by(text->text, name_of(tx, organisation, announcement->sent_by)),
            .title = text->title};
}

}  // namespace invitation
