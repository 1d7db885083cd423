#include "matching/engine/newcomer_search.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace matching::engine {

namespace {

constexpr std::size_t kMostReturns = 3;  // as many as anybody may name
constexpr std::size_t kMostTries = 64;   // kinds that are looked at for one step

World with_a_free_place(World world) {
    world.tree.emplace_back();
    return world;
}

// Who has an identity of all ones is nobody.
base::IdBytes nobody_yet() {
    base::IdBytes identity;
    identity.fill(0xFF);
    return identity;
}

}  // namespace

Profile profile_of(Newcomer const& kind, base::IdBytes const& person, std::optional<std::int32_t> level,
                   Index department, Index site, Index place, std::int32_t places) {
    Profile profile;
    profile.person = person;
    profile.free_places = places;
    profile.level = level;
    profile.department = department;
    profile.site = site;
    profile.place = place;
    for (auto const topic : kind.brings) profile.offers.push_back({topic});
    for (auto const topic : kind.wants) profile.wants.push_back({topic});
    return profile;
}

NewcomerSearch::NewcomerSearch(World const& world, PlanWish const& wish, Snapshot const& snapshot, Joining joining)
    : world_(with_a_free_place(world)),
      may_count_(wish.may_count),
      joining_(joining),
      places_(joining == Joining::mentors ? wish.mentor_places : wish.mentee_places),
      judge_(world_),
      other_sheets_(judge_.sheets().make(others())),
      growth_(snapshot, joining, places_) {
    for (auto const& other : joining == Joining::mentors ? snapshot.mentees : snapshot.mentors)
        other_places_.push_back(other.capacity);
    std::set<std::int32_t> levels;
    std::set<Index> departments;
    std::set<Index> sites;
    for (auto const* side : {&world_.mentors, &world_.mentees})
        for (auto const& profile : *side) {
            if (profile.level) levels.insert(*profile.level);
            if (profile.department != 0) departments.insert(profile.department);
            if (profile.site != 0) sites.insert(profile.site);
        }
    levels_.assign(levels.begin(), levels.end());
    departments_.assign(departments.begin(), departments.end());
    sites_.assign(sites.begin(), sites.end());
    if (!departments_.empty()) other_department_ = departments_.back() + 1;
    if (!sites_.empty()) other_site_ = sites_.back() + 1;
}

std::vector<Profile> const& NewcomerSearch::others() const {
    return joining_ == Joining::mentors ? world_.mentees : world_.mentors;
}

std::optional<PlanStep> NewcomerSearch::take_best() {
    waits_ = growth_.waiting();
    auto const all = bundles();
    auto found = find_best(all);
    if (!found) return std::nullopt;
    auto const& bundle = all[found->kind.bundle];
    settle(*found, bundle);
    auto const meets = met_by(bundle, found->kind.stand);
    std::vector<Index> served;
    growth_.most_filled(meets, found->people, &served);
    std::sort(served.begin(), served.end());
    served.erase(std::unique(served.begin(), served.end()), served.end());
    PlanStep step;
    step.kind = widen(bundle, found->kind.stand, served);
    step.people = found->people;
    step.could_meet = std::ssize(meets);
    step.whom = departments_of(meets);
    // Whoever of this kind comes could meet all of these, wherever they stand, so no later step asks for more.
    growth_.welcome(served, found->people);
    step.pairs = growth_.pairs();
    return step;
}

std::vector<NewcomerSearch::Bundle> NewcomerSearch::bundles() const {
    std::map<Topic, std::vector<Index>> by_lead;
    std::vector<Index> everybody;
    for (Index i = 0; i < waits_.size(); ++i) {
        if (!waits_[i]) continue;
        everybody.push_back(i);
        std::set<Topic> leads;
        if (joining_ == Joining::mentors)
            for (auto const& want : others()[i].wants) leads.insert(want.topic);
        else
            for (auto const& offer : others()[i].offers) leads.insert(offer.topic);
        for (auto const topic : leads)
            if (may_count_[topic]) by_lead[topic].push_back(i);
    }
    std::vector<Bundle> all;
    if (!world_.rules.both_must_gain) return {{std::nullopt, {}, everybody}};
    for (auto const& [lead, members] : by_lead) add_bundles_of(lead, members, all);
    return all;
}

