#include "voice/loop_board_http.hpp"

#include "audit/event.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_store.hpp"
#include "voice/draft_actions.hpp"
#include "voice/loop_board_store.hpp"
#include "voice/question_http.hpp"
#include "voice/question_store.hpp"

namespace voice {
namespace {

constexpr audit::Kind kBoardPublished{"loop_board.published"};
constexpr audit::Kind kBoardTakenBack{"loop_board.taken_back"};

bool may_read_board(access::Call& call, ProgrammeId programme) {
    auto const& viewer = call.viewer;
    return viewer.coordinates(programme) || viewer.has(access::Role::analyst, programme) ||
           store::is_sponsor(call.tx, viewer, programme) ||
           store::has_joined(call.tx, viewer, programme, pairing::Side::mentor) ||
           store::has_joined(call.tx, viewer, programme, pairing::Side::mentee) ||
           store::find_publication(call.tx, viewer.organisation, programme);
}

LoopItem item_for(access::Call& call, Question const& question, base::Day today) {
    auto const organisation = call.viewer.organisation;
    LoopItem item;
    item.id = question.id;
    item.is_own = call.viewer.is(question.person_id);
    item.standing = question.standing;
    if (question.standing == AskedAs::sponsor || call.viewer.coordinates(question.programme_id))
        item.asker = store::name_of(call.tx, organisation, question.person_id);
    item.question = store::words_of(call.tx, call.tools.keys, organisation, question.id).question;
    item.asked_on = question.asked_on;
    item.promised_on = question.promised_on;
    item.decide_by = question.decide_by;
    item.deferrals = question.deferrals;
    item.state = state_of(question, today);
    auto decisions = store::list_decisions(call.tx, call.tools.keys, organisation, question.id);
    if (!decisions.empty()) item.decision = std::move(decisions.back());
    return item;
}

base::Result<ProgrammeId> programme_of_sponsor(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!store::is_sponsor(call.tx, call.viewer, programme)) return base::not_found("programme");
    return programme;
}

void record(access::Call& call, audit::Kind const& kind, ProgrammeId programme) {
    audit::record(call.tx, call.viewer, kind, base::any(programme), {}, call.now);
}

}  // namespace

base::Result<LoopBoard> show_loop_board(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    if (!may_read_board(call, programme)) return base::not_found("programme");
    auto const organisation = call.viewer.organisation;
    auto const today = organisation::store::today(call.tx, organisation, call.now);
    auto const questions = store::list_of_board(call.tx, organisation, programme);
    LoopBoard board;
    board.programme_id = programme;
    board.programme = programme::store::find_called(call.tx, organisation, programme, call.viewer.language);
    for (auto const& question : questions) board.items.push_back(item_for(call, question, today));
    put_in_order(board.items);
    board.totals = totals_of(questions, today);
    board.published_on = store::find_publication(call.tx, organisation, programme);
    if (store::is_sponsor(call.tx, call.viewer, programme))
        board.allowed_actions.push_back(board.published_on ? LoopBoardAction::take_back : LoopBoardAction::publish);
    return board;
}

base::Result<LoopBoard> put_board_publication(access::Call& call) {
    TRY(programme, programme_of_sponsor(call));
    if (!store::find_publication(call.tx, call.viewer.organisation, programme)) {
        store::publish_board(call.tx, call.viewer.organisation, programme,
                             organisation::store::today(call.tx, call.viewer.organisation, call.now));
        record(call, kBoardPublished, programme);
    }
    return show_loop_board(call);
}

base::Result<LoopBoard> remove_board_publication(access::Call& call) {
    TRY(programme, programme_of_sponsor(call));
    if (store::find_publication(call.tx, call.viewer.organisation, programme)) {
        store::take_board_back(call.tx, call.viewer.organisation, programme);
        record(call, kBoardTakenBack, programme);
    }
    return show_loop_board(call);
}

base::Result<QuestionOpenings> put_drafter(access::Call& call, DrafterWanted const& wanted) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY_VOID(name_drafter(call.tx, call.viewer, programme, wanted.colleague, call.now));
    return list_question_openings(call);
}

base::Result<QuestionOpenings> remove_drafter(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY_VOID(end_drafting(call.tx, call.viewer, programme));
    return list_question_openings(call);
}

base::Result<BoardQuestion> put_draft(access::Call& call, DecisionDraft const& wanted) {
    TRY(id, call.id<QuestionId>("id"));
    TRY_VOID(draft_decision(call.tx, call.tools.keys, call.viewer, id, wanted, call.now));
    return show_question(call);
}

}  // namespace voice
