#include "care/care_actions.hpp"

#include <array>
#include <map>
#include <set>

#include "access/hint.hpp"
#include "care/contact_room_actions.hpp"
#include "care/nudge_store.hpp"
#include "care/sign_store.hpp"
#include "meeting/holiday_store.hpp"
#include "notice/notice_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "platform/zone.hpp"
#include "programme/closing_actions.hpp"
#include "programme/setting_actions.hpp"

namespace care {
namespace {

constexpr std::int64_t kStretch = 2000;

NudgeStep step_of(Ladder const& ladder) {
    return ladder.step == Step::one ? NudgeStep::one : NudgeStep::both;
}

// One pair's night.
class Night {
  public:
    Night(db::Tx& tx, OrganisationId organisation, base::Instant now)
        : tx_(tx), organisation_(organisation), now_(now) {}

    void look_after(store::LivePair const& pair, store::Standing const& before) {
        auto const signs = signs_of(pair.history, thresholds_of(pair.programme_id), now_);
        store::save_signs(tx_, organisation_, pair.pairing_id, before.signs, signs, base::utc_day(now_));
        auto const ladder = climb(before.ladder, signs, has_date_ahead(pair.history, now_), now_);
        if (ladder == before.ladder) return;
        store::save_ladder(tx_, organisation_, pair.pairing_id, ladder);
        if (word_of(ladder) != word_of(before.ladder)) tell_of_word(pair, word_of(ladder));
        if (ladder && (!before.ladder || before.ladder->stepped_at != ladder->stepped_at)) plan(pair, *ladder);
    }

  private:
    Thresholds const& thresholds_of(ProgrammeId programme) {
        auto const known = thresholds_.find(programme);
        if (known != thresholds_.end()) return known->second;
        return thresholds_.emplace(programme, store::thresholds_of(tx_, organisation_, programme)).first->second;
    }
    void tell_of_word(store::LivePair const& pair, std::optional<pairing::Word> const& word) {
        pairing::store::save_word(tx_, organisation_, pair.pairing_id, word);
        access::hint(tx_, organisation_, "pairing", base::any(pair.pairing_id), {pair.mentor_id, pair.mentee_id});
    }
    void plan(store::LivePair const& pair, Ladder const& ladder) {
        for (auto side : helped_by(ladder))
            store::insert_nudge(tx_, organisation_,
                                {tx_.make_id<NudgeId>(), pair.pairing_id, pair.person(side), step_of(ladder),
                                 ladder.sign, ladder.amount, now_, std::nullopt});
    }

    db::Tx& tx_;
    OrganisationId organisation_;
    base::Instant now_;
    std::map<ProgrammeId, Thresholds> thresholds_;
};

}  // namespace

std::optional<PairingId> look_after_stretch(db::Tx& tx, OrganisationId organisation, PairingId after, std::int64_t most,
                                            base::Instant now) {
    auto const pairs = store::list_live_pairs(tx, organisation, after, most);
    if (pairs.empty()) return std::nullopt;
    auto const last = pairs.back().pairing_id;
    auto const standing = store::list_standing(tx, organisation, after, last);
    Night night(tx, organisation, now);
    for (auto const& pair : pairs) {
        auto const known = standing.find(pair.pairing_id);
        night.look_after(pair, known == standing.end() ? store::Standing{} : known->second);
    }
    return last;
}

void tidy_care(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    for (auto const& id : store::list_stranded_ladders(tx, organisation)) {
        store::save_ladder(tx, organisation, id, std::nullopt);
        pairing::store::save_word(tx, organisation, id, std::nullopt);
    }
    auto const ended_before = base::utc_day(now) - kKeptDays;
    store::remove_old_signs(tx, organisation, ended_before);
    store::remove_overtaken_nudges(tx, organisation, now - std::chrono::hours(24 * kAskedDays));
    store::remove_old_nudges(tx, organisation, ended_before);
    tidy_confidences(tx, organisation, base::utc_day(now));
}

base::Result<bool> look_after_pairs(jobs::Work& work) {
    auto const organisation = work.organisation<OrganisationId>();
    std::optional<PairingId> after = PairingId{};
    while (after) {
        TRY(last, work.write([&](db::Tx& tx) -> base::Result<std::optional<PairingId>> {
            return look_after_stretch(tx, organisation, *after, kStretch, work.now());
        }));
        after = last;
    }
    return work.write([&](db::Tx& tx) -> base::Result<bool> {
        tidy_care(tx, organisation, work.now());
        return true;
    });
}

void send_nudges(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    std::set<PersonId> told;
    auto const today = base::utc_day(now);
    // Their own day can be that before or after.
    auto const closed = meeting::store::closed_sites_of(tx, organisation, today - 1, today + 1);
    for (auto const& due : store::list_due_nudges(tx, organisation, now, now - kBetweenNudges)) {
        auto const& nudge = due.nudge;
        if (!closed.is_written_to(due.site, due.week.time_zone, now)) continue;
        if (!is_working_time(due.week, now) || !told.insert(nudge.person_id).second) continue;
        store::mark_sent(tx, organisation, nudge.id, now);
        auto const& kind = nudge.step == NudgeStep::asked ? notice::how_it_goes : notice::dates_fit;
        notice::tell(tx, organisation, nudge.person_id, kind, base::any(nudge.id), now);
    }
}

base::Result<Thresholds> change_thresholds(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                           Thresholds const& wanted, base::Instant now) {
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, programme));
    auto const current = store::thresholds_of(tx, viewer.organisation, programme);
    TRY_VOID(base::check_version("sign thresholds", wanted.version, current.version));
    TRY(thresholds, checked(wanted));
    if (thresholds == current) return current;
    auto const value = [](Thresholds const& of) { return std::array{value_of_thresholds(of)}; };
    TRY_VOID(programme::log_changes(tx, viewer, programme, value(current), value(thresholds), now));
    return apply_thresholds(tx, viewer, programme, thresholds, now);
}

