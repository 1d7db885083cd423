#include "matching/whole_assignment.hpp"

#include <algorithm>

#include "matching/engine/in_parts.hpp"

namespace matching {

namespace {

constexpr std::size_t kMostRounds = 4;  // more: each a look at all couples and a solver
constexpr std::size_t kAddedEach = 32;
// In one round. Where more are asked for, thousands of people read the same, and their prices would take many rounds to
// become the same, each of them long.
constexpr std::int64_t kMostAdded = 100'000;

// By mentor, then mentee.
engine::CandidateList with_options(engine::CandidateList const& list, std::vector<std::vector<Option>>& rows) {
    engine::CandidateList all;
    all.reserve(list.size());
    engine::Index next = 0;  // mentor whose options have not been put in
    std::size_t at = 0;
    auto const put_in_before = [&](engine::Couple couple) {
        for (; next < rows.size() && next <= couple.mentor; ++next, at = 0) {
            auto& row = rows[next];
            if (at == 0)
                std::sort(row.begin(), row.end(), [](Option const& a, Option const& b) { return a.other < b.other; });
            for (; at < row.size() && (next < couple.mentor || row[at].other < couple.mentee); ++at)
                all.push_back({next, row[at].other, row[at].points, row[at].points, row[at].points});
            if (next == couple.mentor) return;
        }
    };
    list.for_each([&](engine::Candidate const& candidate) {
        put_in_before({candidate.mentor, candidate.mentee});
        all.push_back(candidate);
    });
    put_in_before({static_cast<engine::Index>(rows.size()), 0});
    return all;
}

base::Result<WholeAssignment> assign_listed(FileSnapshot const& made, engine::Keeping const& keeping,
                                            Pace const& pace) {
    std::optional<base::Result<engine::Kept>> found;
    std::optional<engine::Digest> fingerprint;
    engine::side_by_side(
        pace.threads, [&] { found.emplace(engine::assign_keeping(made.snapshot, keeping, pace.progress)); },
        // Of pairs of before the bonus stands in it, which is known only afterwards.
        [&] {
            if (keeping.couples.empty()) fingerprint = engine::fingerprint(made.snapshot);
        });
    TRY(kept, *std::move(found));
    if (!fingerprint) fingerprint = engine::fingerprint(kept.snapshot);
    return WholeAssignment{std::move(kept), *fingerprint, true, 0};
}

}  // namespace

base::Result<WholeAssignment> assign_among_all(FileSnapshot& made, CoupleSearch const* left_out,
                                               engine::Keeping const& keeping, Pace const& pace) {
    std::int64_t added = 0;
    for (std::size_t round = 0;; ++round) {
        TRY(whole, assign_listed(made, keeping, pace));
        whole.added = added;
        if (left_out == nullptr) return whole;
        whole.is_of_all = false;
        if (made.snapshot.objective == engine::Objective::fair || whole.kept.held > 0) return whole;
        std::vector<std::vector<Option>> rows;
        auto const asked = asked_by_mentors(whole.kept.snapshot, whole.kept.assignment);
        if (!left_out->list_asked({pace.threads, {}}, asked, kAddedEach, rows)) return engine::cancelled();
        std::int64_t count = 0;
        for (auto const& row : rows) count += std::ssize(row);
        whole.is_of_all = count == 0;
        if (count == 0 || count > kMostAdded || round == kMostRounds) return whole;
        added += count;
        made.snapshot.candidates = with_options(made.snapshot.candidates, rows);
    }
}

}  // namespace matching
