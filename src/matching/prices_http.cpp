#include "matching/prices_http.hpp"

#include "matching/match_run_actions.hpp"
#include "matching/prices.hpp"

namespace matching {

namespace {

void hide_benefits(PricesFound& found) {
    for (auto& objective : found.objectives) objective.gains.reset();
    for (auto& rule : found.rules) rule.price.mean_more.reset();
    for (auto& wish : found.wishes) wish.price.mean_more.reset();
    if (found.keeping) found.keeping->mean_more.reset();
}

// Without those about the viewer (rules 13).
void name_wishes(access::Call& call, PricesFound const& found, Prices& prices) {
    prices.has_more_wishes = found.has_more_wishes;
    for (auto const& wish : found.wishes) {
        if (call.viewer.is(wish.mentor_id) || call.viewer.is(wish.mentee_id)) continue;
        if (prices.wishes.size() == kMostWishesShown) {
            prices.has_more_wishes = true;
            return;
        }
        auto mentor = store::find_person_shown(call.tx, call.viewer.organisation, wish.mentor_id);
        auto mentee = store::find_person_shown(call.tx, call.viewer.organisation, wish.mentee_id);
        if (mentor && mentee) prices.wishes.push_back({wish.wish, std::move(*mentor), std::move(*mentee), wish.price});
    }
}

Prices prices_for(access::Call& call, MatchRun const& run, PricesFound found) {
    if (store::takes_part(call.tx, call.viewer, run.programme_id)) hide_benefits(found);
    Prices prices;
    prices.state = PricesState::ready;
    name_wishes(call, found, prices);
    prices.objectives = std::move(found.objectives);
    prices.rules = std::move(found.rules);
    prices.keeping = found.keeping;
    return prices;
}

bool is_worked_on(std::optional<jobs::Standing> const& job) {
    return job && (job->state == jobs::State::waiting || job->state == jobs::State::running);
}

}  // namespace

base::Result<Prices> show_prices(access::Call& call) {
    TRY(id, call.id<MatchRunId>("id"));
    auto const run = store::find_coordinated_run(call.tx, call.viewer, id);
    if (!run) return match_run_not_found();
    if (auto found = store::find_prices(call.tx, call.viewer.organisation, id))
        return prices_for(call, *run, *std::move(found));
    Prices prices;
    auto const job = jobs::find_standing(call.tx, base::any(call.viewer.organisation), kCarryOutRun.name, id.text());
    if (!is_worked_on(job)) return prices;
    prices.state = PricesState::working;
    prices.progress = {job->progress_state.value_or("queued"), job->progress_done.value_or(0),
                       job->progress_total.value_or(0)};
    return prices;
}

}  // namespace matching
