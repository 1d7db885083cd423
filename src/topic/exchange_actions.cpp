#include "topic/exchange_actions.hpp"

#include "programme/closing_actions.hpp"
#include "programme/enrolment_actions.hpp"
#include "programme/enrolment_store.hpp"
#include "programme/programme_store.hpp"
#include "topic/exchange_store.hpp"

namespace topic {
namespace {

base::Result<programme::Enrolment> own_enrolment(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id) {
    auto enrolment = programme::store::find_own_enrolment(tx, viewer, id);
    if (!enrolment || programme::has_left(enrolment->state)) return base::not_found("enrolment");
    return *enrolment;
}

void take_field_errors(base::Refusal const& refusal, std::string_view prefix, std::vector<base::FieldError>& errors) {
    for (auto const& error : refusal.errors)
        errors.push_back({std::string(prefix) + error.pointer, error.code, error.params});
}

}  // namespace

base::Result<Exchange> load_exchange(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id,
                                     crypto::Keys const& keys) {
    TRY(enrolment, own_enrolment(tx, viewer, id));
    auto const programme = programme::store::find_programme(tx, viewer.organisation, enrolment.programme_id).value();
    Exchange exchange;
    exchange.id = id;
    exchange.programme_id = enrolment.programme_id;
    exchange.side = enrolment.side;
    exchange.state = enrolment.state;
    exchange.version = enrolment.version;
    exchange.topics = store::load_topics(tx, viewer.organisation, id, keys);
    exchange.profile = programme::store::load_profile(tx, viewer.organisation, id, keys);
    exchange.still_needed = still_needed(exchange.topics, exchange.profile);
    exchange.uses_career_stage = programme.uses_career_stage;
    return exchange;
}

base::Result<Exchange> save_exchange(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id,
                                     ExchangeInput const& input, crypto::Keys const& keys, base::Instant now) {
    TRY(enrolment, own_enrolment(tx, viewer, id));
    std::vector<base::FieldError> errors;
    auto topics = check_topics(input.topics);
    if (!topics) take_field_errors(topics.refusal(), "/topics", errors);
    if (topics) {
        auto const left_out = store::load_will_not_discuss(tx, viewer.organisation, id);
        if (auto kept = check_topics_kept(*topics, left_out); !kept)
            take_field_errors(kept.refusal(), "/topics", errors);
    }
    auto const programme = programme::store::find_programme(tx, viewer.organisation, enrolment.programme_id).value();
    if (auto profile = programme::check_profile(input.profile, programme); !profile)
        take_field_errors(profile.refusal(), "/profile", errors);
    if (!errors.empty()) return base::invalid(std::move(errors));
    TRY_VOID(programme::save_own_profile(tx, viewer, enrolment, input.version, input.profile, keys, now));
    store::replace_topics(tx, viewer.organisation, id, *topics, base::utc_day(now), keys);
    return load_exchange(tx, viewer, id, keys);
}

base::Result<WillNotDiscuss> save_will_not_discuss(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id,
                                                   WillNotDiscuss const& input, crypto::Keys const& keys,
                                                   base::Instant now) {
    TRY(enrolment, own_enrolment(tx, viewer, id));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, enrolment.programme_id));
    TRY(subjects, check_will_not_discuss(input.subjects, store::load_topics(tx, viewer.organisation, id, keys)));
    store::replace_will_not_discuss(tx, viewer.organisation, id, subjects);
    audit::record(tx, viewer, kWillNotDiscussChanged, std::nullopt, audit::Facts(), now);
    return WillNotDiscuss{std::move(subjects)};
}

}  // namespace topic
