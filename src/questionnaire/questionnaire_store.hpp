#pragma once
// The only SQL that writes questionnaires, questionnaire_people and questionnaire_results.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/db/db.hpp"
#include "programme/programme.hpp"
#include "questionnaire/questionnaire.hpp"

namespace questionnaire::store {

using access::OrganisationId;
using access::Viewer;

// What is asked: items of the house (question.hpp), or a coordinator's own questions.
struct Content {
    std::vector<std::string> items;
    std::vector<AskedQuestion> own;
};
BOOST_DESCRIBE_STRUCT(Content, (), (items, own))

void insert(db::Tx& tx, OrganisationId organisation, Questionnaire const& one, Content const& content);
void save(db::Tx& tx, OrganisationId organisation, Questionnaire const& one);
void save_content(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, Content const& content);
void remove(db::Tx& tx, OrganisationId organisation, QuestionnaireId id);

std::optional<Questionnaire> find(db::Tx& tx, OrganisationId organisation, QuestionnaireId id);
Content content_of(db::Tx& tx, OrganisationId organisation, QuestionnaireId id);
std::vector<Questionnaire> list_of_programme(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::vector<Questionnaire> list_open(db::Tx& tx, OrganisationId organisation);
std::int32_t next_number(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// Put to the viewer, who is on that side.
struct Asked : Questionnaire {
    Side side = Side::mentor;
    Arm arm = Arm::takes_part;
};
BOOST_DESCRIBE_STRUCT(Asked, (Questionnaire), (side, arm))
std::optional<Asked> find_asked(db::Tx& tx, Viewer const& viewer, QuestionnaireId id);
// Newest first, of the last hundred.
std::vector<Asked> list_asked(db::Tx& tx, Viewer const& viewer);

// Closed ones whose results the viewer may read: they take part, are the sponsor or the analyst, or coordinate.
std::optional<Questionnaire> find_with_results(db::Tx& tx, Viewer const& viewer, QuestionnaireId id);
// Whether the viewer is one of those of a programme who read its results.
bool may_read_results(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Closed ones whose words the viewer reads.
std::vector<Questionnaire> list_to_read(db::Tx& tx, Viewer const& viewer);
std::vector<Questionnaire> list_with_results(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

struct Respondent {
    PersonId person_id;
    Side side = Side::mentor;
    Arm arm = Arm::takes_part;
};
BOOST_DESCRIBE_STRUCT(Respondent, (), (person_id, side, arm))
// Who takes part and whom the questionnaire would ask, each once, on the side they joined first. `unpaired`: whom no
// partner of the programme is known to.
enum class Whom { everybody, unpaired };
std::vector<Respondent> list_askable(db::Tx& tx, OrganisationId organisation, Questionnaire const& one, Whom whom);
bool has_partner(db::Tx& tx, OrganisationId organisation, PersonId person, ProgrammeId programme);
// Once each; whoever is asked already stays as they are.
void ask(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, std::vector<Respondent> const& people);
// To nobody any more who waits.
void ask_no_more(db::Tx& tx, Viewer const& viewer, QuestionnaireId id);
// Put to the viewer while they wait, and open.
std::vector<QuestionnaireId> list_open_while_waiting(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Who takes part: whoever waits is in no count, and in no list but that of who is told.
std::vector<Respondent> list_respondents(db::Tx& tx, OrganisationId organisation, QuestionnaireId id);
std::vector<PersonId> list_everybody_asked(db::Tx& tx, OrganisationId organisation, QuestionnaireId id);

struct Told {
    PersonId person_id;
    std::string time_zone;
    std::string site;  // "" when nobody said
};
BOOST_DESCRIBE_STRUCT(Told, (), (person_id, time_zone, site))
enum class Telling { opened, reminder };
std::vector<Told> list_untold(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, Telling telling);
void mark_told(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, PersonId person, Telling telling);

// Programmes that are not drafts, with what decides when the house asks.
struct Scheduled {
    ProgrammeId id;
    std::optional<base::Instant> enrolling_at;
    std::optional<base::Day> enrolment_closes_on;
    std::optional<base::Day> ends_on;
    std::int32_t rounds = 2;
    std::int32_t round_days = 14;
    std::int32_t planned_pairs = 0;
    std::optional<base::Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Scheduled, (),
                      (id, enrolling_at, enrolment_closes_on, ends_on, rounds, round_days, planned_pairs, closed_at))
ProgrammeDays days_of(Scheduled const& programme);
std::vector<Scheduled> list_scheduled(db::Tx& tx, OrganisationId organisation);
std::vector<std::string> instruments_of(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// The called name, for whoever writes to be read by them.
std::optional<std::string> reader_name(db::Tx& tx, OrganisationId organisation, Questionnaire const& one);
// Whether this person may read what others wrote: active, and not the sponsor of the programme (rules B).
bool may_read_words(db::Tx& tx, OrganisationId organisation, ProgrammeId programme, PersonId person);

void save_results(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, std::string const& results);
std::optional<std::string> results_of(db::Tx& tx, OrganisationId organisation, QuestionnaireId id);

}  // namespace questionnaire::store
