#include "matching/engine/sieve.hpp"

#include <algorithm>
#include <map>

namespace matching::engine {

namespace {

// into |= everybody but `set`
void unite_others(Word* into, Word const* everybody, Word const* set, std::size_t words) {
    for (std::size_t w = 0; w < words; ++w) into[w] |= everybody[w] & ~set[w];
}

BitRows everybody_in(Crowd const& crowd) {
    BitRows everybody(1, crowd.words());
    for (Index i = 0; i < crowd.people.size(); ++i) everybody.set(0, i);
    return everybody;
}

class PartnerSieve : public Sieve {
  public:
    explicit PartnerSieve(Crowd const& crowd) {
        for (Index i = 0; i < crowd.people.size(); ++i) {
            position_of_.emplace(crowd.people[i].person, i);
            for (auto const& partner : crowd.people[i].partners_now) with_[partner].push_back(i);
        }
    }
    void take_from(Profile const& looking, Sketch& sketch) const override {
        for (auto const& partner : looking.partners_now)
            if (auto const at = position_of_.find(partner); at != position_of_.end())
                sketch.take(Rule::already_partners, at->second);
        if (auto const found = with_.find(looking.person); found != with_.end())
            for (auto const person : found->second) sketch.take(Rule::already_partners, person);
    }

  private:
    std::map<base::IdBytes, Index> position_of_;
    std::map<base::IdBytes, std::vector<Index>> with_;  // who names somebody as a partner
};

class LevelSieve : public Sieve {
  public:
    explicit LevelSieve(Crowd const& crowd) : crowd_(crowd), everybody_(everybody_in(crowd)), known_(1, crowd.words()) {
        for (auto const& person : crowd.people)
            if (person.level) levels_.push_back(*person.level);
        std::sort(levels_.begin(), levels_.end());
        levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
        below_ = BitRows(levels_.size() + 1, crowd.words());
        for (Index i = 0; i < crowd.people.size(); ++i) {
            if (!crowd.people[i].level) continue;
            known_.set(0, i);
            for (auto row = count_below(*crowd.people[i].level) + 1; row <= levels_.size(); ++row) below_.set(row, i);
        }
    }
    void take_from(Profile const& looking, Sketch& sketch) const override {
        auto const words = sketch.words();
        auto* const unknown = sketch.taken_by(Rule::level_unknown);
        if (!looking.level) return crowd_.kernel.unite(unknown, everybody_.row(0), words);
        unite_others(unknown, everybody_.row(0), known_.row(0), words);
        auto const [least, most] = fitting(*looking.level);
        auto const* below = below_.row(count_below(least));
        auto const* up_to = below_.row(count_below(most + 1));
        auto* const taken = sketch.taken_by(Rule::level_gap);
        for (std::size_t w = 0; w < words; ++w) taken[w] |= known_.row(0)[w] & ~(up_to[w] & ~below[w]);
    }

  private:
    // How many of the levels there are lie below.
    [[nodiscard]] std::size_t count_below(std::int64_t level) const {
        return static_cast<std::size_t>(std::lower_bound(levels_.begin(), levels_.end(), level) - levels_.begin());
    }
    // The levels of those who fit; the gap is counted from the mentor up to the mentee.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> fitting(std::int64_t own) const {
        static constexpr std::int64_t kAnyLevel = std::int64_t{1} << 40;
        std::int64_t const least = crowd_.world.rules.gap_least ? *crowd_.world.rules.gap_least : -kAnyLevel;
        std::int64_t const most = crowd_.world.rules.gap_most ? *crowd_.world.rules.gap_most : kAnyLevel;
        if (crowd_.looking == Looking::mentor) return {own + least, own + most};
        return {own - most, own - least};
    }

