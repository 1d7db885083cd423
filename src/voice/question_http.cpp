#include "voice/question_http.hpp"

#include <algorithm>

#include "ballot/question_set_store.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/called_store.hpp"
#include "programme/sponsor_store.hpp"
#include "voice/draft_store.hpp"
#include "voice/question_actions.hpp"

namespace voice {
namespace {

base::Day today_of(access::Call& call) {
    return organisation::store::today(call.tx, call.viewer.organisation, call.now);
}

programme::Called called(access::Call& call, ProgrammeId programme) {
    return programme::store::find_called(call.tx, call.viewer.organisation, programme, call.viewer.language);
}

PanelSize size_of_panel(access::Call& call, ProgrammeId programme) {
    auto const members = store::count_panel(call.tx, call.viewer, programme);
    if (members == 0) return PanelSize::nobody;
    return members < static_cast<std::int64_t>(ballot::kFewestPeople) ? PanelSize::few : PanelSize::enough;
}

std::vector<PartnerToAsk> partners_to_ask(access::Call& call, ProgrammeId programme) {
    std::vector<PartnerToAsk> partners;
    for (auto const& pairing : pairing::store::list_mine(call.tx, call.viewer)) {
        auto const stage = pairing::stage_of(pairing);
        bool const is_under_way = stage == pairing::Stage::started || stage == pairing::Stage::paused;
        if (pairing.programme_id == programme && call.viewer.is(pairing.mentee_id) && is_under_way)
            partners.push_back({pairing.id, store::name_of(call.tx, call.viewer.organisation, pairing.mentor_id)});
    }
    return partners;
}

QuestionOpening opening_of(access::Call& call, ProgrammeId programme, AskedAs standing) {
    QuestionOpening opening;
    opening.programme_id = programme;
    opening.programme = called(call, programme);
    opening.standing = standing;
    opening.panel = size_of_panel(call, programme);
    if (standing == AskedAs::mentee) {
        opening.partners = partners_to_ask(call, programme);
        return opening;
    }
    auto const sponsor = programme::store::find_sponsor(call.tx, call.viewer.organisation, programme);
    opening.drafter = store::find_drafter_name(call.tx, call.viewer, programme);
    if (sponsor && sponsor->accepted_at) opening.usual_days = sponsor->answers_within_days;
    return opening;
}

// Of a partner at once; of a panel once no more can be said, and only when there are enough.
std::optional<Marks> marks_for_asker(access::Call& call, Question const& question) {
    if (!question.closed_on) return std::nullopt;
    auto const marks = store::count_marks(call.tx, call.viewer.organisation, question.id);
    if (question.audience == Audience::partner) return marks;
    bool const is_enough = marks.closed + marks.not_yet >= kFewestMarks;
    if (takes_marks(question, today_of(call)) || !is_enough) return std::nullopt;
    return marks;
}

void show_own_part(access::Call& call, store::Found const& found, BoardQuestion& answer) {
    auto const organisation = call.viewer.organisation;
    auto const id = found.question.id;
    if (found.seat == QuestionSeat::asker || found.seat == QuestionSeat::former) {
        answer.answers = store::list_answers(call.tx, call.tools.keys, organisation, id);
        answer.marks = marks_for_asker(call, found.question);
    }
    auto const actions = allowed_actions(found.question, found.seat, today_of(call));
    if (std::ranges::find(actions, QuestionAction::draft) != actions.end())
        answer.draft = store::find_draft(call.tx, call.tools.keys, organisation, id);
    if (found.seat == QuestionSeat::asked) {
        answer.own_answer = store::find_own_answer(call.tx, call.tools.keys, call.viewer, id);
        answer.own_mark = store::find_own_mark(call.tx, call.viewer, id);
        if (takes_answers(found.question, today_of(call))) answer.question_set_id = found.question.question_set_id;
    }
}

std::optional<AnonymousAnswers> anonymous_for(access::Call& call, store::Found const& found) {
    auto const& set_id = found.question.question_set_id;
    if (!set_id || !may_read_anonymous(found.question, found.seat)) return std::nullopt;
    auto const set = ballot::store::find(call.tx, call.viewer.organisation, *set_id);
    AnonymousAnswers answers;
    for (auto const& part : ballot::store::list_ballots(call.tx, call.tools.keys, call.viewer.organisation, *set_id))
        for (auto const& said : part) answers.texts.push_back(said.text.value_or(""));
    answers.state = state_of_anonymous(set && set->is_closed, answers.texts.size());
    if (answers.state != AnonymousState::shown) answers.texts.clear();
    return answers;
}

BoardQuestion question_for(access::Call& call, store::Found const& found) {
    auto const organisation = call.viewer.organisation;
    auto const& question = found.question;
    auto words = store::words_of(call.tx, call.tools.keys, organisation, question.id);
    BoardQuestion answer;
    answer.id = question.id;
    answer.programme_id = question.programme_id;
    answer.programme = called(call, question.programme_id);
    answer.seat = found.seat;
    answer.audience = question.audience;
    answer.standing = question.standing;
    if (found.knows_asker) answer.asker = store::name_of(call.tx, organisation, question.person_id);
    answer.question = std::move(words.question);
    if (found.reads_all) {
        answer.undecided = std::move(words.undecided);
        answer.fixed = std::move(words.fixed);
    }
    answer.asked_on = question.asked_on;
    answer.answer_by = question.answer_by;
    answer.promised_on = question.promised_on;
    answer.decide_by = question.decide_by;
    answer.deferrals = question.deferrals;
    answer.state = state_of(question, today_of(call));
    answer.version = question.version;
    answer.decisions = store::list_decisions(call.tx, call.tools.keys, organisation, question.id);
    answer.anonymous_answers = anonymous_for(call, found);
    show_own_part(call, found, answer);
    answer.allowed_actions = allowed_actions(question, found.seat, today_of(call));
    return answer;
}

BoardQuestionBrief brief_of(access::Call& call, Question const& question) {
    auto const seat = store::find_seat(call.tx, call.viewer, question.id).value().seat;
    auto const today = today_of(call);
    auto const actions = allowed_actions(question, seat, today);
    bool const reads_draft = std::ranges::find(actions, QuestionAction::draft) != actions.end();
    return {question.id,
            called(call, question.programme_id),
            seat,
            question.audience,
            store::name_of(call.tx, call.viewer.organisation, question.person_id),
            store::words_of(call.tx, call.tools.keys, call.viewer.organisation, question.id).question,
            question.answer_by,
            question.decide_by,
            question.deferrals,
            state_of(question, today),
            reads_draft && store::has_draft(call.tx, call.viewer.organisation, question.id),
            actions};
}

}  // namespace

base::Result<QuestionOpenings> list_question_openings(access::Call& call) {
    QuestionOpenings openings;
    for (auto const& programme : store::list_sponsored(call.tx, call.viewer))
        openings.items.push_back(opening_of(call, programme, AskedAs::sponsor));
    for (auto const& programme : store::list_joined(call.tx, call.viewer, pairing::Side::mentee))
        openings.items.push_back(opening_of(call, programme, AskedAs::mentee));
    for (auto const& programme : store::list_joined(call.tx, call.viewer, pairing::Side::mentor))
        openings.panels.push_back(
            {programme, called(call, programme), store::is_on_panel(call.tx, call.viewer, programme)});
    return openings;
}

base::Result<QuestionOpenings> put_panel_membership(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY_VOID(join_panel(call.tx, call.viewer, programme, call.now));
    return list_question_openings(call);
}

base::Result<QuestionOpenings> remove_panel_membership(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY_VOID(leave_panel(call.tx, call.viewer, programme, call.now));
    return list_question_openings(call);
}

base::Result<MyQuestions> list_my_questions(access::Call& call) {
    MyQuestions mine;
    for (auto const& question : store::list_mine(call.tx, call.viewer)) mine.items.push_back(brief_of(call, question));
    return mine;
}

base::Result<BoardQuestion> show_question(access::Call& call) {
    TRY(id, call.id<QuestionId>("id"));
    auto const found = store::find_seat(call.tx, call.viewer, id);
    if (!found) return question_not_found();
    return question_for(call, *found);
}

base::Result<BoardQuestion> put_question(access::Call& call, QuestionAsked const& asked) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY(id, call.id<QuestionId>("question_id"));
    TRY_VOID(ask_question(call.tx, call.tools.keys, call.viewer, programme, id, asked, call.now));
    return question_for(call, store::find_seat(call.tx, call.viewer, id).value());
}

base::Result<BoardQuestion> put_panel_answer(access::Call& call, PanelAnswerWanted const& wanted) {
    TRY(id, call.id<QuestionId>("id"));
    TRY_VOID(answer_question(call.tx, call.tools.keys, call.viewer, id, wanted.text, call.now));
    return show_question(call);
}

base::Result<BoardQuestion> remove_panel_answer(access::Call& call) {
    TRY(id, call.id<QuestionId>("id"));
    TRY_VOID(take_answer_back(call.tx, call.viewer, id, call.now));
    return show_question(call);
}

base::Result<BoardQuestion> put_decision(access::Call& call, DecisionWanted const& wanted) {
    TRY(id, call.id<QuestionId>("id"));
    TRY_VOID(publish_decision(call.tx, call.tools.keys, call.viewer, id, wanted, call.now));
    return show_question(call);
}

base::Result<BoardQuestion> put_mark(access::Call& call, MarkWanted const& wanted) {
    TRY(id, call.id<QuestionId>("id"));
    TRY_VOID(mark_question(call.tx, call.viewer, id, wanted.mark, call.now));
    return show_question(call);
}

}  // namespace voice
