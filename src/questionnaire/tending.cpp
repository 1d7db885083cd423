#include "questionnaire/tending.hpp"

#include <algorithm>
#include <map>

#include "ballot/ballot_actions.hpp"
#include "ballot/question_set_store.hpp"
#include "ballot/respondent_store.hpp"
#include "meeting/holiday_store.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "platform/json.hpp"
#include "questionnaire/answer_store.hpp"
#include "questionnaire/questionnaire_actions.hpp"
#include "questionnaire/results.hpp"
#include "questionnaire/waiting_consent_store.hpp"

namespace questionnaire {
namespace {

using access::OrganisationId;

void open_by_house(db::Tx& tx, OrganisationId organisation, store::Scheduled const& programme, Moment moment,
                   Days const& days, base::Instant now) {
    Questionnaire one;
    one.id = tx.make_id<QuestionnaireId>();
    one.programme_id = programme.id;
    one.moment = moment;
    one.state = State::open;
    one.opened_on = days.opens_on;
    one.closes_on = days.closes_on;
    auto const people = static_cast<std::size_t>(programme.planned_pairs) * 2;
    store::Content content;
    content.items = items_of(store::instruments_of(tx, organisation, programme.id), people,
                             moment == Moment::echo ? Length::short_look : Length::whole);
    if (content.items.empty()) return;
    store::insert(tx, organisation, one, content);
    audit::record(tx, access::house(organisation), kQuestionnaireOpened, base::any(one.id), {}, now);
}

void open_due(db::Tx& tx, OrganisationId organisation, store::Scheduled const& programme, base::Day today,
              base::Instant now) {
    if (!ballot::store::respondent_key_id(tx, organisation, programme.id)) return;
    auto const asked = store::list_of_programme(tx, organisation, programme.id);
    for (auto const moment : {Moment::start, Moment::end, Moment::echo}) {
        auto const days = days_of(moment, store::days_of(programme));
        bool const is_due = days.opens_on && *days.opens_on <= today && today <= *days.closes_on;
        if (is_due && std::ranges::find(asked, moment, &Questionnaire::moment) == asked.end())
            open_by_house(tx, organisation, programme, moment, days, now);
    }
}

// Whoever has joined since: at the start as long as they know no partner.
void ask_newcomers(db::Tx& tx, OrganisationId organisation, Questionnaire const& one) {
    if (one.moment == Moment::own) return;
    auto const whom = one.moment == Moment::start ? store::Whom::unpaired : store::Whom::everybody;
    store::ask(tx, organisation, one.id, store::list_askable(tx, organisation, one, whom));
    if (one.moment != Moment::echo)
        store::ask(tx, organisation, one.id, store::list_consenting(tx, organisation, one.programme_id));
}

void tell(db::Tx& tx, OrganisationId organisation, Questionnaire const& one, store::Telling telling,
          base::Instant now) {
    auto const today = base::utc_day(now);
    auto const closed = meeting::store::closed_sites_of(tx, organisation, today - 1, today + 1);
    auto const& kind = telling == store::Telling::opened ? notice::questionnaire_waits : notice::questionnaire_closes;
    for (auto const& person : store::list_untold(tx, organisation, one.id, telling)) {
        if (!closed.is_asked(person.site, person.time_zone, now)) continue;
        if (one.moment == Moment::start && store::has_partner(tx, organisation, person.person_id, one.programme_id))
            continue;
        store::mark_told(tx, organisation, one.id, person.person_id, telling);
        notice::tell(tx, organisation, person.person_id, kind, base::any(one.id), now);
    }
}

std::vector<AskedQuestion> all_questions(store::Content const& content) {
    auto questions = content.own;
    for (auto const& key : content.items) {
        if (key == kLadderItem) {
            questions.push_back({key, QuestionKind::ladder, "", {}});
            continue;
        }
        for (auto const side : {Side::mentor, Side::mentee}) {
            auto of_side = questions_of({key}, side, {}, Ladders::now, "en");
            if (of_side.empty()) continue;
            questions.push_back(std::move(of_side.front()));
            break;
        }
    }
    return questions;
}

std::vector<Sheet> sheets_of_ballots(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     Questionnaire const& one) {
    std::vector<Sheet> sheets;
    for (auto const& ballot : ballot::store::list_ballots(tx, keys, organisation, *one.question_set_id)) {
        Sheet sheet;
        for (auto const& answer : ballot)
            if (answer.value) sheet.answers.push_back({answer.question, answer.value, {}});
        if (!sheet.answers.empty()) sheets.push_back(std::move(sheet));
    }
    return sheets;
}

std::vector<Sheet> sheets_of_respondents(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                         Questionnaire const& one) {
    std::map<crypto::Bytes, std::vector<QuestionnaireAnswer>> at_the_start;
    if (one.moment == Moment::end || one.moment == Moment::echo)
        for (auto const& before : store::list_of_programme(tx, organisation, one.programme_id))
            if (before.moment == Moment::start)
                for (auto& sent : store::list_sent(tx, keys, organisation, before.id))
                    at_the_start.emplace(sent.respondent.octets, std::move(sent.answers.answers));
    std::vector<Sheet> sheets;
    for (auto& sent : store::list_sent(tx, keys, organisation, one.id)) {
        Sheet sheet{sent.answers.side, std::move(sent.answers.answers), {}};
        if (auto const then = at_the_start.find(sent.respondent.octets); then != at_the_start.end())
            sheet.at_the_start = then->second;
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

bool can_close(db::Tx& tx, OrganisationId organisation, Questionnaire const& one, base::Day today) {
    if (today <= *one.closes_on) return false;
    if (!one.is_anonymous) return true;
    auto const set = ballot::store::find(tx, organisation, one.question_set_id.value());
    return set && set->is_closed;
}

void close(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Questionnaire one, base::Instant now) {
    Invited invited;
    for (auto const& person : store::list_respondents(tx, organisation, one.id))
        ++(person.side == Side::mentor ? invited.mentors : invited.mentees);
    auto const sheets = one.is_anonymous ? sheets_of_ballots(tx, keys, organisation, one)
                                         : sheets_of_respondents(tx, keys, organisation, one);
    auto const results = results_of(all_questions(store::content_of(tx, organisation, one.id)), sheets, invited,
                                    one.is_anonymous ? Ties::none : Ties::by_respondent);
    store::save_results(tx, organisation, one.id, json::write(results));
    one.state = State::closed;
    ++one.version;
    store::save(tx, organisation, one);
    audit::record(tx, access::house(organisation), kQuestionnaireClosed, base::any(one.id), {}, now);
    for (auto const& person : store::list_everybody_asked(tx, organisation, one.id))
        notice::tell(tx, organisation, person, notice::results_ready, base::any(one.id), now);
    if (one.reader_id) notice::tell(tx, organisation, *one.reader_id, notice::words_to_read, base::any(one.id), now);
}

void tend_one(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Questionnaire const& one,
              base::Instant now) {
    auto const today = organisation::store::today(tx, organisation, now);
    if (can_close(tx, organisation, one, today)) return close(tx, keys, organisation, one, now);
    if (today > *one.closes_on) return;
    ask_newcomers(tx, organisation, one);
    tell(tx, organisation, one, store::Telling::opened, now);
    if (is_time_to_remind(one, today)) tell(tx, organisation, one, store::Telling::reminder, now);
}

}  // namespace

base::Result<bool> tend_questionnaires(jobs::Work& work, Keys const& keys) {
    auto const organisation = work.organisation<OrganisationId>();
    auto const programmes = work.read([&](db::Tx& tx) { return store::list_scheduled(tx, organisation); });
    for (auto const& programme : programmes)
        // None is made anew for a programme that has closed.
        if (!programme.closed_at) TRY_VOID(ballot::make_respondent_secret(work, keys.files, programme.id));
    return work.write([&](db::Tx& tx) -> base::Result<bool> {
        auto const today = organisation::store::today(tx, organisation, work.now());
        for (auto const& programme : programmes) open_due(tx, organisation, programme, today, work.now());
        for (auto const& one : store::list_open(tx, organisation))
            tend_one(tx, keys.seal, organisation, one, work.now());
        return true;
    });
}

base::Result<bool> forget_respondents(jobs::Work& work, crypto::KeyFiles const& files) {
    auto const organisation = work.organisation<OrganisationId>();
    auto const closed_before = work.now() - std::chrono::hours(24 * kKeptDays);
    auto const old = work.read([&](db::Tx& tx) { return store::list_to_forget(tx, organisation, closed_before); });
    for (auto const& kept : old) {
        TRY_VOID(work.write([&](db::Tx& tx) -> base::Result<bool> {
            store::forget_answers(tx, organisation, kept.programme_id);
            return true;
        }));
        files.destroy(kept.key_id);
    }
    return true;
}

}  // namespace questionnaire