    Crowd crowd_;
    BitRows everybody_;
    BitRows known_;
    std::vector<std::int64_t> levels_;  // those there are, the least first
    BitRows below_;                     // row k: whoever stands below levels_[k]; the last one: everybody known
};

// Departments or sites; 0 is unknown and neither the same nor another.
class GroupSieve : public Sieve {
  public:
    GroupSieve(Crowd const& crowd, Index Profile::*group, bool must_differ, Rule rule)
        : crowd_(crowd), everybody_(everybody_in(crowd)), group_(group), must_differ_(must_differ), rule_(rule) {
        for (auto const& person : crowd.people) row_of_.emplace(person.*group, row_of_.size());
        members_ = BitRows(row_of_.size(), crowd.words());
        for (Index i = 0; i < crowd.people.size(); ++i) members_.set(row_of_.at(crowd.people[i].*group), i);
    }
    void take_from(Profile const& looking, Sketch& sketch) const override {
        auto* const taken = sketch.taken_by(rule_);
        auto const* same = looking.*group_ == 0 ? nullptr : members_of(looking.*group_);
        if (looking.*group_ == 0 || (!must_differ_ && same == nullptr))
            return crowd_.kernel.unite(taken, everybody_.row(0), sketch.words());
        if (!must_differ_) return unite_others(taken, everybody_.row(0), same, sketch.words());
        for (auto const* set : {same, members_of(0)})
            if (set != nullptr) crowd_.kernel.unite(taken, set, sketch.words());
    }

  private:
    [[nodiscard]] Word const* members_of(Index group) const {
        auto const found = row_of_.find(group);
        return found == row_of_.end() ? nullptr : members_.row(found->second);
    }

    Crowd crowd_;
    BitRows everybody_;
    Index Profile::*group_;
    bool must_differ_;
    Rule rule_;
    std::map<Index, std::size_t> row_of_;
    BitRows members_;
};

class TimeSieve : public Sieve {
  public:
    explicit TimeSieve(Crowd const& crowd)
        : crowd_(crowd), known_(1, crowd.words()), free_at_(kWeekWords * kWordBits, crowd.words()) {
        for (Index i = 0; i < crowd.people.size(); ++i) {
            if (is_unknown(crowd.people[i].week)) continue;
            known_.set(0, i);
            for_each_half_hour(crowd.people[i].week, [&](std::size_t at) { free_at_.set(at, i); });
        }
    }
    void take_from(Profile const& looking, Sketch& sketch) const override {
        if (is_unknown(looking.week)) return;
        auto const words = sketch.words();
        std::vector<Word> once(words, 0);
        std::vector<Word> twice(words, 0);
        for_each_half_hour(looking.week, [&](std::size_t at) {
            crowd_.kernel.unite_twice(once.data(), twice.data(), free_at_.row(at), words);
        });
        unite_others(sketch.taken_by(Rule::no_common_time), known_.row(0), twice.data(), words);
    }

  private:
    static_assert(kLeastCommonHalfHours == 2, "once and twice is all that is counted here");

    template <class Visit>
    static void for_each_half_hour(Week const& week, Visit visit) {
        for (std::size_t at = 0; at < kWeekWords * kWordBits; ++at)
            if ((week[at / kWordBits] >> at % kWordBits & 1) != 0) visit(at);
    }

    Crowd crowd_;
    BitRows known_;
    BitRows free_at_;  // by half hour of the week
};

class LanguageSieve : public Sieve {
  public:
    explicit LanguageSieve(Crowd const& crowd)
        : crowd_(crowd), known_(1, crowd.words()), speaking_(kWordBits, crowd.words()) {
        for (Index i = 0; i < crowd.people.size(); ++i) {
            if (crowd.people[i].languages != 0) known_.set(0, i);
            for (std::size_t language = 0; language < kWordBits; ++language)
                if ((crowd.people[i].languages >> language & 1) != 0) speaking_.set(language, i);
        }
    }
    void take_from(Profile const& looking, Sketch& sketch) const override {
        if (looking.languages == 0) return;
        std::vector<Word> understood(sketch.words(), 0);
        for (std::size_t language = 0; language < kWordBits; ++language)
            if ((looking.languages >> language & 1) != 0)
                crowd_.kernel.unite(understood.data(), speaking_.row(language), sketch.words());
        unite_others(sketch.taken_by(Rule::no_common_language), known_.row(0), understood.data(), sketch.words());
    }