// The topic in return that fits most of them, then with the one that fits most of the others, and so on.
void NewcomerSearch::add_bundles_of(std::optional<Topic> lead, std::vector<Index> const& members,
                                    std::vector<Bundle>& all) const {
    std::map<Topic, std::set<Index>> by_return;
    for (auto const member : members) {
        if (joining_ == Joining::mentors) {
            for (auto const& offer : others()[member].offers)
                if (may_count_[offer.topic]) by_return[offer.topic].insert(member);
        } else {
            for (auto const& want : others()[member].wants)
                if (may_count_[want.topic]) by_return[want.topic].insert(member);
        }
    }
    Bundle bundle{lead, {}, {}};
    std::set<Index> fitted;
    while (bundle.returns.size() < kMostReturns) {
        auto const fits_more = [](auto const& a, auto const& b) { return a.second.size() < b.second.size(); };
        auto const most = std::max_element(by_return.begin(), by_return.end(), fits_more);
        if (most == by_return.end() || most->second.empty()) return;
        bundle.returns.push_back(most->first);
        auto const added = most->second;
        fitted.insert(added.begin(), added.end());
        for (auto& [topic, fitting] : by_return)
            for (auto const member : added) fitting.erase(member);
        bundle.members.assign(fitted.begin(), fitted.end());
        all.push_back(bundle);
    }
}

// On every level; in a department where nobody is, because that forbids least.
std::vector<NewcomerSearch::Stand> NewcomerSearch::first_stands() const {
    auto const& rules = world_.rules;
    std::vector<std::optional<std::int32_t>> levels{std::nullopt};
    if (rules.gap_least || rules.gap_most) levels.assign(levels_.begin(), levels_.end());
    std::vector<Index> sites{rules.site == SiteRule::different ? other_site_ : 0};
    if (rules.site == SiteRule::same) sites = sites_;
    std::vector<Stand> stands;
    for (auto const& level : levels)
        for (auto const site : sites) stands.push_back({level, rules.other_department ? other_department_ : 0, site});
    return stands;
}

std::vector<NewcomerSearch::Kind> NewcomerSearch::kinds(std::vector<Bundle> const& all) const {
    std::vector<Kind> found;
    auto const stands = first_stands();
    for (std::size_t b = 0; b < all.size(); ++b)
        for (auto const& stand : stands) {
            std::int64_t room = 0;
            for (auto const other : met_by(all[b], stand)) room += other_places_[other];
            room = std::min(room, growth_.empty_places());
            if (room >= places_) found.push_back({b, stand, room / places_});
        }
    std::stable_sort(found.begin(), found.end(), [&](Kind const& x, Kind const& y) {
        if (x.bound != y.bound) return x.bound > y.bound;
        return all[x.bundle].returns.size() < all[y.bundle].returns.size();
    });
    return found;
}

// The most people; of equals the one who has to want (or bring) the fewest topics.
std::optional<NewcomerSearch::Found> NewcomerSearch::find_best(std::vector<Bundle> const& all) {
    std::optional<Found> best;
    std::size_t tries = 0;
    auto const topics = [&](Kind const& kind) { return all[kind.bundle].returns.size(); };
    for (auto const& kind : kinds(all)) {
        if (best && kind.bound < best->people) break;
        if (best && kind.bound == best->people && topics(kind) >= topics(best->kind)) continue;
        if (++tries > kMostTries) break;
        auto const people = growth_.most_filled(met_by(all[kind.bundle], kind.stand), kind.bound);
        if (people == 0 || (best && people < best->people)) continue;
        if (best && people == best->people && topics(kind) >= topics(best->kind)) continue;
        best = Found{kind, people};
    }
    return best;
}

// In a department and at a site that there is, where that is possible at all: the one from which most could be served.
void NewcomerSearch::settle(Found& found, Bundle const& bundle) {
    if (world_.rules.other_department)
        settle_at(found, bundle, departments_, [](Stand& stand, Index place) { stand.department = place; });
    if (world_.rules.site == SiteRule::different)
        settle_at(found, bundle, sites_, [](Stand& stand, Index place) { stand.site = place; });
}

