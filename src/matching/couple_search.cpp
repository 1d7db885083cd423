#include "matching/couple_search.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <map>
#include <numeric>
#include <string>

#include "matching/engine/draw.hpp"
#include "matching/engine/in_parts.hpp"
#include "matching/spread.hpp"

namespace matching {

namespace {

using engine::Couple;
using engine::Index;
using engine::kWordBits;

std::vector<engine::Participant> const& people_of(engine::Snapshot const& snapshot, ListSide side) {
    return side == ListSide::mentor ? snapshot.mentors : snapshot.mentees;
}
ListSide other_than(ListSide side) {
    return side == ListSide::mentor ? ListSide::mentee : ListSide::mentor;
}

std::vector<Index> order_of(std::vector<engine::Participant> const& side, std::optional<std::uint64_t> seed) {
    if (seed) return engine::draw_order(side, *seed);
    std::vector<Index> rows(side.size());
    std::iota(rows.begin(), rows.end(), Index{0});
    return rows;
}

// Everything the rules read of one person.
std::string cells_read(std::vector<ReadRule> const& rules, ListSide side, Index row) {
    std::string key;
    auto const add = [&](auto number) { key.append(reinterpret_cast<char const*>(&number), sizeof number); };
    for (auto const& rule : rules) {
        auto const& reading = rule.of(side)[row];
        add(reading.is_known);
        add(reading.step.has_value());
        add(reading.step.value_or(0));
        add(reading.words.size());
        for (auto const word : reading.words) add(word);
    }
    return key;
}

template <class Visit>
void for_each_bit(std::vector<Word> const& row, Visit visit) {
    for (std::size_t w = 0; w < row.size(); ++w)
        for (auto bits = row[w]; bits != 0; bits &= bits - 1)
            visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(bits)));
}

// `count` of those in the row from the `first` on, round and round.
template <class Visit>
void for_some_bits(engine::SumKernel const& kernel, std::vector<Word> const& row, std::size_t first, std::size_t count,
                   Visit visit) {
    static constexpr std::size_t kBlock = 64;
    std::size_t w = 0;
    for (std::size_t width = kBlock; width > 0;) {
        auto const end = std::min(w + width, row.size());
        auto const here = kernel.count_in_both(row.data() + w, row.data() + w, end - w);
        if (here > first) {
            if (width == 1) break;
            width = 1;
            continue;
        }
        first -= here;
        w = end;
    }
    auto bits = row[w];
    for (; first > 0; --first) bits &= bits - 1;
    while (count > 0) {
        for (; bits != 0 && count > 0; bits &= bits - 1, --count)
            visit(w * kWordBits + static_cast<std::size_t>(std::countr_zero(bits)));
        w = w + 1 == row.size() ? 0 : w + 1;
        bits = row[w];
    }
}

}  // namespace

// A thread's own.
struct CoupleSearch::Scratch {
    SideView view;
    Counts counts;
    std::vector<Word> chosen;
    std::vector<Word> among;
    engine::Best best;
};

CoupleSearch::CoupleSearch(FileSnapshot const& made, ListSide looking, std::optional<std::uint64_t> seed,
                           engine::SumKernel const& kernel)
    : made_(made),
      looking_(looking),
      kernel_(kernel),
      size_(people_of(made.snapshot, looking).size()),
      order_(order_of(people_of(made.snapshot, other_than(looking)), seed)),
      others_(made.rules, other_than(looking), order_, kernel),
      kinds_(kinds_of(order_of(people_of(made.snapshot, looking), seed))) {
    find_themselves();
}

std::vector<CoupleSearch::Kind> CoupleSearch::kinds_of(std::vector<Index> const& own_order) const {
    std::unordered_map<std::string, std::size_t> kind_of;
    std::vector<Kind> kinds;
    for (Index drawn = 0; drawn < own_order.size(); ++drawn) {
        auto const found = kind_of.emplace(cells_read(made_.rules, looking_, own_order[drawn]), kinds.size());
        if (found.second) kinds.emplace_back();
        kinds[found.first->second].push_back({own_order[drawn], drawn});
    }
    return kinds;
}

void CoupleSearch::find_themselves() {
    std::map<base::IdBytes, Index> number_of;
    auto const& others = people_of(made_.snapshot, other_than(looking_));
    for (Index number = 0; number < order_.size(); ++number) number_of.emplace(others[order_[number]].identity, number);
    auto const& own = people_of(made_.snapshot, looking_);
    for (auto& kind : kinds_)
        for (auto& person : kind) {
            auto const found = number_of.find(own[person.row].identity);
            if (found == number_of.end()) continue;
            person.self = found->second;
            person.may_meet_self = judge_couple(made_.rules, couple_of(person.row, order_[found->second])).may_meet;
        }
}

std::optional<bool> CoupleSearch::are_at_most(std::size_t couples, Pace const& pace) const {
    std::atomic<std::size_t> found = 0;
    std::vector<SideView> views(std::max(1U, pace.threads));
    auto const is_done =
        engine::in_parts(kinds_.size(), pace.threads, pace.progress, [&](unsigned thread, std::size_t k) {
            if (found > couples) return;
            others_.look(kinds_[k].front().row, views[thread]);
            for (auto const& person : kinds_[k])
                found += static_cast<std::size_t>(views[thread].count_left()) - (person.may_meet_self ? 1 : 0);
        });
    if (!is_done) return std::nullopt;
    return found <= couples;
}

