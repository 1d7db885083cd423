#include "care/concern_actions.hpp"

#include <algorithm>

#include "acquaintance/acquaintance_actions.hpp"
#include "base/text.hpp"
#include "care/contact_room_store.hpp"
#include "care/sign_store.hpp"
#include "message/thread_actions.hpp"

namespace care {
namespace {

base::Result<store::SidedConcern> load(db::Tx& tx, access::Viewer const& viewer, ConcernId id) {
    auto const sided = store::find_concern(tx, viewer, id);
    if (!sided) return concern_not_found();
    return *sided;
}

base::Result<store::SidedConcern> load_as_contact(db::Tx& tx, access::Viewer const& viewer, ConcernId id) {
    TRY(sided, load(tx, viewer, id));
    if (sided.side != ConcernSide::contact) return concern_not_found();
    return sided;
}

// A word or the closing: what is kept is kept from here.
void save_anew(db::Tx& tx, access::Viewer const& viewer, Concern& concern, base::Instant now) {
    concern.last_on = base::utc_day(now);
    store::save_concern(tx, viewer.organisation, concern);
}

struct Shown {
    std::optional<message::Excerpt> excerpt;
    std::optional<store::WithoutName> without_name;
};

// Nobody is told of a concern about themselves, even if it means saying so to whoever raises it.
base::Result<bool> check_not_the_contact(acquaintance::SidedAcquaintance const& mine, PersonId contact) {
    if (mine.acquaintance.of(acquaintance::other(mine.side)).person_id == contact) return contact_not_found();
    return true;
}

base::Result<Shown> picked_to_show(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                   ProgrammeId programme, ConcernRaised const& raised, base::Instant now) {
    Shown shown;
    if (auto const& picked = raised.picked) {
        if (raised.picked_without_names) return base::invalid("/picked_without_names", "twice");
        TRY(excerpt, message::pick_excerpt(tx, keys, viewer, programme, picked->thread_id, picked->message_ids));
        shown.excerpt = std::move(excerpt);
    }
    if (auto const& picked = raised.picked_without_names) {
        auto const id = picked->acquaintance_id;
        TRY(excerpt, acquaintance::pick_excerpt(tx, keys, viewer, programme, id, picked->message_ids, now));
        auto const mine = acquaintance::store::find_mine(tx, keys, viewer, id).value();
        TRY_VOID(check_not_the_contact(mine, raised.contact_id));
        shown.excerpt = std::move(excerpt);
        shown.without_name = store::WithoutName{id, acquaintance::other(mine.side)};
    }
    return shown;
}

}  // namespace

base::Result<store::SidedConcern> raise_concern(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                ProgrammeId programme, ConcernId id, ConcernRaised const& raised,
                                                base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const today = base::utc_day(now);
    if (!store::takes_part(tx, viewer, programme)) return base::not_found("programme");
    if (store::is_taken(tx, organisation, id)) {
        TRY(sided, load(tx, viewer, id));
        if (sided.side != ConcernSide::person) return concern_not_found();
        return sided;
    }
    auto const contacts = store::list_contacts(tx, viewer, programme, today);
    auto const contact = std::ranges::find(contacts, raised.contact_id, &Contact::id);
    if (contact == contacts.end()) return contact_not_found();
    if (store::concern_of_message(tx, organisation, raised.message_id)) return concern_not_found();
    TRY_VOID(check_raising(store::count_open_concerns(tx, viewer)));
    TRY(text, concern_text(raised.text));
    TRY(shown, picked_to_show(tx, keys, viewer, programme, raised, now));
    Concern const concern{id,           programme, viewer.person.value(), raised.contact_id, raised.wish, today,
                          std::nullopt, today,     contact->kept_months};
    store::insert_concern(tx, organisation, concern);
    if (shown.excerpt) store::save_excerpt(tx, keys, organisation, id, *shown.excerpt);
    if (shown.without_name) store::save_without_name(tx, keys, organisation, id, *shown.without_name);
    store::insert_message(tx, keys, organisation, id, {raised.message_id, 1, false, text, today});
    audit::record_private(tx, organisation, kConcernRaised, now);
    return store::SidedConcern{concern, ConcernSide::person};
}

base::Result<store::SidedConcern> write_on_concern(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                   ConcernId concern, ConcernMessageId id, std::string const& written,
                                                   base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY(sided, load(tx, viewer, concern));
    if (auto const standing = store::concern_of_message(tx, organisation, id)) {
        if (*standing != concern) return base::not_found("message");
        return sided;
    }
    auto const last = store::last_position_of(tx, organisation, concern);
    bool const is_there = store::is_contact_there(tx, viewer.organisation, sided.concern, base::utc_day(now));
    TRY_VOID(check_writing(sided.concern, sided.side, is_there, last));
    TRY(text, concern_text(written));
    store::insert_message(tx, keys, organisation, concern,
                          {id, last + 1, sided.side == ConcernSide::contact, text, base::utc_day(now)});
    save_anew(tx, viewer, sided.concern, now);
    audit::record_private(tx, organisation, kConcernWritten, now);
    return sided;
}

base::Result<store::SidedConcern> note_concern(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                               ConcernId id, std::string const& text, base::Instant now) {
    TRY(sided, load_as_contact(tx, viewer, id));
    store::save_note(tx, keys, viewer.organisation, id, base::trim(text));
    audit::record_private(tx, viewer.organisation, kConcernNoted, now);
    return sided;
}

base::Result<store::SidedConcern> end_concern(db::Tx& tx, access::Viewer const& viewer, ConcernId id,
                                              base::Instant now) {
    TRY(sided, load_as_contact(tx, viewer, id));
    if (sided.concern.closed_on) return sided;
    sided.concern.closed_on = base::utc_day(now);
    save_anew(tx, viewer, sided.concern, now);
    audit::record_private(tx, viewer.organisation, kConcernClosed, now);
    return sided;
}

}  // namespace care