  private:
    Crowd crowd_;
    BitRows known_;
    BitRows speaking_;  // by language
};

// As if nobody had anything they will not discuss, like `Judge`.
class GainSieve : public Sieve {
  public:
    explicit GainSieve(Crowd const& crowd)
        : crowd_(crowd),
          everybody_(everybody_in(crowd)),
          bringing_(families_of(crowd), crowd.words()),
          wanting_(families_of(crowd), crowd.words()) {
        auto const& family_of = crowd.world.family_of;
        for (Index i = 0; i < crowd.people.size(); ++i) {
            for (auto const& offer : crowd.people[i].offers) bringing_.set(family_of[offer.topic], i);
            for (auto const& want : crowd.people[i].wants) wanting_.set(family_of[want.topic], i);
        }
    }
    void take_from(Profile const& looking, Sketch& sketch) const override {
        auto const is_mentor = crowd_.looking == Looking::mentor;
        take_without(bringing_, looking.wants, is_mentor ? Rule::nothing_for_mentor : Rule::nothing_for_mentee, sketch);
        take_without(wanting_, looking.offers, is_mentor ? Rule::nothing_for_mentee : Rule::nothing_for_mentor, sketch);
    }

  private:
    static std::size_t families_of(Crowd const& crowd) {
        auto const& families = crowd.world.family_of;
        return families.empty() ? 0 : std::size_t{*std::max_element(families.begin(), families.end())} + 1;
    }
    template <class Topics>
    void take_without(BitRows const& having, Topics const& topics, Rule rule, Sketch& sketch) const {
        std::vector<Word> found(sketch.words(), 0);
        for (auto const& each : topics)
            crowd_.kernel.unite(found.data(), having.row(crowd_.world.family_of[each.topic]), sketch.words());
        unite_others(sketch.taken_by(rule), everybody_.row(0), found.data(), sketch.words());
    }

    Crowd crowd_;
    BitRows everybody_;
    BitRows bringing_;  // by family
    BitRows wanting_;   // by family
};

}  // namespace

Word* Sketch::taken_by(Rule rule) {
    auto* const row = taken_.row(static_cast<std::size_t>(rule));
    if (!is_used(rule)) std::fill(row, row + words(), 0);
    used_ |= bit(rule);
    return row;
}

void Sketch::take(Rule rule, Index person) {
    taken_by(rule)[person / kWordBits] |= Word{1} << person % kWordBits;
}

std::vector<std::unique_ptr<Sieve>> make_sieves(Crowd const& crowd) {
    auto const& rules = crowd.world.rules;
    std::vector<std::unique_ptr<Sieve>> sieves;
    sieves.push_back(std::make_unique<PartnerSieve>(crowd));
    sieves.push_back(make_line_sieve(crowd));
    if (rules.gap_least || rules.gap_most) sieves.push_back(std::make_unique<LevelSieve>(crowd));
    if (rules.other_department)
        sieves.push_back(std::make_unique<GroupSieve>(crowd, &Profile::department, true, Rule::same_department));
    if (rules.site != SiteRule::any)
        sieves.push_back(
            std::make_unique<GroupSieve>(crowd, &Profile::site, rules.site == SiteRule::different, Rule::site));
    if (rules.common_time) sieves.push_back(std::make_unique<TimeSieve>(crowd));
    if (rules.common_language) sieves.push_back(std::make_unique<LanguageSieve>(crowd));
    if (rules.both_must_gain) sieves.push_back(std::make_unique<GainSieve>(crowd));
    return sieves;
}

}  // namespace matching::engine
