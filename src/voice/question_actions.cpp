#include "voice/question_actions.hpp"

#include <algorithm>

#include "access/hint.hpp"
#include "ballot/ballot_actions.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/pairing_store.hpp"
#include "programme/closing_actions.hpp"
#include "voice/draft_store.hpp"

namespace voice {
namespace {

base::Result<Question> load_as(db::Tx& tx, access::Viewer const& viewer, QuestionId id, QuestionSeat seat) {
    auto const found = store::find_seat(tx, viewer, id);
    if (!found || found->seat != seat) return question_not_found();
    return found->question;
}

base::Result<Question> load_to_decide(db::Tx& tx, access::Viewer const& viewer, QuestionId id) {
    auto const found = store::find_seat(tx, viewer, id);
    bool const decides = found && (found->seat == QuestionSeat::asker || found->seat == QuestionSeat::successor);
    if (!decides) return question_not_found();
    return found->question;
}

base::Result<bool> check_may_ask(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                 QuestionAsked const& asked) {
    bool const is_sponsor = store::is_sponsor(tx, viewer, programme);
    bool const learns = store::has_joined(tx, viewer, programme, pairing::Side::mentee);
    if (!is_sponsor && !learns) return base::not_found("programme");
    if (asked.standing == AskedAs::sponsor ? !is_sponsor : !learns) return base::invalid("/standing", "not_yours");
    if (asked.standing == AskedAs::sponsor && asked.audience == Audience::partner)
        return base::invalid("/audience", "not_yours");
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, programme));
    if (store::count_open(tx, viewer, programme) >= kMostOpenQuestions)
        return base::conflict("too_many_questions", "as many questions are open as one can have");
    return true;
}

bool is_under_way(pairing::Pairing const& pairing) {
    auto const stage = pairing::stage_of(pairing);
    return stage == pairing::Stage::started || stage == pairing::Stage::paused;
}

base::Result<std::vector<PersonId>> partner_of(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                               std::optional<pairing::PairingId> id) {
    if (!id) return base::invalid("/pairing_id", "required");
    auto const pairing = pairing::store::find_mine(tx, viewer, *id);
    if (!pairing || pairing->programme_id != programme || !viewer.is(pairing->mentee_id) || !is_under_way(*pairing))
        return base::invalid("/pairing_id", "not_there");
    return std::vector{pairing->mentor_id};
}

base::Result<std::vector<PersonId>> people_to_ask(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                                  QuestionAsked const& asked) {
    if (asked.audience == Audience::partner) return partner_of(tx, viewer, programme, asked.pairing_id);
    auto people = store::list_panel(tx, viewer, programme);
    if (people.empty()) return nobody_on_panel();
    return people;
}

// One text, and not the question's words, which stand sealed with whoever asked.
base::Result<bool> open_ballots(db::Tx& tx, access::OrganisationId organisation, Question& question,
                                std::vector<PersonId> const& people, base::Instant now) {
    if (people.size() < ballot::kFewestPeople) return true;
    ballot::Asking asking;
    asking.questions = {{std::string(kAnonymousKey), ballot::QuestionKind::text, "", {}}};
    asking.people = people;
    asking.closes_at = organisation::store::end_of(tx, organisation, question.answer_by);
    TRY(set, ballot::open_question_set(tx, organisation, asking, now));
    question.question_set_id = set;
    return true;
}

void hint_of(db::Tx& tx, access::OrganisationId organisation, Question const& question) {
    auto readers = store::list_asked(tx, organisation, question.id);
    readers.push_back(question.person_id);
    access::hint(tx, organisation, "question", base::any(question.id), readers);
}

}  // namespace

base::Result<bool> join_panel(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, base::Instant now) {
    if (!store::has_joined(tx, viewer, programme, pairing::Side::mentor)) return base::not_found("programme");
    store::insert_panel_member(tx, viewer, programme);
    audit::record_private(tx, viewer.organisation, kPanelJoined, now);
    return true;
}

base::Result<bool> leave_panel(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, base::Instant now) {
    if (!store::has_joined(tx, viewer, programme, pairing::Side::mentor)) return base::not_found("programme");
    store::delete_panel_member(tx, viewer, programme);
    audit::record_private(tx, viewer.organisation, kPanelLeft, now);
    return true;
}