programme::SettingValue value_of_thresholds(Thresholds thresholds) {
    thresholds.version = 0;
    return programme::value_of(meta::name_of(programme::LockableSetting::sign_thresholds), thresholds);
}

base::Result<Thresholds> apply_thresholds(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                          Thresholds const& wanted, base::Instant now) {
    TRY(thresholds, checked(wanted));
    thresholds.version = store::thresholds_of(tx, viewer.organisation, programme).version + 1;
    store::save_thresholds(tx, viewer.organisation, programme, thresholds);
    audit::record(tx, viewer, kThresholdsChanged, base::any(programme),
                  audit::Facts().number("version", thresholds.version), now);
    return thresholds;
}

base::Result<Asking> ask_how_it_goes(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, PairingId id,
                                     base::Instant now) {
    auto const organisation = viewer.organisation;
    auto const pairing = pairing::store::find_coordinated(tx, viewer, programme, id);
    if (!pairing || !pairing::seen_by_coordinator(*pairing, base::utc_day(now))) return pairing::pairing_not_found();
    auto const standing = pairing::seen_by_coordinator(*pairing, base::utc_day(now));
    if (standing->state != pairing::CoordinatorState::started) return pair_not_running();
    if (store::was_asked_after(tx, organisation, id, now - kBetweenNudges)) return asked_recently();
    for (auto side : {Side::mentor, Side::mentee})
        store::insert_nudge(
            tx, organisation,
            {tx.make_id<NudgeId>(), id, pairing->person(side), NudgeStep::asked, std::nullopt, 0, now, std::nullopt});
    audit::record(tx, viewer, kAskedHowItGoes, base::any(id), {}, now);
    return Asking{base::utc_day(now)};
}

void wish_for_help(db::Tx& tx, access::Viewer const& viewer, PairingId pairing, base::Instant now) {
    if (store::would_like_help(tx, viewer, pairing)) return;
    store::save_help_wish(tx, viewer, pairing, base::utc_day(now));
    audit::record_private(tx, viewer.organisation, kHelpWished, now);
}

void take_help_wish_back(db::Tx& tx, access::Viewer const& viewer, PairingId pairing, base::Instant now) {
    if (!store::remove_help_wish(tx, viewer.organisation, pairing, viewer.person.value())) return;
    audit::record_private(tx, viewer.organisation, kHelpWishRemoved, now);
}

void stop_nudges(db::Tx& tx, access::Viewer const& viewer, bool is_stopped, base::Instant now) {
    if (store::has_stopped_nudges(tx, viewer) == is_stopped) return;
    store::save_nudge_stop(tx, viewer, is_stopped);
    audit::record_private(tx, viewer.organisation, kNudgesStopped, now);
}

}  // namespace care
