#include "statistics/publication.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace statistics {

namespace {

std::int64_t sum_of(std::vector<std::int64_t> const& people) {
    return std::accumulate(people.begin(), people.end(), std::int64_t{0});
}

bool was_shown(Question const& question, CountedSlice const& slice) {
    return question.shown_before && std::find(question.shown_before->begin(), question.shown_before->end(),
                                              slice.parts) != question.shown_before->end();
}

// Where the people of a group stand in what is published. None: there are none such.
struct Places {
    std::optional<std::size_t> stayed;
    std::optional<std::size_t> added;
    std::optional<std::size_t> removed;
};

Places place(Group const& group, bool is_later, Published& published) {
    auto const put = [&](std::vector<std::int64_t> const& counts) {
        published.groups.push_back(counts);
        return published.groups.size() - 1;
    };
    if (!is_later) return {put(group.answers), {}, {}};
    Places places;
    auto stayed = group.answers;
    for (std::size_t answer = 0; answer < stayed.size(); ++answer) stayed[answer] -= group.added[answer];
    if (sum_of(stayed) > 0) places.stayed = put(stayed);
    if (sum_of(group.added) > 0) places.added = put(group.added);
    if (sum_of(group.removed) > 0) places.removed = put(group.removed);
    return places;
}

void publish(GroupSet set, bool is_shown, Published& published) {
    if (!set.empty()) (is_shown ? published.shown : published.hidden).push_back(std::move(set));
}

}  // namespace

Published publication(Sliced const& sliced, Question const& question, Pattern const& shown) {
    Published published;
    published.least = std::max(question.least, kLeastAnswered);
    auto const is_later = question.shown_before.has_value();
    std::vector<Places> places;
    for (auto const& group : sliced.groups) places.push_back(place(group, is_later, published));
    for (std::size_t at = 0; at < sliced.slices.size(); ++at) {
        GroupSet now;
        GroupSet before;
        for (auto const group : sliced.slices[at].groups) {
            auto const& of = places[group];
            for (auto const& one : {of.stayed, of.added})
                if (one) now.push_back(*one);
            for (auto const& one : {of.stayed, of.removed})
                if (one) before.push_back(*one);
        }
        publish(std::move(now), shown[at], published);
        if (is_later) publish(std::move(before), was_shown(question, sliced.slices[at]), published);
    }
    return published;
}

bool changed_too_little(Sliced const& sliced, Question const& question, Pattern const& shown) {
    auto const too_few = [](std::int64_t people, std::int64_t least) { return people > 0 && people < least; };
    for (std::size_t at = 0; at < sliced.slices.size(); ++at) {
        auto const& slice = sliced.slices[at];
        if (!shown[at] || !was_shown(question, slice)) continue;
        std::int64_t added = 0;
        std::int64_t removed = 0;
        for (auto const group : slice.groups) {
            added += sum_of(sliced.groups[group].added);
            removed += sum_of(sliced.groups[group].removed);
        }
        if (too_few(added, slice.least) || too_few(removed, slice.least)) return true;
    }
    return false;
}

}  // namespace statistics
