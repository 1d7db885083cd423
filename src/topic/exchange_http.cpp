#include "topic/exchange_http.hpp"

#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"
#include "topic/exchange_actions.hpp"
#include "topic/exchange_store.hpp"

namespace topic {

base::Result<Catalogue> list_topics(access::Call& call, TopicQuery const& query) {
    return catalogue(query.language.value_or(call.viewer.language));
}

base::Result<Exchange> show_exchange(access::Call& call) {
    TRY(id, call.id<EnrolmentId>("id"));
    return load_exchange(call.tx, call.viewer, id, call.tools.keys);
}

base::Result<Exchange> put_exchange(access::Call& call, ExchangeInput const& input) {
    TRY(id, call.id<EnrolmentId>("id"));
    return save_exchange(call.tx, call.viewer, id, input, call.tools.keys, call.now);
}

base::Result<WillNotDiscuss> show_will_not_discuss(access::Call& call) {
    TRY(id, call.id<EnrolmentId>("id"));
    if (!programme::store::find_own_enrolment(call.tx, call.viewer, id)) return base::not_found("enrolment");
    return WillNotDiscuss{store::load_will_not_discuss(call.tx, call.viewer.organisation, id)};
}

base::Result<WillNotDiscuss> put_will_not_discuss(access::Call& call, WillNotDiscuss const& input) {
    TRY(id, call.id<EnrolmentId>("id"));
    return save_will_not_discuss(call.tx, call.viewer, id, input, call.tools.keys, call.now);
}

base::Result<ExchangeBrief> show_exchange_brief(access::Call& call) {
    TRY(programme_id, call.id<access::ProgrammeId>("id"));
    TRY(enrolment_id, call.id<EnrolmentId>("enrolment_id"));
    if (!programme::store::find_led_programme(call.tx, call.viewer, programme_id)) return base::not_found("programme");
    auto brief = store::find_brief(call.tx, call.viewer, programme_id, enrolment_id);
    if (!brief) return base::not_found("enrolment");
    return *brief;
}

base::Result<TopicBoard> show_topic_board(access::Call& call) {
    TRY(id, call.id<access::ProgrammeId>("id"));
    if (!programme::store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    return store::load_board(call.tx, call.viewer.organisation, id);
}

}  // namespace topic
