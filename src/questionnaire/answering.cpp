#include "questionnaire/answering.hpp"

#include <algorithm>

#include "ballot/respondent_store.hpp"
#include "organisation/organisation_store.hpp"
#include "programme/called_store.hpp"
#include "programme/enrolment_store.hpp"
#include "questionnaire/answer_store.hpp"
#include "questionnaire/questionnaire_store.hpp"
#include "questionnaire/waiting_consent_store.hpp"
#include "topic/exchange_store.hpp"

namespace questionnaire {
namespace {

// Whose answers these are, as far as it can still be found out.
struct Trace {
    std::optional<meta::Bytes> respondent;
    std::optional<store::Answers> answers;
};
Trace trace_of(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, Questionnaire const& one) {
    auto const key = ballot::store::respondent_key(tx, keys.files, viewer.organisation, one.programme_id);
    if (!key || !viewer.person) return {};
    auto const respondent = ballot::store::respondent_of(*key, *viewer.person);
    return {respondent, store::find_answers(tx, keys.seal, viewer.organisation, one.id, respondent)};
}

// At the end the ladders of the start; who was not asked then, or before anybody was, what they want to learn.
std::vector<std::string> ladders_of(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, store::Asked const& one,
                                    std::optional<meta::Bytes> const& respondent) {
    if (respondent && one.moment != Moment::start)
        for (auto const& before : store::list_of_programme(tx, viewer.organisation, one.programme_id)) {
            if (before.moment != Moment::start) continue;
            auto const then = store::find_answers(tx, keys.seal, viewer.organisation, before.id, *respondent);
            auto const topics = then ? topics_in(then->answers) : std::vector<std::string>{};
            if (!topics.empty()) return topics;
        }
    auto const enrolment =
        programme::store::find_enrolment_of(tx, viewer.organisation, one.programme_id, viewer.person.value(), one.side);
    std::vector<std::string> topics;
    if (enrolment)
        for (auto const& want : topic::store::load_topics(tx, viewer.organisation, enrolment->id, keys.seal).wants)
            topics.push_back(want.topic);
    return topics;
}

// The same order each time, another day by day and for each side; made of nothing that tells one person from another.
std::uint64_t seed_of(store::Asked const& one) {
    auto const day = base::start_of_utc(one.opened_on.value()).microseconds;
    return static_cast<std::uint64_t>(day) + (one.side == Side::mentor ? 1U : 2U);
}

std::vector<AskedQuestion> asked_of(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, store::Asked const& one,
                                    std::optional<meta::Bytes> const& respondent) {
    auto const content = store::content_of(tx, viewer.organisation, one.id);
    if (one.moment == Moment::own) return content.own;
    auto const asks_ladder = std::ranges::find(content.items, kLadderItem) != content.items.end();
    auto const topics = asks_ladder ? ladders_of(tx, keys, viewer, one, respondent) : std::vector<std::string>{};
    auto const ladders = one.moment == Moment::end ? Ladders::now_and_then : Ladders::now;
    return mixed(questions_of(content.items, one.side, topics, ladders, viewer.language), seed_of(one));
}

Standing standing_of(std::optional<store::Answers> const& answers) {
    if (!answers) return Standing::open;
    return answers->state == store::Answering::saved ? Standing::saved : Standing::sent;
}

bool knows_partner(db::Tx& tx, access::Viewer const& viewer, store::Asked const& one) {
    return one.moment == Moment::start &&
           store::has_partner(tx, viewer.organisation, viewer.person.value(), one.programme_id);
}

AskedBrief brief_of(db::Tx& tx, access::Viewer const& viewer, store::Asked const& one, Trace const& trace,
                    base::Day today) {
    AskedBrief brief{one.id,
                     one.moment,
                     one.title,
                     programme::store::find_called(tx, viewer.organisation, one.programme_id, viewer.language),
                     one.is_anonymous,
                     check_open(one, today).has_value() && !knows_partner(tx, viewer, one),
                     one.state == State::closed,
                     one.closes_on.value(),
                     {}};
    if (!one.is_anonymous) brief.standing = standing_of(trace.answers);
    return brief;
}

AskedQuestionnaire shown(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, store::Asked const& one,
                         base::Day today) {
    auto const trace = trace_of(tx, keys, viewer, one);
    AskedQuestionnaire asked;
    static_cast<AskedBrief&>(asked) = brief_of(tx, viewer, one, trace, today);
    asked.could_answer = static_cast<std::int32_t>(store::list_respondents(tx, viewer.organisation, one.id).size());
    asked.questions = asked_of(tx, keys, viewer, one, trace.respondent);
    if (trace.answers) asked.answers = trace.answers->answers;
    asked.reader = store::reader_name(tx, viewer.organisation, one);
    asked.question_set_id = one.question_set_id;
    return asked;
}

base::Result<bool> check_may_answer(db::Tx& tx, access::Viewer const& viewer, store::Asked const& one,
                                    base::Day today) {
    TRY_VOID(questionnaire::check_open(one, today));
    if (one.is_anonymous)
        return base::conflict("ballot_needed", "answers to this one are put into the box, without a name");
    if (knows_partner(tx, viewer, one)) return partner_known();
    return true;
}

}  // namespace

base::Result<AskedQuestionnaire> read_asked(db::Tx& tx, Keys const& keys, access::Viewer const& viewer,
                                            QuestionnaireId id, base::Instant now) {
    auto const one = store::find_asked(tx, viewer, id);
    if (!one) return questionnaire_not_found();
    return shown(tx, keys, viewer, *one, organisation::store::today(tx, viewer.organisation, now));
}

MyQuestionnaires list_asked(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, base::Instant now) {
    auto const today = organisation::store::today(tx, viewer.organisation, now);
    MyQuestionnaires mine;
    for (auto const& one : store::list_asked(tx, viewer))
        mine.items.push_back(brief_of(tx, viewer, one, trace_of(tx, keys, viewer, one), today));
    for (auto const& one : store::list_to_read(tx, viewer)) mine.to_read.push_back(brief_of(one));
    for (auto const& place : store::list_waiting_places(tx, viewer))
        mine.waiting.push_back(
            {place.programme_id,
             programme::store::find_called(tx, viewer.organisation, place.programme_id, viewer.language),
             place.has_consented});
    return mine;
}

base::Result<AskedQuestionnaire> answer(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, QuestionnaireId id,
                                        QuestionnaireReply const& given, base::Instant now) {
    auto const one = store::find_asked(tx, viewer, id);
    if (!one) return questionnaire_not_found();
    auto const today = organisation::store::today(tx, viewer.organisation, now);
    TRY_VOID(check_may_answer(tx, viewer, *one, today));
    auto const trace = trace_of(tx, keys, viewer, *one);
    if (!trace.respondent) return questionnaire_closed();
    TRY_VOID(check_answers(given.answers, asked_of(tx, keys, viewer, *one, trace.respondent)));
    if (given.state == Given::skipped)
        store::remove_answers(tx, viewer.organisation, id, *trace.respondent);
    else
        store::save_answers(tx, keys.seal, viewer.organisation, id, *trace.respondent,
                            {one->side, given.state == Given::sent ? store::Answering::sent : store::Answering::saved,
                             given.answers, one->arm});
    audit::record_private(tx, viewer.organisation, kQuestionnaireAnswered, now);
    return shown(tx, keys, viewer, *one, today);
}

}  // namespace questionnaire
