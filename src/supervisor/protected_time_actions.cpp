#include "supervisor/protected_time_actions.hpp"

#include "base/text.hpp"
#include "base/version.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "person/person_actions.hpp"
#include "programme/closing_actions.hpp"
#include "supervisor/protected_time_store.hpp"

namespace supervisor {
namespace {

constexpr std::string_view kNoun = "protected time";

base::Result<ProtectedTime> load_mine(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    auto time = store::find_mine(tx, viewer, programme);
    if (!time) return kSupervisorLink.not_found();
    return *time;
}

// What was told stays its owner's to change, whatever they have left since.
base::Result<bool> check_may_ask(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme) {
    auto const standing = store::find_standing(tx, viewer, programme);
    if (!standing) return base::not_found("programme");
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, programme));
    if (!standing->takes_part) return not_taking_part();
    return true;
}

base::Result<Wanted> wanted_of(db::Tx& tx, access::Viewer const& viewer, ProtectedTimeInput const& input) {
    if (input.supervisor_name) return Wanted{std::nullopt, *input.supervisor_name, input.hours_a_month, input.until_on};
    auto const manager = store::find_manager(tx, viewer.organisation, viewer.person.value());
    if (!manager) return no_manager();
    return Wanted{manager->id, manager->name, input.hours_a_month, input.until_on};
}

void record(db::Tx& tx, OrganisationId organisation, audit::Kind const& kind, ProtectedTime const& time,
            base::Instant now) {
    audit::record(tx, access::house(organisation), kind, base::any(time.id),
                  audit::Facts().id("programme", time.programme_id), now);
}

base::Result<bool> insert_draft(db::Tx& tx, access::Viewer const& viewer, ProtectedTime time) {
    time.id = tx.make_id<ProtectedTimeId>();
    time.person_id = viewer.person.value();
    store::insert(tx, viewer.organisation, time);
    person::record_needed(tx, viewer.organisation, time.person_id);
    return true;
}

base::Result<bool> save(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time) {
    if (!store::save(tx, organisation, time))
        return base::stale(kNoun, store::find(tx, organisation, time.id).value_or(time).version);
    return true;
}

}  // namespace

base::Result<bool> ask_for_time(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                ProtectedTimeInput const& input, base::Instant now) {
    auto const before = store::find_mine(tx, viewer, programme);
    if (!before || !before->told_on) TRY_VOID(check_may_ask(tx, viewer, programme));
    TRY_VOID(base::check_version(kNoun, input.version, before ? before->version : 0));
    TRY(wanted, wanted_of(tx, viewer, input));
    ProtectedTime empty;
    empty.programme_id = programme;
    auto const today = organisation::store::today(tx, viewer.organisation, now);
    TRY(time, ask(before.value_or(empty), wanted, today, crypto::random_nonce()));
    if (time.supervisor_id) person::record_needed(tx, viewer.organisation, *time.supervisor_id);
    if (!before) return insert_draft(tx, viewer, std::move(time));
    TRY_VOID(save(tx, viewer.organisation, time));
    if (before->told_on) record(tx, viewer.organisation, kTimeChanged, time, now);
    return true;
}

base::Result<bool> tell_supervisor(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                   TellingInput const& input, base::Instant now) {
    TRY(before, load_mine(tx, viewer, programme));
    if (!before.told_on) TRY_VOID(check_may_ask(tx, viewer, programme));
    TRY_VOID(base::check_version(kNoun, input.version, before.version));
    auto const organisation = viewer.organisation;
    TRY(time, tell(before, organisation::store::today(tx, organisation, now), tx.make_id<TellingId>()));
    auto const to = time.supervisor_id ? store::find_supervisor(tx, organisation, *time.supervisor_id) : std::nullopt;
    if (input.by == ToldBy::mail && !(to && to->has_address)) return no_address();
    TRY_VOID(save(tx, organisation, time));
    if (input.by == ToldBy::mail)
        notice::tell(tx, organisation, to->id, notice::working_time_asked, base::any(*time.telling_id), now);
    record(tx, organisation, kTimeTold, time, now);
    return true;
}

base::Result<bool> take_back_time(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, base::Instant now) {
    TRY(time, load_mine(tx, viewer, programme));
    store::remove(tx, viewer.organisation, time.id);
    if (time.told_on) record(tx, viewer.organisation, kTimeTakenBack, time, now);
    return true;
}

base::Result<ProtectedTime> answer_time(db::Tx& tx, OrganisationId organisation, ProtectedTime const& time,
                                        SupervisorReply const& reply, base::Instant now) {
    TRY(answered, answer(time, reply, organisation::store::today(tx, organisation, now)));
    if (answered.answer == time.answer && answered.except_months == time.except_months) return answered;
    store::save_answer(tx, organisation, answered);
    notice::tell(tx, organisation, time.person_id, notice::working_time_answered, std::nullopt, now);
    if (answered.answer == SupervisorAnswer::talk && time.answer != SupervisorAnswer::talk)
        for (auto const& coordinator : store::list_coordinators(tx, organisation, time))
            notice::tell(tx, organisation, coordinator, notice::supervisor_would_talk, std::nullopt, now);
    record(tx, organisation, kTimeAnswered, answered, now);
    return answered;
}

void forget_times(db::Tx& tx, OrganisationId organisation, base::Instant now) {
    store::forget(tx, organisation, organisation::store::today(tx, organisation, now) - kKeptDays);
}

std::string words_of_telling(db::Tx& tx, OrganisationId organisation, TellingId telling) {
    auto const time = store::find_told(tx, organisation, telling);
    return time ? base::squeeze(store::name_of(tx, organisation, time->person_id)) : std::string();
}

base::Refusal not_taking_part() {
    return base::conflict("not_taking_part", "whoever has left a programme asks for no time in it");
}

base::Refusal no_manager() {
    return base::invalid("/supervisor_name", "no_manager");
}

base::Refusal no_address() {
    return base::conflict("no_address", "no address is known of them; the link can be handed over");
}

}  // namespace supervisor