base::Result<bool> ask_question(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                ProgrammeId programme, QuestionId id, QuestionAsked const& asked, base::Instant now) {
    auto const organisation = viewer.organisation;
    if (auto const standing = store::find(tx, organisation, id)) {
        if (!viewer.is(standing->person_id) || standing->programme_id != programme) return question_not_found();
        return true;
    }
    TRY_VOID(check_may_ask(tx, viewer, programme, asked));
    TRY(words, question_words({asked.question, asked.undecided, asked.fixed}));
    Question wanted;
    wanted.id = id;
    wanted.programme_id = programme;
    wanted.person_id = viewer.person.value();
    wanted.standing = asked.standing;
    wanted.audience = asked.audience;
    wanted.answer_by = asked.answer_by;
    wanted.decide_by = asked.decide_by;
    TRY(question, ask(wanted, organisation::store::today(tx, organisation, now)));
    TRY(people, people_to_ask(tx, viewer, programme, asked));
    TRY_VOID(open_ballots(tx, organisation, question, people, now));
    store::insert_question(tx, keys, organisation, question, words, people);
    audit::record(tx, access::house(organisation), kQuestionAsked, base::any(id),
                  audit::Facts().id("programme_id", programme), now);
    hint_of(tx, organisation, question);
    return true;
}

base::Result<bool> answer_question(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, QuestionId id,
                                   std::string const& text, base::Instant now) {
    TRY(question, load_as(tx, viewer, id, QuestionSeat::asked));
    if (question.closed_on) return question_closed();
    if (!takes_answers(question, organisation::store::today(tx, viewer.organisation, now))) return answers_over();
    TRY(words, answer_text(text));
    store::save_answer(tx, keys, viewer, id, words);
    audit::record_private(tx, viewer.organisation, kQuestionAnswered, now);
    return true;
}

base::Result<bool> take_answer_back(db::Tx& tx, access::Viewer const& viewer, QuestionId id, base::Instant now) {
    TRY(question, load_as(tx, viewer, id, QuestionSeat::asked));
    if (question.closed_on) return question_closed();
    if (!takes_answers(question, organisation::store::today(tx, viewer.organisation, now))) return answers_over();
    store::delete_answer(tx, viewer, id);
    audit::record_private(tx, viewer.organisation, kQuestionAnswered, now);
    return true;
}

base::Result<bool> publish_decision(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, QuestionId id,
                                    DecisionWanted const& wanted, base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY(question, load_to_decide(tx, viewer, id));
    auto const today = organisation::store::today(tx, organisation, now);
    TRY(decided, decide(question, wanted, today));
    store::save_question(tx, organisation, decided.question);
    auto const decision = store::insert_decision(tx, keys, organisation, decided, today);
    audit::record(tx, access::house(organisation), kDecisionPublished, base::any(decision),
                  audit::Facts().id("question_id", id), now);
    store::delete_draft(tx, organisation, id);
    hint_of(tx, organisation, decided.question);
    return true;
}

base::Result<bool> mark_question(db::Tx& tx, access::Viewer const& viewer, QuestionId id, Mark mark,
                                 base::Instant now) {
    TRY(question, load_as(tx, viewer, id, QuestionSeat::asked));
    if (!takes_marks(question, organisation::store::today(tx, viewer.organisation, now))) return marks_over();
    store::save_mark(tx, viewer, id, mark);
    audit::record_private(tx, viewer.organisation, kQuestionMarked, now);
    return true;
}

void tell_answers_opened(db::Tx& tx, access::OrganisationId organisation, ballot::QuestionSetId set,
                         base::Instant now) {
    auto const question = store::find_of_question_set(tx, organisation, set);
    if (!question || question->closed_on) return;
    for (auto const& person : store::list_deciders(tx, organisation, *question))
        notice::tell(tx, organisation, person, notice::answers_opened, base::any(question->id), now);
}

void tell_asked(db::Tx& tx, access::OrganisationId organisation, QuestionId id, base::Instant now) {
    for (auto const& person : store::list_asked(tx, organisation, id))
        notice::tell(tx, organisation, person, notice::question_waits, base::any(id), now);
}

void tell_decided(db::Tx& tx, access::OrganisationId organisation, DecisionId id, base::Instant now) {
    auto const question = store::find_question_decided(tx, organisation, id);
    if (!question) return;
    for (auto const& person : store::list_asked(tx, organisation, *question))
        notice::tell(tx, organisation, person, notice::decision_published, base::any(id), now);
}

void remind_to_decide(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    for (auto const& question : store::list_near(tx, organisation, today + 7)) {
        auto const due = reminder_due(question, today);
        if (!due) continue;
        auto const reminder = store::insert_reminder(tx, organisation, question, *due);
        if (!reminder) continue;
        for (auto const& person : store::list_deciders(tx, organisation, question))
            notice::tell(tx, organisation, person, notice::decision_due, reminder, now);
    }
}

}  // namespace voice
