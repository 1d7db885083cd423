#include "care/name_opening_actions.hpp"

#include <set>

#include "acquaintance/acquaintance_store.hpp"
#include "care/name_opening_store.hpp"
#include "notice/notice_actions.hpp"
#include "programme/called_store.hpp"

namespace care {
namespace {

std::optional<acquaintance::Acquaintance> acquaintance_of(db::Tx& tx, crypto::Keys const& keys,
                                                          access::OrganisationId organisation, ConcernId concern) {
    auto const without_name = store::find_without_name(tx, keys, organisation, concern);
    if (!without_name) return std::nullopt;
    return acquaintance::store::find_acquaintance(tx, keys, organisation, without_name->acquaintance_id);
}

bool is_one_of_the_two(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, NameOpening const& opening) {
    auto const two = acquaintance_of(tx, keys, viewer.organisation, opening.concern_id);
    return two && (viewer.is(two->mentor.person_id) || viewer.is(two->mentee.person_id));
}

// Without a subject, so that the two rows of it name no acquaintance; in the order of their ids, so that neither says
// who was reported, nor on which side anybody is.
void tell_the_two(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, ConcernId concern,
                  base::Instant now) {
    auto const two = acquaintance_of(tx, keys, organisation, concern);
    if (!two) return;
    for (auto const& person : std::set{two->mentor.person_id, two->mentee.person_id})
        notice::tell(tx, organisation, person, notice::name_opened, std::nullopt, now);
}

}  // namespace

std::optional<PersonId> find_name_to_open(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                          ConcernId concern) {
    auto const two = acquaintance_of(tx, keys, organisation, concern);
    if (!two) return std::nullopt;
    return two->of(store::find_without_name(tx, keys, organisation, concern)->side).person_id;
}

base::Result<store::SidedConcern> ask_name(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                           ConcernId concern, std::string const& danger, base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const sided = store::find_concern(tx, viewer, concern);
    if (!sided || sided->side != ConcernSide::contact) return concern_not_found();
    if (store::find_opening_of(tx, keys, organisation, concern)) return *sided;
    if (sided->concern.closed_on) return concern_closed();
    if (!find_name_to_open(tx, keys, organisation, concern)) return name_opening_not_found();
    TRY(stated, concern_text(danger));
    store::insert_opening(tx, keys, organisation,
                          {tx.make_id<NameOpeningId>(),
                           concern,
                           sided->concern.programme_id,
                           viewer.person.value(),
                           base::utc_day(now),
                           stated,
                           {},
                           {}});
    audit::record_private(tx, organisation, kNameAsked, now);
    return *sided;
}

std::vector<NameOpening> list_name_openings(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer) {
    auto openings = store::list_openings(tx, keys, viewer.organisation);
    std::erase_if(openings, [&](auto const& opening) { return is_one_of_the_two(tx, keys, viewer, opening); });
    return openings;
}

base::Result<NameOpening> agree_to_name(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                        NameOpeningId id, base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const opening = store::find_opening(tx, keys, organisation, id);
    if (!opening || is_one_of_the_two(tx, keys, viewer, *opening)) return name_opening_not_found();
    TRY(agreed, agree(*opening, viewer.person.value(), base::utc_day(now)));
    if (opening->agreed_by) return agreed;
    if (!find_name_to_open(tx, keys, organisation, opening->concern_id)) return name_opening_not_found();
    store::save_agreement(tx, organisation, agreed);
    tell_the_two(tx, keys, organisation, opening->concern_id, now);
    audit::record(tx, viewer, kNameOpened, base::any(id),
                  audit::Facts().id("programme_id", opening->programme_id).id("asked_by", opening->asked_by), now);
    return agreed;
}

NameOpeningAnswer shown_opening(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                NameOpening const& opening) {
    auto const organisation = viewer.organisation;
    NameOpeningAnswer answer;
    answer.id = opening.id;
    answer.programme = programme::store::find_called(tx, organisation, opening.programme_id, viewer.language);
    answer.asked_by = store::name_of(tx, organisation, opening.asked_by);
    answer.asked_on = opening.asked_on;
    answer.danger = opening.danger;
    if (opening.agreed_by) answer.agreed_by = store::name_of(tx, organisation, *opening.agreed_by);
    answer.agreed_on = opening.agreed_on;
    if (!is_shown_name(opening, *viewer.person)) return answer;
    if (auto const person = find_name_to_open(tx, keys, organisation, opening.concern_id))
        answer.name = store::name_of(tx, organisation, *person);
    return answer;
}

}  // namespace care
