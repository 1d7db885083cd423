#include "acquaintance/acquaintance_actions.hpp"

#include <algorithm>
#include <array>

#include "matching/world_store.hpp"
#include "meeting/holiday_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/zone.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_store.hpp"

namespace acquaintance {
namespace {

// Whatever a programme has, with the reason why no round can be opened; the world where that had to be looked at.
struct Ground {
    programme::Programme programme;
    Offer offer;
    std::optional<matching::LoadedWorld> loaded;
};

std::optional<NotOffered> not_offered_by_itself(db::Tx& tx, OrganisationId organisation,
                                                programme::Programme const& programme) {
    if (!programme.anonymous_first) return NotOffered::off;
    if (programme.state == programme::State::closed) return NotOffered::closed;
    for (auto const& round : store::list_rounds(tx, organisation, programme.id))
        if (round.state != RoundState::over) return NotOffered::round_running;
    if (store::count_joined(tx, organisation, programme.id) > kMostPeople) return NotOffered::too_many_people;
    return std::nullopt;
}

void leave_out(matching::LoadedWorld& loaded, std::vector<PersonId> const& people) {
    for (auto const& person : people) {
        if (auto const mentor = loaded.find(Side::mentor, person)) loaded.world.mentors[*mentor].free_places = 0;
        if (auto const mentee = loaded.find(Side::mentee, person)) loaded.world.mentees[*mentee].free_places = 0;
    }
}

std::optional<Ground> look_at(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, ProgrammeId id,
                              base::Instant now) {
    auto const programme =
        viewer.coordinates(id) ? programme::store::find_programme(tx, viewer.organisation, id) : std::nullopt;
    if (!programme) return std::nullopt;
    Ground ground{*programme, {not_offered_by_itself(tx, viewer.organisation, *programme), {}}, {}};
    if (ground.offer.not_offered) return ground;
    ground.loaded = matching::store::load_world(tx, keys, viewer.organisation, id, now);
    leave_out(*ground.loaded, store::list_confidential_contacts(tx, viewer.organisation, id));
    ground.offer.fewest_partners = fewest_partners(*ground.loaded);
    if (!ground.offer.fewest_partners)
        ground.offer.not_offered = NotOffered::nobody_to_suggest;
    else if (*ground.offer.fewest_partners < kFewestPartners)
        ground.offer.not_offered = NotOffered::too_few_partners;
    return ground;
}

std::uint64_t secret_seed() {
    std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
    crypto::fill_with_secret(bytes);
    std::uint64_t seed = 0;
    for (auto const byte : bytes) seed = seed << 8U | byte;
    return seed;
}

AnonymousRound next_round(db::Tx& tx, OrganisationId organisation, programme::Programme const& programme,
                          AnonymousRoundId id, base::Instant now) {
    auto const before = store::list_rounds(tx, organisation, programme.id);
    AnonymousRound round;
    round.id = id;
    round.programme_id = programme.id;
    round.number = before.empty() ? 1 : before.front().number + 1;
    round.opened_on = organisation::store::today(tx, organisation, now);
    round.closes_on = base::add_working_days(round.opened_on, programme.closing_working_days);
    round.closes_at = zone::start_of(round.closes_on + 1, organisation::store::load(tx, organisation).time_zone);
    round.last_on = round.closes_on + kTalkingDays;
    return round;
}

// In the order of their ids and all at once, so that neither says who is with whom.
void tell_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AnonymousRoundId id,
                notice::Kind const& kind, base::Instant now) {
    for (auto const& person : store::list_people_of(tx, keys, organisation, id))
        notice::tell(tx, organisation, person, kind, base::any(id), now);
}

void record_round(db::Tx& tx, access::Viewer const& viewer, audit::Kind const& kind, AnonymousRound const& round,
                  base::Instant now) {
    audit::record(tx, viewer, kind, base::any(round.id),
                  audit::Facts()
                      .id("programme_id", round.programme_id)
                      .number("number", round.number)
                      .number("suggestions", round.suggestions),
                  now);
}

base::Result<SidedAcquaintance> load_mine(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                          AcquaintanceId id) {
    auto mine = store::find_mine(tx, keys, viewer, id);
    if (!mine) return acquaintance_not_found();
    return *std::move(mine);
}

// The house opens it, for both at one moment.
State begin_pairing(db::Tx& tx, OrganisationId organisation, Acquaintance const& acquaintance, base::Instant now) {
    auto const opened = pairing::open_pairing(tx, access::house(organisation),
                                              {acquaintance.round.programme_id,
                                               pairing::Origin::run,
                                               acquaintance.mentor.person_id,
                                               acquaintance.mentee.person_id,
                                               0,
                                               {}},
                                              now);
    if (!opened) return State::over;
    for (auto side : {Side::mentor, Side::mentee})
        notice::tell(tx, organisation, acquaintance.of(side).person_id, notice::round_result, base::any(opened->id),
                     now);
    return State::opened;
}

// Whoever is not joined leaves no row; the round tells everybody the same on the same day.
void close_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AnonymousRound const& round,
                   base::Instant now) {
    auto const loaded = matching::store::load_world(tx, keys, organisation, round.programme_id, now).value();
    tell_round(tx, keys, organisation, round.id, notice::round_result, now);
    for (auto& acquaintance : store::list_of_round(tx, keys, organisation, round)) {
        acquaintance.state =
            joined(acquaintance, may_meet(loaded, acquaintance.mentor.person_id, acquaintance.mentee.person_id));
        if (acquaintance.state == State::talking)
            store::save_acquaintance(tx, organisation, acquaintance);
        else
            store::remove_acquaintance(tx, organisation, acquaintance.id);
    }
    store::save_round_state(tx, organisation, round.id, RoundState::talking);
    record_round(tx, access::house(organisation), kAnonymousRoundClosed, round, now);
}

