#include "matching/couple_search.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <limits>
#include <map>
#include <numeric>
#include <string>

#include "matching/engine/draw.hpp"
#include "matching/engine/in_parts.hpp"
#include "matching/spread.hpp"

namespace matching {

namespace {

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
    using Known = std::pair<base::IdBytes, Index>;
    std::vector<Known> number_of;
    number_of.reserve(order_.size());
    auto const& others = people_of(made_.snapshot, other_than(looking_));
    for (Index number = 0; number < order_.size(); ++number)
        number_of.emplace_back(others[order_[number]].identity, number);
    std::sort(number_of.begin(), number_of.end());
    auto const& own = people_of(made_.snapshot, looking_);
    for (auto& kind : kinds_)
        for (auto& person : kind) {
            auto const& identity = own[person.row].identity;
            auto const found = std::lower_bound(number_of.begin(), number_of.end(), Known{identity, 0});
            if (found == number_of.end() || found->first != identity) continue;
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
    put_in_order(kind, best);
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

void CoupleSearch::put_in_order(Kind const& kind, BestOfSide& best) const {
    for (auto const& person : kind) {
        auto* const list = best.options.data() + person.row * best.most_each;
        std::sort(list, list + best.count[person.row],
                  [](Option const& a, Option const& b) { return a.other < b.other; });
    }
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

// A thread's own look at what an answer asks for.
class CoupleSearch::Asking {
  public:
    Asking(CoupleSearch const& search, Asked const& asked, std::size_t most_each)
        : search_(search), asked_(asked), most_each_(most_each), words_(search.others_.words()) {
        one_.resize(words_);
        other_.resize(words_);
        for (Index number = 0; number < search.order_.size(); ++number) {
            auto const& each = asked.others[search.order_[number]];
            if (each.group == Asked::Group::nobody) continue;
            auto& set = each.group == Asked::Group::one ? one_ : other_;
            set[number / kWordBits] |= Word{1} << number % kWordBits;
            lowest_ = std::min(lowest_, each.figure);
        }
    }

    SideView view;

    // After the points were added.
    void look(Person const& person, std::vector<Option>& row) {
        auto const& own = asked_.own[person.row];
        // As with the best of each (spread.hpp): were it the same for everybody, all would ask for the same few.
        begin_ = std::uint64_t{person.drawn} * search_.order_.size() / search_.size_;
        found_.clear();
        look_at(one_, own.one, own, person);
        look_at(other_, own.other, own, person);
        auto const most = std::min(most_each_, found_.size());
        std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(most), found_.end(),
                          [](Found const& a, Found const& b) {
                              return std::pair(-a.excess, a.behind) < std::pair(-b.excess, b.behind);
                          });
        found_.resize(most);
        for (auto const& each : found_) row.push_back({search_.order_[each.number], each.points});
    }
    [[nodiscard]] bool asks(Kind const& kind) const {
        return std::any_of(kind.begin(), kind.end(), [&](Person const& person) {
            auto const& own = asked_.own[person.row];
            return own.one != Asked::Look::none || own.other != Asked::Look::none;
        });
    }

  private:
    struct Found {
        std::size_t number = 0;
        std::int32_t points = 0;
        std::int64_t excess = 0;
        std::size_t behind = 0;  // where this one begins
    };

    static std::int64_t floor_of(std::int64_t figure, std::int64_t step) {
        return figure >= 0 ? figure / step : -((-figure + step - 1) / step);
    }

    void look_at(std::vector<Word> const& group, Asked::Look look, Asked::Own const& own, Person const& person) {
        if (look == Asked::Look::none || lowest_ == std::numeric_limits<std::int64_t>::max()) return;
        among_.resize(words_);
        for (std::size_t w = 0; w < words_; ++w) among_[w] = view.left()[w] & group[w];
        if (person.self >= 0) {
            auto const self = static_cast<std::size_t>(person.self);
            among_[self / kWordBits] &= ~(Word{1} << self % kWordBits);
        }
        auto const step = static_cast<std::int64_t>(view.step());
        if (own.least != std::numeric_limits<std::int64_t>::min())
            stay_above({}, floor_of(own.least - view.least(), step));
        if (look == Asked::Look::above) {
            stay_above(bars(view.step()), floor_of(own.figure + lowest_ - view.least(), step));
            return find_among(look, own, person);
        }
        auto all = among_;
        auto const before = found_.size();
        keep_the_best();
        find_among(look, own, person);
        if (found_.size() > before) return;
        among_ = std::move(all);
        find_among(look, own, person);
    }
    void find_among(Asked::Look look, Asked::Own const& own, Person const& person) {
        for_each_bit(among_, [&](std::size_t number) { find(number, look, own, person); });
    }

    // Never too few: what lies within a step is looked at once more.
    void stay_above(std::span<Word const> bars, std::int64_t more) {
        auto const most = (std::uint64_t{1} << view.slices().size() / words_) - 1;
        if (more >= 0 && static_cast<std::uint64_t>(more) >= most) return std::fill(among_.begin(), among_.end(), 0);
        search_.kernel_.stay_above({view.slices(), bars, static_cast<std::uint64_t>(std::max<std::int64_t>(0, -more)),
                                    static_cast<std::uint64_t>(std::max<std::int64_t>(0, more))},
                                   words_, among_.data());
    }

    // Of those who are all asked for, some are enough.
    void keep_the_best() {
        chosen_.resize(words_);
        auto const best =
            engine::find_best_sums(search_.kernel_, view.slices(), words_, most_each_, chosen_.data(), among_.data());
        if (best.among > 0) {
            std::size_t wanted = most_each_ - best.chosen;
            for_some_bits(search_.kernel_, among_, 0, wanted,
                          [&](std::size_t number) { chosen_[number / kWordBits] |= Word{1} << number % kWordBits; });
        }
        std::swap(chosen_, among_);
    }

    void find(std::size_t number, Asked::Look look, Asked::Own const& own, Person const& person) {
        auto const other = search_.order_[number];
        auto const points = view.points_of(number);
        if (!asked_.is_asked(search_.couple_of(person.row, other), points)) return;
        auto const bar = look == Asked::Look::above ? own.figure + asked_.others[other].figure : own.figure;
        auto const people = search_.order_.size();
        found_.push_back({number, points, points - bar, number < begin_ ? number + people - begin_ : number - begin_});
    }

    // The others' figures above the lowest, in steps.
    std::vector<Word> const& bars(std::uint32_t step) {
        static constexpr std::size_t kMostSteps = 64;
        if (auto const found = bars_.find(step); found != bars_.end()) return found->second;
        if (bars_.size() == kMostSteps) bars_.clear();
        auto& rows = bars_[step];
        for (Index number = 0; number < search_.order_.size(); ++number) {
            auto const& each = asked_.others[search_.order_[number]];
            if (each.group == Asked::Group::nobody) continue;
            auto figure = static_cast<std::uint64_t>(each.figure - lowest_) / step;
            for (std::size_t k = 0; figure != 0; ++k, figure >>= 1U) {
                if (rows.size() <= k * words_) rows.resize((k + 1) * words_);
                if ((figure & 1U) != 0) rows[k * words_ + number / kWordBits] |= Word{1} << number % kWordBits;
            }
        }
        return rows;
    }

    CoupleSearch const& search_;
    Asked const& asked_;
    std::size_t most_each_;
    std::size_t words_;
    std::vector<Word> one_;  // by group
    std::vector<Word> other_;
    std::int64_t lowest_ = std::numeric_limits<std::int64_t>::max();
    std::size_t begin_ = 0;
    std::map<std::uint32_t, std::vector<Word>> bars_;
    std::vector<Word> among_;
    std::vector<Word> chosen_;
    std::vector<Found> found_;
};

bool CoupleSearch::list_asked(Pace const& pace, Asked const& asked, std::size_t most_each,
                              std::vector<std::vector<Option>>& rows) const {
    rows.assign(size_, {});
    std::vector<std::optional<Asking>> looks(std::max(1U, pace.threads));
    for (auto& look : looks) look.emplace(*this, asked, most_each);
    return engine::in_parts(kinds_.size(), pace.threads, pace.progress, [&](unsigned thread, std::size_t k) {
        auto& look = *looks[thread];
        if (!look.asks(kinds_[k])) return;
        auto const from = kinds_[k].front().row;
        others_.look(from, look.view);
        others_.add_points(from, look.view);
        for (auto const& person : kinds_[k]) look.look(person, rows[person.row]);
    });
}

}  // namespace matching