template <class Change>
void NewcomerSearch::settle_at(Found& found, Bundle const& bundle, std::vector<Index> const& places, Change change) {
    std::optional<Found> best;
    for (auto const place : places) {
        auto here = found;
        change(here.kind.stand, place);
        here.people = growth_.most_filled(met_by(bundle, here.kind.stand), found.people);
        if (here.people > 0 && (!best || here.people > best->people)) best = here;
        if (best && best->people == found.people) break;
    }
    if (best) found = *best;
}

// Wherever they stand of what the kind then allows, they could meet everybody who is served.
Newcomer NewcomerSearch::widen(Bundle const& bundle, Stand const& stand, std::vector<Index> const& served) const {
    auto kind = kind_of(bundle);
    auto const& rules = world_.rules;
    std::vector<Index> departments{stand.department};
    std::vector<Index> sites{stand.site};
    if (rules.other_department) {
        departments = {other_department_};
        for (auto const department : departments_)
            if (can_serve(bundle, {stand.level, department, stand.site}, served))
                departments.push_back(department);
            else
                kind.not_departments.push_back(department);
    }
    if (rules.site == SiteRule::different) {
        sites = {other_site_};
        for (auto const site : sites_) {
            auto const serves = [&](Index department) {
                return can_serve(bundle, {stand.level, department, site}, served);
            };
            if (std::all_of(departments.begin(), departments.end(), serves))
                sites.push_back(site);
            else
                kind.not_sites.push_back(site);
        }
    }
    if (rules.site == SiteRule::same) kind.site = stand.site;
    if (!stand.level) return kind;
    auto const serves_on = [&](std::int32_t level) {
        for (auto const department : departments)
            for (auto const site : sites)
                if (!can_serve(bundle, {level, department, site}, served)) return false;
        return true;
    };
    kind.level_least = kind.level_most = stand.level;
    while (*kind.level_least > levels_.front() && serves_on(*kind.level_least - 1)) --*kind.level_least;
    while (*kind.level_most < levels_.back() && serves_on(*kind.level_most + 1)) ++*kind.level_most;
    return kind;
}

Newcomer NewcomerSearch::kind_of(Bundle const& bundle) const {
    Newcomer kind;
    kind.joining = joining_;
    std::vector<Topic> lead;
    if (bundle.lead) lead.push_back(*bundle.lead);
    kind.brings = joining_ == Joining::mentors ? lead : bundle.returns;
    kind.wants = joining_ == Joining::mentors ? bundle.returns : lead;
    return kind;
}

Profile NewcomerSearch::newcomer_at(Bundle const& bundle, Stand const& stand) const {
    return profile_of(kind_of(bundle), nobody_yet(), stand.level, stand.department, stand.site,
                      static_cast<Index>(world_.tree.size() - 1), places_);
}

bool NewcomerSearch::may_meet(Sheet const& newcomer, Index other) const {
    auto const& theirs = other_sheets_[other];
    Benefit benefit;
    return (joining_ == Joining::mentors ? judge_.judge(newcomer, theirs, benefit)
                                         : judge_.judge(theirs, newcomer, benefit)) == 0;
}

std::vector<Index> NewcomerSearch::met_by(Bundle const& bundle, Stand const& stand) const {
    auto const newcomer = newcomer_at(bundle, stand);
    auto const sheet = judge_.sheets().make(newcomer);
    std::vector<Index> met;
    for (auto const member : bundle.members)
        if (may_meet(sheet, member)) met.push_back(member);
    return met;
}

bool NewcomerSearch::can_serve(Bundle const& bundle, Stand const& stand, std::vector<Index> const& people) const {
    auto const newcomer = newcomer_at(bundle, stand);
    auto const sheet = judge_.sheets().make(newcomer);
    return std::all_of(people.begin(), people.end(), [&](Index other) { return may_meet(sheet, other); });
}

std::vector<DepartmentCount> NewcomerSearch::departments_of(std::vector<Index> const& people) const {
    std::map<Index, std::int64_t> counts;
    for (auto const person : people)
        if (auto const department = others()[person].department; department != 0) ++counts[department];
    std::vector<DepartmentCount> whom;
    for (auto const& [department, number] : counts) whom.push_back({department, number});
    std::stable_sort(whom.begin(), whom.end(), [](auto const& a, auto const& b) { return a.people > b.people; });
    return whom;
}

}  // namespace matching::engine