CoupleSearch::Counts CoupleSearch::list_all(Pace const& pace, std::vector<std::vector<Option>>& rows) const {
    rows.assign(size_, {});
    return look_at_all(pace, [&](Scratch& scratch, Kind const& kind) {
        auto const& view = scratch.view;
        std::vector<Option> all;
        all.reserve(static_cast<std::size_t>(view.count_left()));
        for_each_bit(view.left(), [&](std::size_t number) { all.push_back({order_[number], view.points_of(number)}); });
        for (auto const& person : kind) {
            auto& row = rows[person.row];
            row = all;
            if (person.may_meet_self)
                std::erase_if(row, [&](Option const& option) {
                    return option.other == order_[static_cast<std::size_t>(person.self)];
                });
        }
    });
}

CoupleSearch::Counts CoupleSearch::list_best(Pace const& pace, std::size_t most_each, BestOfSide& best) const {
    best = {most_each, std::vector<std::uint32_t>(size_), std::vector<Option>(size_ * most_each)};
    return look_at_all(pace, [&](Scratch& scratch, Kind const& kind) { list_best_of(scratch, kind, best); });
}

void CoupleSearch::list_best_of(Scratch& scratch, Kind const& kind, BestOfSide& best) const {
    auto const& left = scratch.view.left();
    auto is_chosen = false;
    for (std::size_t rank = 0; rank < kind.size(); ++rank) {
        if (!is_chosen || kind[rank].may_meet_self) {
            scratch.chosen.resize(left.size());
            scratch.among = left;
            if (kind[rank].may_meet_self) {
                auto const self = static_cast<std::size_t>(kind[rank].self);
                scratch.among[self / kWordBits] &= ~(Word{1} << self % kWordBits);
            }
            scratch.best = engine::find_best_sums(kernel_, scratch.view.slices(), left.size(), best.most_each,
                                                  scratch.chosen.data(), scratch.among.data());
            is_chosen = !kind[rank].may_meet_self;
        }
        put_best(scratch, kind, rank, best);
    }
}

void CoupleSearch::put_best(Scratch& scratch, Kind const& kind, std::size_t rank, BestOfSide& best) const {
    auto const row = kind[rank].row;
    auto* const list = best.options.data() + row * best.most_each;
    auto& count = best.count[row];
    for_each_bit(scratch.chosen, [&](std::size_t number) {
        list[count++] = {order_[number], scratch.view.points_of(number)};
    });
    auto const equals = scratch.best.among;
    if (equals == 0) return;
    std::optional<std::int32_t> points;  // of each of them
    Spread const spread{rank, kind.size(), kind.front().drawn, size_};
    for_some_bits(kernel_, scratch.among, spread.first_of(equals), best.most_each - count, [&](std::size_t number) {
        if (!points) points = scratch.view.points_of(number);
        list[count++] = {order_[number], *points};
    });
}

CoupleSearch::Counts CoupleSearch::look_at_all(Pace const& pace, Visit const& visit) const {
    std::vector<Scratch> scratches(std::max(1U, pace.threads));
    for (auto& scratch : scratches) scratch.counts.forbidden_by.resize(made_.rules.size());
    Counts counts;
    counts.could_meet.resize(size_);
    counts.is_done = engine::in_parts(kinds_.size(), pace.threads, pace.progress, [&](unsigned thread, std::size_t k) {
        auto& scratch = scratches[thread];
        auto const& kind = kinds_[k];
        others_.look(kind.front().row, scratch.view);
        for (auto const& person : kind)
            counts.could_meet[person.row] = scratch.view.count_left() - (person.may_meet_self ? 1 : 0);
        count_kind(kind, scratch.view, scratch.counts);
        others_.add_points(kind.front().row, scratch.view);
        visit(scratch, kind);
    });
    counts.forbidden_by.resize(made_.rules.size());
    for (auto const& scratch : scratches) {
        counts.same_person += scratch.counts.same_person;
        for (std::size_t r = 0; r < made_.rules.size(); ++r) counts.forbidden_by[r] += scratch.counts.forbidden_by[r];
    }
    return counts;
}

void CoupleSearch::count_kind(Kind const& kind, SideView const& view, Counts& counts) const {
    for (std::size_t r = 0; r < made_.rules.size(); ++r)
        counts.forbidden_by[r] += view.forbidden_by()[r] * std::ssize(kind);
    for (auto const& person : kind) {
        if (person.self < 0) continue;
        ++counts.same_person;
        auto const self = couple_of(person.row, order_[static_cast<std::size_t>(person.self)]);
        for (std::size_t r = 0; r < made_.rules.size(); ++r) {
            auto const& rule = made_.rules[r];
            if (outcome_of(rule, self.mentor, self.mentee).forbids(rule.rule)) --counts.forbidden_by[r];
        }
    }
}

}  // namespace matching