void end_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AnonymousRound const& round,
               base::Instant now) {
    for (auto& acquaintance : store::list_of_round(tx, keys, organisation, round)) {
        if (acquaintance.state == State::opened) continue;
        acquaintance.state = State::over;
        store::save_acquaintance(tx, organisation, acquaintance);
    }
    store::save_round_state(tx, organisation, round.id, RoundState::over);
    record_round(tx, access::house(organisation), kAnonymousRoundEnded, round, now);
}

void end_of_the_gone(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AnonymousRound const& round) {
    for (auto& acquaintance : store::list_of_round(tx, keys, organisation, round)) {
        if (acquaintance.state != State::talking || store::still_take_part(tx, organisation, acquaintance)) continue;
        acquaintance.state = State::over;
        store::save_acquaintance(tx, organisation, acquaintance);
    }
}

}  // namespace

std::optional<Offer> offer_to(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                              base::Instant now) {
    auto const ground = look_at(tx, keys, viewer, programme, now);
    if (!ground) return std::nullopt;
    return ground->offer;
}

base::Result<AnonymousRound> open_round(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                        ProgrammeId programme, AnonymousRoundId id, base::Instant now) {
    auto const organisation = viewer.organisation;
    if (auto const standing = store::find_round(tx, organisation, id)) {
        if (standing->programme_id != programme || !viewer.coordinates(programme)) return base::not_found("programme");
        return *standing;
    }
    auto const ground = look_at(tx, keys, viewer, programme, now);
    if (!ground) return base::not_found("programme");
    if (ground->offer.not_offered) return not_offered(*ground->offer.not_offered);
    TRY_VOID(programme::check_second_coordinator(programme::store::load_standing(tx, organisation, programme)));
    TRY(couples, draw_couples(*ground->loaded, store::list_couples(tx, keys, organisation, programme), secret_seed()));
    if (couples.empty()) return not_offered(NotOffered::nobody_to_suggest);
    auto round = next_round(tx, organisation, ground->programme, id, now);
    round.suggestions = static_cast<std::int32_t>(couples.size());
    store::insert_round(tx, keys, organisation, round, couples);
    tell_round(tx, keys, organisation, id, notice::suggestions_ready, now);
    record_round(tx, viewer, kAnonymousRoundOpened, round, now);
    return round;
}

base::Result<SidedAcquaintance> give_answer(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            AcquaintanceId id, Answer given, base::Instant now) {
    TRY(mine, load_mine(tx, keys, viewer, id));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, mine.acquaintance.round.programme_id));
    TRY(answered, answer(mine.acquaintance, mine.side, given, now));
    store::save_acquaintance(tx, viewer.organisation, answered);
    audit::record_private(tx, viewer.organisation, kAcquaintanceAnswered, now);
    return SidedAcquaintance{answered, mine.side};
}

