#include "care/concern_http.hpp"

#include <algorithm>

#include "care/concern_actions.hpp"
#include "care/contact_room_store.hpp"
#include "care/name_opening_actions.hpp"
#include "care/name_opening_store.hpp"
#include "care/sign_store.hpp"
#include "programme/called_store.hpp"

namespace care {
namespace {

// Whether the one contact is there, as the person is told.
void tell_of_contact(access::Call& call, Concern const& concern, ConcernAnswer& answer) {
    auto const contacts = store::list_contacts(call.tx, call.viewer, concern.programme_id, base::utc_day(call.now));
    auto const contact = std::ranges::find(contacts, concern.contact_id, &Contact::id);
    answer.is_contact_there = contact != contacts.end();
    if (!answer.is_contact_there) return;
    answer.away_until_on = contact->away_until_on;
    answer.substitute = contact->substitute;
}

std::optional<NameOpeningAnswer> name_opening_for_contact(access::Call& call, Concern const& concern) {
    auto const opening = store::find_opening_of(call.tx, call.tools.keys, call.viewer.organisation, concern.id);
    if (!opening) return std::nullopt;
    return shown_opening(call.tx, call.tools.keys, call.viewer, *opening);
}

bool may_ask_name(access::Call& call, Concern const& concern) {
    auto const organisation = call.viewer.organisation;
    return !concern.closed_on && find_name_to_open(call.tx, call.tools.keys, organisation, concern.id) &&
           !store::find_opening_of(call.tx, call.tools.keys, organisation, concern.id);
}

ConcernAnswer concern_for(access::Call& call, store::SidedConcern const& sided) {
    auto const organisation = call.viewer.organisation;
    auto const& concern = sided.concern;
    auto const is_contact = sided.side == ConcernSide::contact;
    ConcernAnswer answer;
    answer.id = concern.id;
    answer.programme = programme::store::find_called(call.tx, organisation, concern.programme_id, call.viewer.language);
    answer.side = sided.side;
    answer.with = store::name_of(call.tx, organisation, is_contact ? concern.person_id : concern.contact_id);
    answer.wish = concern.wish;
    answer.raised_on = concern.raised_on;
    answer.closed_on = concern.closed_on;
    answer.kept_until = kept_until(concern);
    if (is_contact) answer.name_opening = name_opening_for_contact(call, concern);
    if (is_contact)
        answer.note = store::find_note(call.tx, call.tools.keys, organisation, concern.id).value_or("");
    else
        tell_of_contact(call, concern, answer);
    answer.excerpt = store::find_excerpt(call.tx, call.tools.keys, organisation, concern.id);
    for (auto const& message : store::list_messages(call.tx, call.tools.keys, organisation, concern.id))
        answer.messages.push_back({message.id, message.is_contacts == is_contact, message.text, message.written_on});
    answer.allowed_actions = allowed_actions(concern, sided.side, answer.is_contact_there);
    if (is_contact && may_ask_name(call, concern)) answer.allowed_actions.push_back(ConcernAction::ask_name);
    return answer;
}

base::Result<store::SidedConcern> concern_of(access::Call& call) {
    TRY(id, call.id<ConcernId>("id"));
    auto const sided = store::find_concern(call.tx, call.viewer, id);
    if (!sided) return concern_not_found();
    return *sided;
}

}  // namespace

base::Result<ConcernContacts> list_concern_contacts(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!store::takes_part(call.tx, call.viewer, programme)) return base::not_found("programme");
    return ConcernContacts{store::list_contacts(call.tx, call.viewer, programme, base::utc_day(call.now))};
}

base::Result<ConcernAnswer> put_concern(access::Call& call, ConcernRaised const& raised) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(id, call.id<ConcernId>("concern_id"));
    TRY(sided, raise_concern(call.tx, call.tools.keys, call.viewer, programme, id, raised, call.now));
    return concern_for(call, sided);
}

base::Result<MyConcerns> list_my_concerns(access::Call& call) {
    return MyConcerns{store::list_my_concerns(call.tx, call.viewer)};
}

base::Result<ConcernPage> list_concerns(access::Call& call, ConcernsQuery const& query) {
    TRY(rows, store::list_concerns(call.tx, call.viewer, query));
    ConcernPage concerns;
    page::fill(concerns, std::move(rows));
    return concerns;
}

base::Result<ConcernAnswer> show_concern(access::Call& call) {
    TRY(sided, concern_of(call));
    return concern_for(call, sided);
}

base::Result<ConcernAnswer> put_concern_message(access::Call& call, ConcernWritten const& written) {
    TRY(id, call.id<ConcernId>("id"));
    TRY(message, call.id<ConcernMessageId>("message_id"));
    TRY(sided, write_on_concern(call.tx, call.tools.keys, call.viewer, id, message, written.text, call.now));
    return concern_for(call, sided);
}

base::Result<ConcernAnswer> put_concern_reading(access::Call& call) {
    TRY(sided, concern_of(call));
    store::mark_concern_read(call.tx, call.viewer.organisation, sided.concern.id, sided.side);
    return concern_for(call, sided);
}

base::Result<ConcernAnswer> put_concern_note(access::Call& call, ConcernNote const& note) {
    TRY(id, call.id<ConcernId>("id"));
    TRY(sided, note_concern(call.tx, call.tools.keys, call.viewer, id, note.text, call.now));
    return concern_for(call, sided);
}

base::Result<ConcernAnswer> put_name_opening(access::Call& call, NameAsked const& asked) {
    TRY(id, call.id<ConcernId>("id"));
    TRY(sided, ask_name(call.tx, call.tools.keys, call.viewer, id, asked.danger, call.now));
    return concern_for(call, sided);
}

base::Result<ConcernAnswer> put_concern_closure(access::Call& call) {
    TRY(id, call.id<ConcernId>("id"));
    TRY(sided, end_concern(call.tx, call.viewer, id, call.now));
    return concern_for(call, sided);
}

}  // namespace care
