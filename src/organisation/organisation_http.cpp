#include "organisation/organisation_http.hpp"

#include "organisation/organisation_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "platform/i18n.hpp"

namespace organisation {

namespace {

OrganisationAnswer to_answer(Organisation organisation) {
    return {organisation.organisation_id, std::move(organisation.name),
            std::move(organisation.slug), std::move(organisation.language),
            i18n::ours().languages(),     std::move(organisation.time_zone),
            organisation.is_demo,         organisation.version};
}

Entrance to_sign_in(Organisation organisation) {
    return {EntranceState::sign_in, std::move(organisation.slug), std::move(organisation.name),
            std::move(organisation.language), organisation.is_demo};
}

}  // namespace

base::Result<Entrance> show_entrance(access::Call& call, EntranceQuery const& query) {
    if (query.organisation) {
        auto named = store::find_by_slug(call.tx, *query.organisation);
        if (!named) return base::not_found("organisation");
        return to_sign_in(std::move(*named));
    }
    if (auto only = store::find_only(call.tx)) return to_sign_in(std::move(*only));
    return Entrance{.state = store::count(call.tx) == 0 ? EntranceState::set_up : EntranceState::choose};
}

base::Result<OrganisationAnswer> show_organisation(access::Call& call) {
    return to_answer(store::load(call.tx, call.viewer.organisation));
}

base::Result<OrganisationAnswer> change_organisation(access::Call& call, OrganisationChange const& change) {
    TRY(changed, apply_settings(call.tx, call.viewer, {change.name, change.language, change.time_zone}, change.version,
                                call.now));
    return to_answer(std::move(changed));
}

}  // namespace organisation
