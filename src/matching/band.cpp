#include "matching/band.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "base/text.hpp"

namespace matching {

namespace {

constexpr std::size_t kMostOwnGroups = 10;
constexpr std::string_view kOwnPrefix = "of ";

using GroupSizes = std::map<std::string, std::int64_t>;

GroupSizes sizes_of(Counted const& counted) {
    GroupSizes people;
    for (auto const& between : counted.pairs)
        for (auto const& group : {between.mentor_group, between.mentee_group})
            if (group) people[*group] += between.pairs;
    for (auto const& alone : counted.alone)
        if (alone.group_name) people[*alone.group_name] += alone.people;
    return people;
}

// Levels are numbers, and one looks for the highest; names stand from A.
auto place_of(Division by, BandGroup const& group) {
    std::int32_t level = 0;
    auto const name = group.name.value_or("");
    if (by == Division::level) std::from_chars(name.data(), name.data() + name.size(), level);
    return std::tuple(group.kind, -level, base::fold(name), name);
}

class BandCount {
  public:
    BandCount(Division by, Counted const& counted) : by_(by), sizes_(sizes_of(counted)) {
        auto const own = own_groups(counted);
        own_.insert(own.begin(), own.end());
    }

    void add(PairsBetween const& between) {
        auto& from = group(Side::mentor, between.mentor_group);
        auto& to = group(Side::mentee, between.mentee_group);
        from.pairs += between.pairs;
        to.pairs += between.pairs;
        bands_[{from.key, to.key}] += between.pairs;
        pairs_ += between.pairs;
        if (between.mentor_group && between.mentee_group && between.mentor_group != between.mentee_group)
            across_ += between.pairs;
    }
    void add(PeopleAlone const& alone) { group(alone.side, alone.group_name).alone += alone.people; }

    [[nodiscard]] RunBands told() const {
        RunBands told{by_, pairs_, across_, {}, {}};
        for (auto const& [_, group] : groups_) told.groups.push_back(group);
        std::sort(told.groups.begin(), told.groups.end(), [&](BandGroup const& one, BandGroup const& other) {
            return std::tuple(one.side, place_of(by_, one)) < std::tuple(other.side, place_of(by_, other));
        });
        for (auto const& [keys, pairs] : bands_) told.bands.push_back({keys.first, keys.second, pairs});
        std::stable_sort(told.bands.begin(), told.bands.end(),
                         [](Band const& one, Band const& other) { return one.pairs > other.pairs; });
        return told;
    }

  private:
    [[nodiscard]] GroupKey key_of(std::optional<std::string> const& name) const {
        if (!name) return {GroupKind::unknown, {}};
        if (own_.contains(*name)) return {GroupKind::own, *name};
        return {GroupKind::rest, {}};
    }

    BandGroup& group(Side side, std::optional<std::string> const& name) {
        auto const key = key_of(name);
        auto const text = to_text(key);
        auto const [at, fresh] = groups_.try_emplace({side, text});
        if (!fresh) return at->second;
        auto& made = at->second;
        made.side = side;
        made.key = text;
        made.kind = key.kind;
        if (key.kind == GroupKind::own) made.name = name;
        if (key.kind == GroupKind::rest) made.groups = std::ssize(sizes_) - std::ssize(own_);
        if (key.kind == GroupKind::unknown) made.groups = 0;
        return made;
    }

    Division by_;
    GroupSizes sizes_;
    std::set<std::string> own_;
    std::map<std::pair<Side, std::string>, BandGroup> groups_;
    std::map<std::pair<std::string, std::string>, std::int64_t> bands_;
    std::int64_t pairs_ = 0;
    std::int64_t across_ = 0;
};

}  // namespace

std::vector<std::string> own_groups(Counted const& counted) {
    auto const sizes = sizes_of(counted);
    std::vector<std::pair<std::int64_t, std::string>> largest;
    for (auto const& [name, people] : sizes) largest.emplace_back(-people, name);
    std::sort(largest.begin(), largest.end());
    if (largest.size() > kMostOwnGroups + 1) largest.resize(kMostOwnGroups);
    std::vector<std::string> own;
    for (auto& [_, name] : largest) own.push_back(std::move(name));
    return own;
}

RunBands bands_of(Division by, Counted const& counted) {
    BandCount count(by, counted);
    for (auto const& between : counted.pairs) count.add(between);
    for (auto const& alone : counted.alone) count.add(alone);
    return count.told();
}

std::string to_text(GroupKey const& key) {
    switch (key.kind) {
        case GroupKind::rest:
            return "rest";
        case GroupKind::unknown:
            return "unknown";
        case GroupKind::own:
            break;
    }
    return std::string(kOwnPrefix) + key.name;
}

std::optional<GroupKey> parse_group_key(std::string_view text) {
    if (text == "rest") return GroupKey{GroupKind::rest, {}};
    if (text == "unknown") return GroupKey{GroupKind::unknown, {}};
    if (!text.starts_with(kOwnPrefix)) return std::nullopt;
    return GroupKey{GroupKind::own, std::string(text.substr(kOwnPrefix.size()))};
}

}  // namespace matching