base::Result<SidedAcquaintance> put_message(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            AcquaintanceId id, AcquaintanceMessageId message_id,
                                            std::string const& text, base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY(mine, load_mine(tx, keys, viewer, id));
    if (auto const standing = store::acquaintance_of_message(tx, organisation, message_id)) {
        if (*standing != id) return message_not_found();
        return mine;
    }
    TRY(message, write(mine.acquaintance, mine.side, message_id, store::last_position(tx, organisation, id) + 1, text,
                       organisation::store::today(tx, organisation, now), now));
    store::insert_message(tx, keys, organisation, id, message);
    audit::record_private(tx, organisation, kAcquaintanceWritten, now);
    return mine;
}

base::Result<SidedAcquaintance> choose_name(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            AcquaintanceId id, bool opens, base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY(mine, load_mine(tx, keys, viewer, id));
    TRY_VOID(programme::check_not_closed(tx, organisation, mine.acquaintance.round.programme_id));
    TRY(chosen, open_name(mine.acquaintance, mine.side, opens, organisation::store::today(tx, organisation, now), now));
    if (chosen.state == State::opened && mine.acquaintance.state != State::opened)
        chosen.state = begin_pairing(tx, organisation, chosen, now);
    store::save_acquaintance(tx, organisation, chosen);
    audit::record_private(tx, organisation, kNameChosen, now);
    return SidedAcquaintance{chosen, mine.side};
}

base::Result<SidedAcquaintance> leave_acquaintance(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                                   AcquaintanceId id, base::Instant now) {
    TRY(mine, load_mine(tx, keys, viewer, id));
    TRY(left, leave(mine.acquaintance, organisation::store::today(tx, viewer.organisation, now), now));
    store::save_acquaintance(tx, viewer.organisation, left);
    audit::record_private(tx, viewer.organisation, kAcquaintanceLeft, now);
    return SidedAcquaintance{left, mine.side};
}

base::Result<message::Excerpt> pick_excerpt(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                            ProgrammeId programme, AcquaintanceId id,
                                            std::vector<AcquaintanceMessageId> const& picked, base::Instant now) {
    TRY(mine, load_mine(tx, keys, viewer, id));
    if (mine.acquaintance.round.programme_id != programme) return acquaintance_not_found();
    message::Excerpt excerpt;
    for (auto const& message : store::list_messages(tx, keys, viewer.organisation, id))
        if (is_shown_to(message, mine.side, now) && std::ranges::find(picked, message.id) != picked.end())
            excerpt.items.push_back({message.side == mine.side, message.text, message.shown_at});
    if (excerpt.items.size() != picked.size()) return message_not_found();
    return excerpt;
}

void keep_rounds(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    for (auto const& round : store::list_rounds_in(tx, organisation, RoundState::suggested))
        if (now >= round.closes_at) close_answers(tx, keys, organisation, round, now);
    for (auto const& round : store::list_rounds_in(tx, organisation, RoundState::talking)) {
        if (today > round.last_on || !programme::check_not_closed(tx, organisation, round.programme_id))
            end_round(tx, keys, organisation, round, now);
        else
            end_of_the_gone(tx, keys, organisation, round);
    }
    for (auto const& id : store::list_rounds_to_forget(tx, organisation, today - kKeptAfterDays))
        store::forget_round(tx, organisation, id);
}

void remind_rounds(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    for (auto const& round : store::list_rounds_in(tx, organisation, RoundState::suggested)) {
        if (today >= round.closes_on || round.closes_on - today > base::kWorkingDaySearch) continue;
        auto const sites = meeting::store::closed_sites_of(tx, organisation, today, round.closes_on);
        for (auto const& person : store::list_people_of(tx, keys, organisation, round.id)) {
            auto const site = meeting::store::site_of(tx, organisation, person);
            auto const closed = [&](base::Day day) { return sites.is_closed(site, day); };
            if (base::working_day_before(round.closes_on, closed) == today)
                notice::tell(tx, organisation, person, notice::closes_soon, base::any(round.id), now);
        }
    }
}

}  // namespace acquaintance
