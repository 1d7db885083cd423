#include "supervisor/protected_time_http.hpp"

#include "base/text.hpp"
#include "notice/mail.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_http.hpp"
#include "programme/called_store.hpp"
#include "programme/programme_store.hpp"
#include "supervisor/protected_time_actions.hpp"
#include "supervisor/protected_time_store.hpp"

namespace supervisor {
namespace {

std::string organisation_name(access::Call& call, OrganisationId organisation) {
    return organisation::store::load(call.tx, organisation).name;
}

SupervisorPage page_of(access::Call& call, OrganisationId organisation, ProtectedTime const& time, base::Day today) {
    SupervisorPage page;
    page.organisation_name = organisation_name(call, organisation);
    page.programme = programme::called_by_link(call, organisation, time.programme_id);
    page.person = store::name_of(call.tx, organisation, time.person_id);
    page.supervisor = time.supervisor_name;
    page.hours_a_month = time.hours_a_month;
    page.until_on = time.until_on;
    page.months = months_ahead(today, time.until_on);
    page.answer = time.answer;
    page.except_months = except_months_of(time);
    return page;
}

// By the words that send it, so that what is looked at is what arrives.
std::optional<SupervisorMail> mail_of(access::Call& call, ProtectedTime const& time, SupervisorPage const& page,
                                      std::string const& link) {
    if (!time.supervisor_id) return std::nullopt;
    auto const to = store::find_supervisor(call.tx, call.viewer.organisation, *time.supervisor_id);
    if (!to || !to->has_address) return std::nullopt;
    notice::Mail mail;
    mail.kind = notice::working_time_asked.name;
    mail.person_name = to->name;
    mail.language = to->language;
    mail.organisation_name = page.organisation_name;
    auto words = notice::write_mail(mail, link, {.details = base::squeeze(page.person)});
    return SupervisorMail{std::move(words.subject), std::move(words.body)};
}

OwnProtectedTime own_of(access::Call& call, ProtectedTime const& time, base::Day today) {
    auto const organisation = call.viewer.organisation;
    OwnProtectedTime own;
    own.version = time.version;
    own.is_manager = time.supervisor_id.has_value();
    own.told_on = time.told_on;
    own.is_over = time.until_on < today;
    own.link = call.tools.public_url + kSupervisorLink.path(call.tools.keys, organisation, time.id, time.link_nonce);
    own.page = page_of(call, organisation, time, today);
    own.mail = mail_of(call, time, own.page, own.link);
    return own;
}

struct LinkedTime {
    OrganisationId organisation;
    ProtectedTime time;
    base::Day today;
};

base::Result<LinkedTime> linked_time(access::Call& call) {
    TRY(opened, kSupervisorLink.open(call.tools.keys, call.parameter("link")));
    auto const time = store::find(call.tx, opened.organisation, opened.id);
    if (!time || time->link_nonce != opened.nonce) return kSupervisorLink.not_found();
    auto const today = organisation::store::today(call.tx, opened.organisation, call.now);
    if (!is_open(*time, today)) return kSupervisorLink.not_found();
    return LinkedTime{opened.organisation, *time, today};
}

}  // namespace

base::Result<MyProtectedTime> show_my_time(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const organisation = call.viewer.organisation;
    auto const standing = store::find_standing(call.tx, call.viewer, id);
    if (!standing) return base::not_found("programme");
    auto const programme = programme::store::find_programme(call.tx, organisation, id).value();
    MyProtectedTime mine;
    mine.programme = programme::store::find_called(call.tx, organisation, id, call.viewer.language);
    if (auto const manager = store::find_manager(call.tx, organisation, call.viewer.person.value()))
        mine.manager = ManagerBrief{manager->name, manager->has_address};
    mine.usual_hours_a_month = usual_hours(programme.cadence);
    mine.programme_ends_on = programme.ends_on;
    mine.may_ask = standing->takes_part && programme.state != programme::State::closed;
    if (auto const time = store::find_mine(call.tx, call.viewer, id))
        mine.time = own_of(call, *time, organisation::store::today(call.tx, organisation, call.now));
    return mine;
}

base::Result<MyProtectedTime> put_my_time(access::Call& call, ProtectedTimeInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(ask_for_time(call.tx, call.viewer, id, input, call.now));
    return show_my_time(call);
}

base::Result<MyProtectedTime> put_telling(access::Call& call, TellingInput const& input) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(tell_supervisor(call.tx, call.viewer, id, input, call.now));
    return show_my_time(call);
}

base::Result<MyProtectedTime> remove_my_time(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY_VOID(take_back_time(call.tx, call.viewer, id, call.now));
    return show_my_time(call);
}

base::Result<SupervisorPage> show_linked_time(access::Call& call) {
    TRY(linked, linked_time(call));
    return page_of(call, linked.organisation, linked.time, linked.today);
}

base::Result<SupervisorPage> put_linked_answer(access::Call& call, SupervisorReply const& reply) {
    TRY(linked, linked_time(call));
    TRY(answered, answer_time(call.tx, linked.organisation, linked.time, reply, call.now));
    return page_of(call, linked.organisation, answered, linked.today);
}

base::Result<ConfirmedTimes> list_times(access::Call& call, ConfirmedTimesQuery const& query) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(id)) return base::not_found("programme");
    TRY(rows, store::list_told(call.tx, call.viewer, id, query));
    ConfirmedTimes list;
    page::fill(list, std::move(rows));
    list.would_like_to_talk = store::list_who_would_talk(
        call.tx, call.viewer, id, organisation::store::today(call.tx, call.viewer.organisation, call.now));
    return list;
}

}  // namespace supervisor
