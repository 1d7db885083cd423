#include "matching/run_search.hpp"

#include <algorithm>

#include "matching/engine/in_parts.hpp"

namespace matching {

namespace {

std::int64_t sum_of_benefit(engine::Candidates const& candidates, std::vector<engine::Couple> const& couples) {
    std::int64_t sum = 0;
    for (auto const& candidate : candidates.list)
        if (std::binary_search(couples.begin(), couples.end(), engine::Couple{candidate.mentor, candidate.mentee}))
            sum += candidate.benefit;
    return sum;
}

// The pairs of before are kept by a bonus, which then stands in the snapshot: that is what the checker proves.
base::Result<engine::Assignment> assign_in(RunFound& found, RunGround const& ground, engine::Progress const& progress) {
    auto const keeping = ground.keeping();
    if (!keeping) return engine::assign(found.snapshot, progress);
    TRY(kept, engine::assign_keeping(found.snapshot, *keeping, progress));
    found.snapshot = std::move(kept.snapshot);
    found.keeping = KeepingReport{
        ground.before->run.id, ground.before->run.number, std::ssize(keeping->couples), kept.moves, kept.bonus,
        ground.run.most_moves};
    return std::move(kept.assignment);
}

SuggestionOutlook outlook_shown(engine::Outlook const& outlook) {
    return {outlook.costly, outlook.expected_at_60, outlook.expected_at_70, outlook.expected_at_80};
}

constexpr std::size_t kMostCouplesWeighed = 10'000'000;
constexpr std::size_t kBestOfEach = 200;

}  // namespace

std::optional<engine::Keeping> RunGround::keeping() const {
    if (!before) return std::nullopt;
    return engine::Keeping{before->couples, run.keep_bonus.value_or(kUsualKeepBonus), run.most_moves};
}

engine::CandidateSearch candidate_search(RunGround const& ground) {
    auto const& loaded = ground.loaded;
    engine::CandidateSearch search;
    if (loaded.mentors.size() * loaded.mentees.size() > kMostCouplesWeighed) search.most_each = kBestOfEach;
    search.always = loaded.locks;
    if (ground.before)
        search.always.insert(search.always.end(), ground.before->couples.begin(), ground.before->couples.end());
    search.seed = static_cast<std::uint64_t>(ground.run.seed);
    search.threads = engine::threads_at_hand();
    return search;
}

base::Result<RunFound> find_pairs(RunGround const& ground, engine::Progress const& progress) {
    RunFound found;
    auto const search = candidate_search(ground);
    TRY(candidates, find_candidates(ground.loaded.world, search, engine::part_of(progress, 0, 30)));
    found.candidates = std::move(candidates);
    found.best_of_each = search.most_each;
    found.snapshot = snapshot_of(ground.loaded, ground.looked_for(), found.candidates);
    TRY(assignment, assign_in(found, ground, engine::part_of(progress, 30, 70)));
    found.assignment = std::move(assignment);
    found.total_benefit = sum_of_benefit(found.candidates, found.assignment.couples);
    found.certificate = certify(found.snapshot, found.assignment);
    TRY(suggestions,
        engine::suggest(found.snapshot, found.assignment, ground.suggestions_each, engine::part_of(progress, 70, 100)));
    found.are_suggestions_right = engine::check_suggestions(found.snapshot, found.assignment, suggestions,
                                                            ground.suggestions_each) == engine::SuggestionFlaw::none;
    found.suggestions = std::move(suggestions);
    found.outlook = outlook_shown(engine::outlook_of(found.snapshot, found.assignment, found.suggestions));
    return found;
}

}  // namespace matching
