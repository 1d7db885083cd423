#include "matching/band_http.hpp"

#include "matching/band_store.hpp"
#include "matching/match_run_store.hpp"

namespace matching {

base::Result<RunBands> show_bands(access::Call& call, BandsQuery const& query) {
    TRY(id, call.id<MatchRunId>("id"));
    if (!store::find_coordinated_run(call.tx, call.viewer, id)) return match_run_not_found();
    auto const by = query.by.value_or(Division::department);
    auto bands = bands_of(by, store::count_groups(call.tx, call.viewer, id, by));
    if (by == Division::level) store::name_levels(call.tx, call.viewer.organisation, bands);
    return bands;
}

}  // namespace matching
