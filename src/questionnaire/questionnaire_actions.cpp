#include "questionnaire/questionnaire_actions.hpp"

#include <algorithm>

#include "ballot/ballot_actions.hpp"
#include "base/version.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/closing_actions.hpp"
#include "programme/programme_store.hpp"
#include "questionnaire/tending.hpp"

namespace questionnaire {
namespace {

bool asks_for_words(std::vector<AskedQuestion> const& questions) {
    return std::ranges::any_of(questions, [](auto const& one) { return one.kind == QuestionKind::text; });
}

base::Result<bool> check_reader(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                QuestionnaireDraft const& draft, std::vector<AskedQuestion> const& questions) {
    if (!draft.reader_id) return asks_for_words(questions) ? base::Result<bool>(reader_needed()) : true;
    if (store::may_read_words(tx, viewer.organisation, programme, *draft.reader_id)) return true;
    return base::invalid("/reader_id", "sponsor_reads_no_words");
}

bool is_small(programme::Programme const& programme) {
    return programme.planned_pairs <= programme::kSmallProgramme;
}

// The one as the draft wants it, with what it asks.
struct Written {
    Questionnaire questionnaire;
    store::Content content;
};
base::Result<Written> write(db::Tx& tx, access::Viewer const& viewer, programme::Programme const& programme,
                            Questionnaire standing, QuestionnaireDraft const& draft) {
    TRY_VOID(programme::check_not_closed(programme.state));
    TRY(questions, own_questions(draft.questions, is_small(programme)));
    TRY_VOID(check_reader(tx, viewer, programme.id, draft, questions));
    standing.title = draft.title;
    standing.is_anonymous = draft.is_anonymous;
    standing.audience = draft.audience;
    standing.reader_id = draft.reader_id;
    return Written{standing, {{}, std::move(questions)}};
}

base::Result<Questionnaire> led_draft(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                      std::int64_t version) {
    auto const found = find_led(tx, viewer, id);
    if (!found) return questionnaire_not_found();
    TRY_VOID(check_draft(*found));
    TRY_VOID(base::check_version("questionnaire", version, found->version));
    return *found;
}

base::Result<bool> open_ballots(db::Tx& tx, access::OrganisationId organisation, Questionnaire& one,
                                std::vector<store::Respondent> const& people, base::Instant now) {
    ballot::Asking asking;
    asking.questions = for_ballots(store::content_of(tx, organisation, one.id).own);
    for (auto const& person : people) asking.people.push_back(person.person_id);
    asking.closes_at = organisation::store::end_of(tx, organisation, *one.closes_on);
    TRY(set, ballot::open_question_set(tx, organisation, asking, now));
    one.question_set_id = set;
    return true;
}

}  // namespace

std::optional<Questionnaire> find_led(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id) {
    auto found = store::find(tx, viewer.organisation, id);
    if (!found || !programme::store::find_led_programme(tx, viewer, found->programme_id)) return std::nullopt;
    return found;
}

base::Result<Questionnaire> draft_questionnaire(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                                QuestionnaireDraft const& draft, base::Instant now) {
    auto const led = programme::store::find_led_programme(tx, viewer, programme);
    if (!led) return base::not_found("programme");
    Questionnaire one;
    one.id = tx.make_id<QuestionnaireId>();
    one.programme_id = programme;
    one.number = store::next_number(tx, viewer.organisation, programme);
    TRY(written, write(tx, viewer, *led, one, draft));
    store::insert(tx, viewer.organisation, written.questionnaire, written.content);
    audit::record(tx, viewer, kQuestionnaireDrafted, base::any(one.id), {}, now);
    return written.questionnaire;
}

base::Result<Questionnaire> change_questionnaire(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                                 QuestionnaireDraft const& draft, base::Instant now) {
    TRY(standing, led_draft(tx, viewer, id, draft.version));
    auto const programme = programme::store::find_led_programme(tx, viewer, standing.programme_id);
    ++standing.version;
    TRY(written, write(tx, viewer, programme.value(), standing, draft));
    store::save(tx, viewer.organisation, written.questionnaire);
    store::save_content(tx, viewer.organisation, id, written.content);
    audit::record(tx, viewer, kQuestionnaireChanged, base::any(id), {}, now);
    return written.questionnaire;
}

base::Result<bool> remove_questionnaire(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                        base::Instant now) {
    auto const found = find_led(tx, viewer, id);
    if (!found) return questionnaire_not_found();
    TRY_VOID(check_draft(*found));
    store::remove(tx, viewer.organisation, id);
    audit::record(tx, viewer, kQuestionnaireRemoved, base::any(id), {}, now);
    return true;
}

base::Result<Questionnaire> open_questionnaire(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id,
                                               QuestionnaireOpening const& opening, base::Instant now) {
    TRY(one, led_draft(tx, viewer, id, opening.version));
    TRY_VOID(programme::check_not_closed(tx, viewer.organisation, one.programme_id));
    auto const today = organisation::store::today(tx, viewer.organisation, now);
    TRY(closes_on, check_closing(opening.closes_on, today));
    auto const people = store::list_askable(tx, viewer.organisation, one, store::Whom::everybody);
    if (people.empty()) return base::conflict("nobody_to_ask", "nobody takes part on that side yet");
    one.state = State::open;
    one.opened_on = today;
    one.closes_on = closes_on;
    ++one.version;
    if (one.is_anonymous) TRY_VOID(open_ballots(tx, viewer.organisation, one, people, now));
    store::save(tx, viewer.organisation, one);
    store::ask(tx, viewer.organisation, id, people);
    // At once rather than in an hour: the programme may have no secret yet, and nobody is told before there is one.
    jobs::queue(tx, viewer.organisation, kTendQuestionnaires, jobs::Nothing{}, {.now = now, .unique_key = id.text()});
    audit::record(tx, viewer, kQuestionnaireOpened, base::any(id), {}, now);
    return one;
}

std::vector<PlannedQuestionnaire> planned(db::Tx& tx, access::OrganisationId organisation, ProgrammeId programme) {
    std::vector<PlannedQuestionnaire> to_come;
    auto const asked = store::list_of_programme(tx, organisation, programme);
    for (auto const& scheduled : store::list_scheduled(tx, organisation)) {
        if (scheduled.id != programme) continue;
        for (auto const moment : {Moment::start, Moment::end, Moment::echo}) {
            if (std::ranges::find(asked, moment, &Questionnaire::moment) != asked.end()) continue;
            auto const days = days_of(moment, store::days_of(scheduled));
            to_come.push_back({moment, days.opens_on, days.closes_on});
        }
    }
    return to_come;
}

}  // namespace questionnaire
