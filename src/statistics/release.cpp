#include "statistics/release.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "statistics/attacker.hpp"
#include "statistics/publication.hpp"
#include "statistics/slices.hpp"

namespace statistics {

namespace {

// From where on a share is said in words: 95 and 5 of a hundred.
constexpr std::int64_t kOneIn = 20;

Share share_of(std::int64_t count, std::int64_t answered) {
    if (count * kOneIn >= answered * (kOneIn - 1)) return {Words::nearly_all, {}};
    if (count * kOneIn <= answered) return {Words::hardly_any, {}};
    return {Words::percent, (200 * count + answered) / (2 * answered)};
}

std::optional<double> mean_of(CountedSlice const& slice, std::vector<double> const& values) {
    if (values.size() != slice.answers.size() || are_nearly_all_the_same(slice.answers)) return std::nullopt;
    double sum = 0;
    for (std::size_t answer = 0; answer < values.size(); ++answer)
        sum += values[answer] * static_cast<double>(slice.answers[answer]);
    return std::round(sum / static_cast<double>(slice.answered) * 10) / 10;
}

Figures figures_of(CountedSlice const& slice, std::vector<double> const& values) {
    Figures figures;
    auto const is_exact = slice.answered >= kLeastExactlyCounted;
    figures.answered =
        is_exact ? Answered{slice.answered, slice.answered} : Answered{kLeastAnswered, kLeastExactlyCounted - 1};
    if (is_exact && slice.answered < slice.invited)
        figures.response_percent = (200 * slice.answered + slice.invited) / (2 * slice.invited);
    if (slice.answers.size() > 1)
        for (auto const count : slice.answers) figures.shares.push_back(share_of(count, slice.answered));
    figures.mean = mean_of(slice, values);
    return figures;
}

// Decides what is shown, and says of what is not why not.
class Releaser {
  public:
    explicit Releaser(Question const& question)
        : question_{question}, sliced_{slice(question)}, shown_(sliced_.slices.size(), true) {}

    Release run() {
        hide_parts(sliced_, shown_);
        if (!shown_.front())
            refuse(Hidden::too_few);
        else if (was_more_shown())
            refuse(Hidden::too_many);
        else if (changed_too_little(sliced_, question_, shown_))
            refuse(Hidden::changed_too_little);
        else
            withstand();
        return written();
    }

  private:
    void refuse(Hidden why) {
        shown_.assign(shown_.size(), false);
        refused_ = why;
    }

    // The earlier release had parts that are in none of these tables: it cannot be attacked together with this one.
    [[nodiscard]] bool was_more_shown() const {
        if (!question_.shown_before) return false;
        return std::any_of(question_.shown_before->begin(), question_.shown_before->end(), [&](Parts const& parts) {
            return std::none_of(sliced_.slices.begin(), sliced_.slices.end(),
                                [&](CountedSlice const& slice) { return slice.parts == parts; });
        });
    }

    [[nodiscard]] Learnt attacked(Pattern const& shown) const {
        return attack(publication(sliced_, question_, shown)).learnt;
    }

    void withstand() {
        for (;;) {
            auto const learnt = attacked(shown_);
            if (learnt == Learnt::nothing) return;
            if (learnt == Learnt::too_many) return refuse(Hidden::too_many);
            if (hide_more()) continue;
            return refuse(question_.shown_before ? Hidden::changed_too_little : Hidden::given_away);
        }
    }

    // The smallest part without which all of it stands, else the smallest of all. False: only everybody is left.
    bool hide_more() {
        auto const parts = shown_parts();
        for (auto const part : parts)
            if (auto const pattern = without(part); attacked(pattern) == Learnt::nothing) {
                shown_ = pattern;
                return true;
            }
        if (parts.empty()) return false;
        shown_ = without(parts.front());
        return true;
    }

    [[nodiscard]] Pattern without(std::size_t part) const {
        auto pattern = shown_;
        pattern[part] = false;
        hide_parts(sliced_, pattern);
        return pattern;
    }

    // The smallest first; of equals, those of later tables.
    [[nodiscard]] std::vector<std::size_t> shown_parts() const {
        std::vector<std::size_t> parts;
        for (std::size_t at = 1; at < shown_.size(); ++at)
            if (shown_[at]) parts.push_back(at);
        std::stable_sort(parts.begin(), parts.end(), [&](std::size_t a, std::size_t b) {
            auto const& one = sliced_.slices[a];
            auto const& other = sliced_.slices[b];
            return one.answered != other.answered ? one.answered < other.answered : one.table > other.table;
        });
        return parts;
    }

    [[nodiscard]] Release written() const {
        Release made;
        for (std::size_t at = 0; at < shown_.size(); ++at) {
            auto const& slice = sliced_.slices[at];
            if (shown_[at])
                made.slices.push_back({slice.parts, figures_of(slice, question_.values), {}});
            else
                made.slices.push_back({slice.parts, {}, refused_.value_or(Hidden::suppressed)});
        }
        return made;
    }

    Question const& question_;
    Sliced sliced_;
    Pattern shown_;
    std::optional<Hidden> refused_;
};

bool is_too_much(Release const& made) {
    return made.slices.front().hidden == Hidden::too_many;
}

}  // namespace

Slice const* Release::find(Parts const& parts) const {
    auto const at =
        std::find_if(slices.begin(), slices.end(), [&](Slice const& slice) { return slice.parts == parts; });
    return at == slices.end() ? nullptr : &*at;
}

std::vector<Parts> Release::shown() const {
    std::vector<Parts> parts;
    for (auto const& slice : slices)
        if (slice.figures) parts.push_back(slice.parts);
    return parts;
}

Release release(Question const& question) {
    auto fewer = question;
    fewer.tables = tables_of(question);
    auto made = Releaser{fewer}.run();
    while (is_too_much(made) && !fewer.tables.empty()) {
        fewer.tables.pop_back();
        made = Releaser{fewer}.run();
    }
    for (auto const& slice : slice(question).slices)
        if (made.find(slice.parts) == nullptr) made.slices.push_back({slice.parts, {}, Hidden::too_many});
    return made;
}

}  // namespace statistics
