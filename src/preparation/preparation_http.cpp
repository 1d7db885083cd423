#include "preparation/preparation_http.hpp"

#include "preparation/preparation_actions.hpp"

namespace preparation {
namespace {

base::Result<Reading> reading_of(access::Call& call) {
    TRY(enrolment, call.id<EnrolmentId>("id"));
    return find_reading(call.tx, call.viewer, enrolment, call.parameter("key"));
}

}  // namespace

base::Result<MyPreparation> show_my_preparation(access::Call& call) {
    return preparation_of(call.tx, call.tools.keys, call.viewer);
}

base::Result<ModuleAnswer> show_module(access::Call& call) {
    return read_any_module(call.viewer, call.parameter("key"));
}

base::Result<ModuleAnswer> show_own_module(access::Call& call) {
    TRY(reading, reading_of(call));
    return module_for(call.tx, call.tools.keys, call.viewer, reading);
}

base::Result<ModuleAnswer> put_completion(access::Call& call) {
    TRY(reading, reading_of(call));
    TRY_VOID(finish_module(call.tx, call.viewer, reading, call.now));
    return module_for(call.tx, call.tools.keys, call.viewer, reading);
}

base::Result<ModuleAnswer> put_your_turn(access::Call& call, TurnWritten const& written) {
    TRY(reading, reading_of(call));
    TRY_VOID(write_turn(call.tx, call.tools.keys, call.viewer, reading, written.text, call.now));
    return module_for(call.tx, call.tools.keys, call.viewer, reading);
}

base::Result<SidePreparation> put_ready_sentences(access::Call& call, TicksGiven const& given) {
    TRY(enrolment, call.id<EnrolmentId>("id"));
    return tick_sentences(call.tx, call.tools.keys, call.viewer, enrolment, given, call.now);
}

base::Result<SidePreparation> put_rating(access::Call& call, RatingGiven const& given) {
    TRY(enrolment, call.id<EnrolmentId>("id"));
    return rate_preparation(call.tx, call.tools.keys, call.viewer, enrolment, given.rating, call.now);
}

base::Result<PlanAnswer> show_plan(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    return plan_for_coordinator(call.tx, call.viewer, programme);
}

base::Result<PlanAnswer> put_plan(access::Call& call, PlanWanted const& wanted) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!call.viewer.coordinates(programme)) return base::not_found("programme");
    return save_plan(call.tx, call.viewer, programme, wanted, call.now);
}

}  // namespace preparation
