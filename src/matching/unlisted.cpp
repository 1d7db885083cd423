#include "matching/unlisted.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

namespace matching {

namespace {

using engine::Couple;
using engine::Index;
using engine::Objective;
using engine::Priority;
using Look = Asked::Look;
using Group = Asked::Group;

constexpr auto kAnything = std::numeric_limits<std::int64_t>::min();

// Places and partners that are not locked.
struct Side {
    std::vector<std::int32_t> left;   // places
    std::vector<std::int32_t> load;   // partners
    std::vector<std::int64_t> least;  // points of a partner

    explicit Side(std::vector<engine::Participant> const& people)
        : load(people.size(), 0), least(people.size(), std::numeric_limits<std::int64_t>::max()) {
        for (auto const& person : people) left.push_back(person.capacity);
    }
    void hold(Index person, bool is_locked, std::int32_t points) {
        if (is_locked) {
            --left[person];
            return;
        }
        ++load[person];
        least[person] = std::min<std::int64_t>(least[person], points);
    }
    [[nodiscard]] bool is_free(Index person) const { return load[person] < left[person]; }
};

class Asking {
  public:
    Asking(engine::Snapshot const& snapshot, engine::Assignment const& assignment)
        : snapshot_(snapshot),
          assignment_(assignment),
          bans_(snapshot.bans.begin(), snapshot.bans.end()),
          mentors_(snapshot.mentors),
          mentees_(snapshot.mentees) {
        std::set<Couple> const locks(snapshot.locks.begin(), snapshot.locks.end());
        for (auto const& couple : assignment.couples) {
            auto const points = candidate_of(couple)->benefit;
            mentors_.hold(couple.mentor, locks.contains(couple), points);
            mentees_.hold(couple.mentee, locks.contains(couple), points);
        }
    }

    [[nodiscard]] Asked ask() const {
        Asked asked;
        auto const is_stable = snapshot_.objective == Objective::stable;
        for (Index i = 0; i < snapshot_.mentors.size(); ++i)
            asked.own.push_back(mentors_.left[i] <= 0 ? Asked::Own{} : is_stable ? own_bar(i) : own_price(i));
        for (Index j = 0; j < snapshot_.mentees.size(); ++j)
            asked.others.push_back(mentees_.left[j] <= 0 ? Asked::Other{} : is_stable ? bar(j) : price(j));
        asked.is_asked = [this, is_stable](Couple couple, std::int32_t points) {
            return (is_stable || is_worth_more(couple, points)) && !bans_.contains(couple) && !candidate_of(couple);
        };
        return asked;
    }

  private:
    // Whoever has a place takes anybody.
    [[nodiscard]] Asked::Own own_bar(Index i) const {
        return {Look::above, Look::all, 0, mentors_.is_free(i) ? kAnything : mentors_.least[i]};
    }
    [[nodiscard]] Asked::Other bar(Index j) const {
        if (mentees_.is_free(j)) return {Group::other, 0};
        return {Group::one, mentees_.least[j]};
    }

    // With most pairs first a couple counts one, then its points: it is a matter of points only where the first of both
    // prices together are one. With most benefit first points are the first, and equal ones may still be asked for.
    [[nodiscard]] Asked::Own own_price(Index i) const {
        auto const price = assignment_.mentor_prices[i];
        if (by_benefit()) return {Look::above, Look::none, price.first - 1, kAnything};
        if (price.first == 0) return {Look::all, Look::above, price.second, kAnything};
        if (price.first == 1) return {Look::above, Look::none, price.second, kAnything};
        return {};
    }
    [[nodiscard]] Asked::Other price(Index j) const {
        auto const price = assignment_.mentee_prices[j];
        if (by_benefit()) return {Group::one, price.first};
        if (price.first > 1) return {};
        return {price.first == 0 ? Group::one : Group::other, price.second};
    }
    [[nodiscard]] bool by_benefit() const { return snapshot_.priority == Priority::most_benefit; }

    [[nodiscard]] bool is_worth_more(Couple couple, std::int32_t points) const {
        return worth_of_couple(points, snapshot_.priority) >
               assignment_.mentor_prices[couple.mentor] + assignment_.mentee_prices[couple.mentee];
    }

    // The snapshot is in order.
    [[nodiscard]] std::optional<engine::Candidate> candidate_of(Couple couple) const {
        return snapshot_.candidates.with_cells([&](auto cells) -> std::optional<engine::Candidate> {
            auto const& rows = snapshot_.candidates;
            auto const first = rows.first_of(couple.mentor);
            auto const row = cells.subspan(first, rows.first_of(std::size_t{couple.mentor} + 1) - first);
            auto const at = std::partition_point(row.begin(), row.end(),
                                                 [&](auto const& cell) { return cell.mentee() < couple.mentee; });
            if (at == row.end() || at->mentee() != couple.mentee) return std::nullopt;
            return engine::candidate_of(couple.mentor, *at);
        });
    }

    engine::Snapshot const& snapshot_;
    engine::Assignment const& assignment_;
    std::set<Couple> bans_;
    Side mentors_;
    Side mentees_;
};

}  // namespace

Asked asked_by_mentors(engine::Snapshot const& snapshot, engine::Assignment const& assignment) {
    auto const asking = std::make_shared<Asking const>(snapshot, assignment);
    auto asked = asking->ask();
    // Keeps what it asks by alive.
    asked.is_asked = [asking, is_asked = std::move(asked.is_asked)](Couple couple, std::int32_t points) {
        return is_asked(couple, points);
    };
    return asked;
}

}  // namespace matching
