// engine_bench TASK COHORT SIZE PLACES FORM: one task of the engine on one instance (instance.hpp), timed by the
// processor's clock. Tasks: an objective's name (from the laid-out market to pairs and prices), `end_to_end` (from the
// snapshot to the certified best), `check` (the certificate alone), `ties` (stable with five levels of benefit, and
// with ties broken by the order of rows: pairs of the one, `total` of the other), `print` (the instance as
// text: mentors, mentees and places, then a line for each candidate).

#include <utility>

#include "bench/figures.hpp"
#include "bench/instance.hpp"
#include "matching/engine/assignment.hpp"
#include "matching/engine/balanced.hpp"
#include "matching/engine/candidate_search.hpp"
#include "matching/engine/certificate.hpp"
#include "matching/engine/fair.hpp"
#include "matching/engine/stable.hpp"

namespace {

using namespace matching::engine;

std::vector<bool> solve(std::string_view task, Market const& market) {
    if (task == "stable") return find_stable(market, {}).value();
    if (task == "fair") return find_fair(market, {}).value().best.taken;
    if (task == "balanced") return find_balanced(market, Priority::most_pairs, {}).value().taken;
    return find_best(market, Priority::most_pairs, {}).value().taken;
}

void run_objective(std::string_view task, Snapshot snapshot) {
    if (task == "stable") snapshot.objective = Objective::stable;
    if (task == "balanced") snapshot.objective = Objective::balanced;
    auto const market = open_market(snapshot);
    auto const megabytes = bench::most_megabytes();
    auto const begin = bench::processor_seconds();
    auto const taken = solve(task, market);
    auto const seconds = bench::processor_seconds() - begin;
    long long pairs = 0;
    long long total = 0;
    for (std::size_t option = 0; option < taken.size(); ++option)
        if (taken[option]) {
            ++pairs;
            total += market.options[option].benefit;
        }
    bench::print_figures(seconds, pairs, total, megabytes);
}

void run_end_to_end(Snapshot const& snapshot, bool only_check) {
    auto const megabytes = bench::most_megabytes();
    auto begin = bench::processor_seconds();
    auto const assignment = assign(snapshot).value();
    if (only_check) begin = bench::processor_seconds();
    auto const certificate = certify(snapshot, assignment);
    auto const seconds = bench::processor_seconds() - begin;
    if (!certificate.verified()) std::abort();
    bench::print_figures(seconds, certificate.pairs, certificate.total_benefit, megabytes);
}

// Benefits in five levels; `strict` breaks ties by the order of the rows, as engines without ties do.
std::int64_t stable_pairs(Snapshot snapshot, bool strict) {
    static constexpr std::int32_t kLevels = 5;
    auto const level = [&](std::int32_t benefit, Index other) {
        auto const step = (benefit - 1) * kLevels / 1000;
        return strict ? step * 1'000'000 - static_cast<std::int32_t>(other) : step;
    };
    snapshot.candidates = snapshot.candidates.transformed([&](Candidate c) {
        c.mentor_benefit = level(c.mentor_benefit, c.mentee);
        c.mentee_benefit = level(c.mentee_benefit, c.mentor);
        return c;
    });
    snapshot.objective = Objective::stable;
    return std::ssize(assign(snapshot).value().couples);
}

// COHORT is here a kernel's name or `fastest`, PLACES how many threads.
int run_candidates(char const* const* arguments) {
    auto const world = bench::make_world(static_cast<std::uint32_t>(std::atoi(arguments[1])));
    CandidateSearch search{.most_each = 50, .threads = static_cast<unsigned>(std::atoi(arguments[2]))};
    for (auto const* kernel : kernels())
        if (std::string_view(arguments[0]) == kernel->name) search.kernel = kernel;
    auto const megabytes = bench::most_megabytes();
    auto const begin = bench::processor_seconds();
    auto const found = find_candidates(world, search).value();
    auto const seconds = bench::processor_seconds() - begin;
    std::int64_t total = 0;
    for (auto const& c : found.list) total += c.benefit;
    bench::print_figures(seconds, std::ssize(found.list), total, megabytes);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 6) return 2;
    std::string_view const task(arguments[1]);
    if (task == "candidates") return run_candidates(arguments + 2);
    auto snapshot = bench::make_instance(arguments + 2);
    if (task == "print") {
        std::printf("%zu %zu %d\n", snapshot.mentors.size(), snapshot.mentees.size(),
                    snapshot.mentees.front().capacity);
        for (auto const& c : snapshot.candidates) std::printf("%u %u %d\n", c.mentor, c.mentee, c.benefit);
    } else if (task == "ties") {
        bench::print_figures(0, stable_pairs(snapshot, false), stable_pairs(snapshot, true), 0);
    } else if (task == "end_to_end" || task == "check") {
        run_end_to_end(snapshot, task == "check");
    } else {
        run_objective(task, std::move(snapshot));
    }
}
