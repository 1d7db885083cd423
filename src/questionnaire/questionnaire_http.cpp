#include "questionnaire/questionnaire_http.hpp"

#include "programme/programme_store.hpp"
#include "questionnaire/answering.hpp"
#include "questionnaire/questionnaire_actions.hpp"
#include "questionnaire/reading.hpp"
#include "questionnaire/waiting_consent.hpp"

namespace questionnaire {
namespace {

Keys keys_of(access::Call& call) {
    return {call.tools.keys, call.tools.key_files};
}

std::vector<Action> actions_of(Questionnaire const& one) {
    if (one.state != State::draft) return {};
    return {Action::change, Action::open, Action::remove};
}

QuestionnaireOutline outline_of(access::Call& call, Questionnaire const& one) {
    auto const organisation = call.viewer.organisation;
    auto const people = one.state == State::draft
                            ? store::list_askable(call.tx, organisation, one, store::Whom::everybody)
                            : store::list_respondents(call.tx, organisation, one.id);
    return {one.id,        one.moment,       one.state,
            one.title,     one.is_anonymous, one.audience,
            one.opened_on, one.closes_on,    static_cast<std::int32_t>(people.size()),
            one.version,   actions_of(one)};
}

std::vector<AskedQuestion> form_for(store::Content const& content, Questionnaire const& one, Side side,
                                    std::string_view language) {
    if (!asks(one.audience, side)) return {};
    if (one.moment == Moment::own) return content.own;
    return questions_of(content.items, side, {"C1"}, one.moment == Moment::end ? Ladders::now_and_then : Ladders::now,
                        language);
}

QuestionnaireForm form_of(access::Call& call, Questionnaire const& one) {
    auto const content = store::content_of(call.tx, call.viewer.organisation, one.id);
    QuestionnaireForm form;
    static_cast<QuestionnaireOutline&>(form) = outline_of(call, one);
    form.of_mentors = form_for(content, one, Side::mentor, call.viewer.language);
    form.of_mentees = form_for(content, one, Side::mentee, call.viewer.language);
    form.reader_id = one.reader_id;
    form.reader = store::reader_name(call.tx, call.viewer.organisation, one);
    return form;
}

}  // namespace

base::Result<MyQuestionnaires> list_my_questionnaires(access::Call& call) {
    return list_asked(call.tx, keys_of(call), call.viewer, call.now);
}

base::Result<MyQuestionnaires> put_waiting_consent(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY_VOID(consent_while_waiting(call.tx, call.viewer, programme, call.now));
    return list_my_questionnaires(call);
}

base::Result<MyQuestionnaires> remove_waiting_consent(access::Call& call) {
    TRY(programme, call.id<ProgrammeId>("id"));
    TRY_VOID(end_consent(call.tx, keys_of(call), call.viewer, programme, call.now));
    return list_my_questionnaires(call);
}

base::Result<AskedQuestionnaire> show_questionnaire(access::Call& call) {
    TRY(id, call.id<QuestionnaireId>("id"));
    return read_asked(call.tx, keys_of(call), call.viewer, id, call.now);
}

base::Result<AskedQuestionnaire> put_questionnaire_answers(access::Call& call, QuestionnaireReply const& given) {
    TRY(id, call.id<QuestionnaireId>("id"));
    return answer(call.tx, keys_of(call), call.viewer, id, given, call.now);
}

base::Result<QuestionnaireOutlines> list_questionnaires(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    if (!programme::store::find_led_programme(call.tx, call.viewer, id)) return base::not_found("programme");
    QuestionnaireOutlines outlines;
    for (auto const& one : store::list_of_programme(call.tx, call.viewer.organisation, id))
        outlines.items.push_back(outline_of(call, one));
    outlines.planned = planned(call.tx, call.viewer.organisation, id);
    return outlines;
}

base::Result<QuestionnaireForm> post_questionnaire(access::Call& call, QuestionnaireDraft const& draft) {
    TRY(id, call.id<ProgrammeId>("id"));
    TRY(one, draft_questionnaire(call.tx, call.viewer, id, draft, call.now));
    return form_of(call, one);
}

base::Result<QuestionnaireForm> show_form(access::Call& call) {
    TRY(id, call.id<QuestionnaireId>("id"));
    auto const one = find_led(call.tx, call.viewer, id);
    if (!one) return questionnaire_not_found();
    return form_of(call, *one);
}

base::Result<QuestionnaireForm> put_form(access::Call& call, QuestionnaireDraft const& draft) {
    TRY(id, call.id<QuestionnaireId>("id"));
    TRY(one, change_questionnaire(call.tx, call.viewer, id, draft, call.now));
    return form_of(call, one);
}

base::Result<access::Nothing> remove_form(access::Call& call) {
    TRY(id, call.id<QuestionnaireId>("id"));
    TRY_VOID(remove_questionnaire(call.tx, call.viewer, id, call.now));
    return access::Nothing{};
}

base::Result<QuestionnaireForm> put_opening(access::Call& call, QuestionnaireOpening const& opening) {
    TRY(id, call.id<QuestionnaireId>("id"));
    TRY(one, open_questionnaire(call.tx, call.viewer, id, opening, call.now));
    return form_of(call, one);
}

base::Result<ResultsList> list_results(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    ResultsList list;
    for (auto const& one : store::list_with_results(call.tx, call.viewer, id)) list.items.push_back(brief_of(one));
    return list;
}

base::Result<ResultsAnswer> show_results(access::Call& call) {
    TRY(id, call.id<QuestionnaireId>("id"));
    return read_results(call.tx, call.viewer, id);
}

base::Result<Comments> show_comments(access::Call& call) {
    TRY(id, call.id<QuestionnaireId>("id"));
    return read_comments(call.tx, call.tools.keys, call.viewer, id);
}

}  // namespace questionnaire
