#include "programme/enrolment_http.hpp"

#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"

namespace programme {
namespace {

std::optional<PlaceInLine> place_of(access::Call& call, ProgrammeId programme_id, EnrolmentId id) {
    auto programme = store::find_programme(call.tx, call.viewer.organisation, programme_id);
    if (!programme) return std::nullopt;
    return waiting_line(call.tx, *programme, call.viewer.organisation, call.tools.keys, call.now).of(id);
}

using EnrolmentVerb = base::Result<Enrolment> (*)(db::Tx&, Viewer const&, EnrolmentId, base::Instant);

base::Result<EnrolmentStateAnswer> act_on_enrolment(access::Call& call, EnrolmentVerb verb) {
    TRY(id, call.id<EnrolmentId>("id"));
    TRY(enrolment, verb(call.tx, call.viewer, id, call.now));
    return EnrolmentStateAnswer{enrolment.state};
}

}  // namespace

base::Result<OwnEnrolmentList> list_my_enrolments(access::Call& call) {
    OwnEnrolmentList list{store::list_own_enrolments(call.tx, call.viewer)};
    for (auto& one : list.items)
        if (one.state == EnrolmentState::waiting) one.waiting = place_of(call, one.programme_id, one.id);
    return list;
}

base::Result<EnrolmentPage> list_enrolments(access::Call& call, EnrolmentQuery const& query) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto programme = store::find_led_programme(call.tx, call.viewer, id);
    if (!programme) return base::not_found("programme");
    TRY(rows, store::list_enrolments(call.tx, call.viewer, id, query));
    EnrolmentPage enrolments;
    page::fill(enrolments, std::move(rows));
    auto const line = waiting_line(call.tx, *programme, call.viewer.organisation, call.tools.keys, call.now);
    for (auto& one : enrolments.items) one.waiting = line.of(one.id);
    return enrolments;
}

base::Result<EnrolmentStateAnswer> put_enrolment_pause(access::Call& call) {
    return act_on_enrolment(call, pause_enrolment);
}

base::Result<EnrolmentStateAnswer> remove_enrolment_pause(access::Call& call) {
    return act_on_enrolment(call, resume_enrolment);
}

base::Result<EnrolmentStateAnswer> put_withdrawal(access::Call& call) {
    return act_on_enrolment(call, withdraw_enrolment);
}

base::Result<ExclusionList> list_exclusions(access::Call& call) {
    return ExclusionList{store::list_own_exclusions(call.tx, call.viewer)};
}

base::Result<ExclusionList> put_exclusion(access::Call& call, ExclusionInput const& input) {
    return exclude(call.tx, call.viewer, input.person, call.now);
}

base::Result<ExclusionList> put_exclusion_of_person(access::Call& call) {
    TRY(person, call.id<PersonId>("person_id"));
    return exclude_person(call.tx, call.viewer, person, call.now);
}

base::Result<ExclusionList> remove_exclusion(access::Call& call) {
    TRY(person, call.id<PersonId>("person_id"));
    return take_back_exclusion(call.tx, call.viewer, person, call.now);
}

}  // namespace programme
