#include "pairing/line_check_actions.hpp"

#include <optional>

#include "matching/tree_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/line_check_store.hpp"
#include "pairing/pairing_actions.hpp"

namespace pairing {
namespace {

// One tree a programme: which tops are opened differs between them.
class LineWatch {
  public:
    LineWatch(db::Tx& tx, access::OrganisationId organisation) : tx_(tx), organisation_(organisation) {}

    bool stand_in_one_line(Pairing const& pairing) {
        if (!tree_ || programme_ != pairing.programme_id) {
            auto loaded = matching::store::load_tree(tx_, organisation_, pairing.programme_id);
            tree_.emplace(std::move(loaded.places));
            position_ = std::move(loaded.position);
            programme_ = pairing.programme_id;
        }
        return tree_->flaw_between(position_.at(pairing.mentor_id), position_.at(pairing.mentee_id)) !=
               matching::engine::LineFlaw::none;
    }

  private:
    db::Tx& tx_;
    access::OrganisationId organisation_;
    ProgrammeId programme_;
    std::optional<matching::engine::ReportingTree> tree_;
    std::map<PersonId, matching::engine::Index> position_;
};

// One of the two may have stopped today, which a coordinator learns tomorrow.
std::optional<Pairing> as_coordinator_sees(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                           PairingId id, base::Instant now) {
    auto pairing = store::find_coordinated(tx, viewer, programme, id);
    if (!pairing || !seen_by_coordinator(*pairing, base::utc_day(now))) return std::nullopt;
    if (pairing->closed_on == base::utc_day(now)) {
        pairing->closed_on.reset();
        pairing->ending.reset();
    }
    return pairing;
}

void ask_all_three(db::Tx& tx, access::OrganisationId organisation, Pairing const& pairing, base::Instant now) {
    auto asked = store::list_coordinators(tx, organisation, pairing);
    asked.push_back(pairing.mentor_id);
    asked.push_back(pairing.mentee_id);
    for (auto const& person : asked)
        notice::tell(tx, organisation, person, notice::lines_met, base::any(pairing.id), now);
}

// One event a write: the last of the three settles it in the open.
base::Result<Pairing> save_voice(db::Tx& tx, access::Viewer const& viewer, Pairing const& before, Voice voice,
                                 base::Instant now) {
    TRY(after, go_on_knowingly(before, voice));
    if (goes_on(before, voice)) return after;
    store::save_voices(tx, viewer.organisation, after);
    if (is_settled(after))
        audit::record(tx, access::house(viewer.organisation), kLinesSettled, base::any(after.id), {}, now);
    else
        audit::record_private(tx, viewer.organisation, kWentOnKnowingly, now);
    return after;
}

}  // namespace

void recheck_lines(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    LineWatch watch(tx, organisation);
    for (auto const& pairing : store::list_started(tx, organisation, base::utc_day(now))) {
        auto const meet = watch.stand_in_one_line(pairing);
        if (meet == pairing.lines_met_on.has_value()) continue;
        if (meet) {
            store::insert_line_check(tx, organisation, pairing.id, base::utc_day(now));
            ask_all_three(tx, organisation, pairing, now);
        } else {
            store::delete_line_check(tx, organisation, pairing.id);
        }
        audit::record(tx, access::house(organisation), meet ? kLinesMet : kLinesParted, base::any(pairing.id), {}, now);
    }
}

base::Result<Pairing> go_on_as_one_of_two(db::Tx& tx, access::Viewer const& viewer, PairingId id, base::Instant now) {
    auto const pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    return save_voice(tx, viewer, *pairing, voice_of(*pairing->side_of(*viewer.person)), now);
}

base::Result<Pairing> go_on_as_coordinator(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                           PairingId id, base::Instant now) {
    auto const pairing = as_coordinator_sees(tx, viewer, programme, id, now);
    if (!pairing) return pairing_not_found();
    return save_voice(tx, viewer, *pairing, Voice::coordinator, now);
}

base::Result<Pairing> end_as_coordinator(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, PairingId id,
                                         base::Instant now) {
    auto const pairing = as_coordinator_sees(tx, viewer, programme, id, now);
    if (!pairing) return pairing_not_found();
    TRY(ended, end_for_line(*pairing, base::utc_day(now)));
    if (!store::find(tx, viewer.organisation, id)->closed_on) store::insert_closure(tx, viewer.organisation, ended);
    audit::record_private(tx, viewer.organisation, kPairingClosed, now);
    return ended;
}

}  // namespace pairing
