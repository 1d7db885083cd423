#include "programme/open_call_actions.hpp"

#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "platform/crypto/secret.hpp"
#include "programme/closing.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/open_call_store.hpp"
#include "programme/programme_store.hpp"

namespace programme {
namespace {

base::Result<PersonId> known_or_added(db::Tx& tx, Viewer const& viewer, JoinRequest const& request, base::Instant now) {
    if (request.person_id) return *request.person_id;
    if (request.email)
        if (auto known = store::find_person_by_email(tx, viewer.organisation, *request.email)) return *known;
    person::NewPerson wanted;
    wanted.name = request.name;
    wanted.email = request.email;
    TRY(added, person::add_person(tx, viewer, wanted, now));
    return added.id;
}

}  // namespace

base::Result<OpenCall> open_programme(db::Tx& tx, Viewer const& viewer, ProgrammeId id, OpenCallInput const& input,
                                      base::Instant now) {
    auto programme = store::find_led_programme(tx, viewer, id);
    if (!programme) return base::not_found("programme");
    TRY_VOID(check_not_closed(programme->state));
    TRY_VOID(may_invite(programme->state, *programme, store::load_standing(tx, viewer.organisation, id)));
    TRY(call, open_call(id, input, crypto::random_code(), crypto::random_nonce()));
    store::replace_open_call(tx, viewer.organisation, call, now);
    audit::record(tx, viewer, kOpenCallOpened, base::any(id), audit::Facts().day("closes_on", call.closes_on), now);
    return call;
}

base::Result<bool> close_programme_link(db::Tx& tx, Viewer const& viewer, ProgrammeId id, base::Instant now) {
    if (!store::find_led_programme(tx, viewer, id)) return base::not_found("programme");
    store::delete_open_call(tx, viewer.organisation, id);
    audit::record(tx, viewer, kOpenCallClosed, base::any(id), audit::Facts(), now);
    return true;
}

base::Result<JoinRequestAnswer> request_to_join(db::Tx& tx, Viewer const& viewer, crypto::Link const& link,
                                                JoinRequestInput const& input, base::Instant now) {
    auto call = store::find_linked_call(tx, link);
    if (!call) return base::not_found("call");
    auto const organisation = base::as<OrganisationId>(link.organisation);
    TRY(request, ask_to_join(*call, input, organisation::store::today(tx, organisation, now), now));
    if (viewer.organisation == organisation) request.person_id = viewer.person;
    if (store::has_asked(tx, organisation, request)) return JoinRequestAnswer{};
    if (store::count_join_requests(tx, organisation, call->programme_id) >= kMostJoinRequests)
        return too_many_waiting();
    store::insert_join_request(tx, organisation, request);
    audit::record(tx, access::house(organisation), kJoinRequested, base::any(call->programme_id), audit::Facts(), now);
    return JoinRequestAnswer{};
}

base::Result<JoinRequestList> answer_join_request(db::Tx& tx, Viewer const& viewer, JoinRequestId id,
                                                  WelcomeInput const& input, base::Instant now) {
    auto request = store::find_join_request(tx, viewer.organisation, id);
    if (!request) return base::not_found("join_request");
    auto programme = store::find_led_programme(tx, viewer, request->programme_id);
    // Nobody welcomes themselves: a second coordinator does (rules 13).
    if (!programme || (request->person_id && viewer.is(*request->person_id))) return base::not_found("join_request");
    if (input.is_welcome) {
        TRY(person, known_or_added(tx, viewer, *request, now));
        TRY_VOID(join(tx, viewer, *programme, person, request->side, now));
    }
    store::delete_join_request(tx, viewer.organisation, id);
    audit::record(tx, viewer, kJoinRequestAnswered, base::any(programme->id), audit::Facts(), now);
    return store::page_of_join_requests(tx, viewer, programme->id, {});
}

crypto::Link link_of(OpenCall const& call, OrganisationId organisation) {
    return {std::string(kProgrammeLink), base::any(organisation), base::any(call.programme_id), call.link_nonce};
}

}  // namespace programme
