#include "acquaintance/acquaintance_http.hpp"

#include "acquaintance/acquaintance_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_store.hpp"

namespace acquaintance {
namespace {

base::Day today_of(access::Call& call) {
    return organisation::store::today(call.tx, call.viewer.organisation, call.now);
}

void tell_brief(access::Call& call, SidedAcquaintance const& mine, AcquaintanceBrief& brief) {
    auto const& [acquaintance, side] = mine;
    auto const organisation = call.viewer.organisation;
    auto const card = store::card_of(call.tx, call.tools.keys, organisation, acquaintance.id, side);
    brief.id = acquaintance.id;
    brief.programme_id = acquaintance.round.programme_id;
    brief.programme =
        programme::store::find_called(call.tx, organisation, acquaintance.round.programme_id, call.viewer.language);
    brief.side = side;
    brief.state = state_for_one(acquaintance, today_of(call), call.now);
    if (card.band) brief.levels = store::words_of(call.tx, organisation, *card.band);
    brief.you_want = card.you_want;
    brief.they_want = card.they_want;
    brief.styles = card.styles;
    brief.closes_on = acquaintance.round.closes_on;
    brief.last_on = acquaintance.round.last_on;
    brief.answer = acquaintance.of(side).answer;
    brief.opens_name = acquaintance.of(side).opens_name;
}

// What waits to be closed by the house is no longer there for its two, whatever they answered.
bool is_there(access::Call& call, SidedAcquaintance const& mine) {
    auto const& acquaintance = mine.acquaintance;
    return acquaintance.state != State::suggested ||
           state_for_one(acquaintance, today_of(call), call.now) == State::suggested;
}

AcquaintanceAnswer answer_for(access::Call& call, SidedAcquaintance const& mine) {
    AcquaintanceAnswer answer;
    tell_brief(call, mine, answer);
    for (auto const& message :
         store::list_messages(call.tx, call.tools.keys, call.viewer.organisation, mine.acquaintance.id))
        if (is_shown_to(message, mine.side, call.now))
            answer.messages.push_back({message.id, message.side == mine.side, message.text, message.shown_at});
    answer.allowed_actions = allowed_actions(mine.acquaintance, mine.side, today_of(call), call.now);
    return answer;
}

AnonymousRoundShown shown(AnonymousRound const& round) {
    return {round.id, round.number, round.suggestions, round.opened_on, round.closes_on, round.last_on, round.state};
}

}  // namespace

base::Result<AnonymousRounds> list_anonymous_rounds(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    auto const offer = offer_to(call.tx, call.tools.keys, call.viewer, id, call.now);
    if (!offer) return base::not_found("programme");
    AnonymousRounds rounds{{}, offer->not_offered, offer->fewest_partners};
    for (auto const& round : store::list_rounds(call.tx, call.viewer.organisation, id))
        rounds.items.push_back(shown(round));
    return rounds;
}

base::Result<AnonymousRoundShown> put_anonymous_round(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(id, call.id<AnonymousRoundId>("round_id"));
    TRY(round, open_round(call.tx, call.tools.keys, call.viewer, programme, id, call.now));
    return shown(round);
}

base::Result<MyAcquaintances> list_my_acquaintances(access::Call& call) {
    MyAcquaintances mine;
    for (auto const& one : store::list_mine(call.tx, call.tools.keys, call.viewer))
        if (is_there(call, one)) tell_brief(call, one, mine.items.emplace_back());
    return mine;
}

base::Result<AcquaintanceAnswer> show_acquaintance(access::Call& call) {
    TRY(id, call.id<AcquaintanceId>("id"));
    auto const mine = store::find_mine(call.tx, call.tools.keys, call.viewer, id);
    if (!mine || !is_there(call, *mine)) return acquaintance_not_found();
    return answer_for(call, *mine);
}

base::Result<AcquaintanceAnswer> put_answer(access::Call& call, AcquaintanceAnswered const& given) {
    TRY(id, call.id<AcquaintanceId>("id"));
    TRY(mine, give_answer(call.tx, call.tools.keys, call.viewer, id, given.answer, call.now));
    return answer_for(call, mine);
}

base::Result<AcquaintanceAnswer> put_acquaintance_message(access::Call& call, AcquaintanceWritten const& written) {
    TRY(id, call.id<AcquaintanceId>("id"));
    TRY(message, call.id<AcquaintanceMessageId>("message_id"));
    TRY(mine, put_message(call.tx, call.tools.keys, call.viewer, id, message, written.text, call.now));
    return answer_for(call, mine);
}

base::Result<AcquaintanceAnswer> put_name_choice(access::Call& call, NameChoice const& choice) {
    TRY(id, call.id<AcquaintanceId>("id"));
    TRY(mine, choose_name(call.tx, call.tools.keys, call.viewer, id, choice.opens, call.now));
    return answer_for(call, mine);
}

base::Result<AcquaintanceAnswer> put_departure(access::Call& call) {
    TRY(id, call.id<AcquaintanceId>("id"));
    TRY(mine, leave_acquaintance(call.tx, call.tools.keys, call.viewer, id, call.now));
    return answer_for(call, mine);
}

}  // namespace acquaintance
