#pragma once
// Which kind of newcomer would fill the most places (plan.hpp): for each topic that somebody waiting wants (or brings),
// with up to three topics they could be given in return, on each level and at each site that a rule asks for. Each kind
// is bounded by whom it could meet, and looked at only if it could be better than the best one so far.

#include "matching/engine/plan.hpp"

namespace matching::engine {

class NewcomerSearch {
  public:
    // `snapshot` has no shared places (divide_places). Both must outlive it.
    NewcomerSearch(World const& world, PlanWish const& wish, Snapshot const& snapshot, Joining joining);

    // The kind that gives most, which then is there; empty if none adds a pair.
    std::optional<PlanStep> take_best();

  private:
    struct Stand {
        std::optional<std::int32_t> level;
        Index department = 0;
        Index site = 0;
    };
    struct Bundle {
        std::optional<Topic> lead;   // what goes from the mentor to the mentee
        std::vector<Topic> returns;  // what comes back
        std::vector<Index> members;  // whoever waits and fits it
    };
    struct Kind {
        std::size_t bundle = 0;
        Stand stand;
        std::int64_t bound = 0;  // so many newcomers at most
    };
    struct Found {
        Kind kind;
        std::int64_t people = 0;
    };

    [[nodiscard]] std::vector<Bundle> bundles() const;
    void add_bundles_of(std::optional<Topic> lead, std::vector<Index> const& members, std::vector<Bundle>& all) const;
    [[nodiscard]] std::vector<Stand> first_stands() const;
    [[nodiscard]] std::vector<Kind> kinds(std::vector<Bundle> const& all) const;
    [[nodiscard]] std::optional<Found> find_best(std::vector<Bundle> const& all);
    void settle(Found& found, Bundle const& bundle);
    template <class Change>
    void settle_at(Found& found, Bundle const& bundle, std::vector<Index> const& places, Change change);
    [[nodiscard]] Newcomer widen(Bundle const& bundle, Stand const& stand, std::vector<Index> const& served) const;

    [[nodiscard]] Newcomer kind_of(Bundle const& bundle) const;
    [[nodiscard]] bool may_meet(Sheet const& newcomer, Index other) const;
    [[nodiscard]] Profile newcomer_at(Bundle const& bundle, Stand const& stand) const;
    [[nodiscard]] std::vector<Index> met_by(Bundle const& bundle, Stand const& stand) const;
    [[nodiscard]] bool can_serve(Bundle const& bundle, Stand const& stand, std::vector<Index> const& people) const;
    [[nodiscard]] std::vector<DepartmentCount> departments_of(std::vector<Index> const& people) const;
    [[nodiscard]] std::vector<Profile> const& others() const;

    World world_;  // with one more place in the tree, in nobody's line
    std::vector<bool> const& may_count_;
    Joining joining_;
    std::int32_t places_;
    std::vector<std::int32_t> other_places_;
    Judge judge_;
    std::vector<Sheet> other_sheets_;
    Growth growth_;
    std::vector<bool> waits_;
    std::vector<std::int32_t> levels_;
    std::vector<Index> departments_;  // known ones
    std::vector<Index> sites_;
    Index other_department_ = 1;  // one that nobody is in
    Index other_site_ = 1;
};

}  // namespace matching::engine
