#pragma once
// The only SQL that writes panel_members, questions, question_people, panel_answers, decisions and decision_reminders.
// Texts are sealed.

#include <optional>
#include <string>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "voice/question_shapes.hpp"

namespace voice::store {

using access::OrganisationId;
using access::Viewer;

bool is_on_panel(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
void insert_panel_member(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
void delete_panel_member(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Whoever has withdrawn counts like before: a panel that shrinks would tell.
std::int64_t count_panel(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Who is asked now: without the viewer, and without those who have withdrawn or left the house.
std::vector<PersonId> list_panel(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

bool has_joined(db::Tx& tx, Viewer const& viewer, ProgrammeId programme, pairing::Side side);
bool is_sponsor(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);
// Programmes that run, in which the viewer has joined on that side.
std::vector<ProgrammeId> list_joined(db::Tx& tx, Viewer const& viewer, pairing::Side side);
// That run, for which the viewer stands.
std::vector<ProgrammeId> list_sponsored(db::Tx& tx, Viewer const& viewer);
std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person);

void insert_question(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Question const& question,
                     QuestionWords const& words, std::vector<PersonId> const& people);
void save_question(db::Tx& tx, OrganisationId organisation, Question const& question);
// For jobs, and whether an id is given to anybody's.
std::optional<Question> find(db::Tx& tx, OrganisationId organisation, QuestionId id);
std::optional<Question> find_of_question_set(db::Tx& tx, OrganisationId organisation, ballot::QuestionSetId set);
struct Found {
    Question question;
    QuestionSeat seat = QuestionSeat::reader;
    bool knows_asker = false;
    bool reads_all = false;  // also while it is open
};
// A question to a partner is there for the two alone.
std::optional<Found> find_seat(db::Tx& tx, Viewer const& viewer, QuestionId id);
QuestionWords words_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionId id);
std::vector<PersonId> list_asked(db::Tx& tx, OrganisationId organisation, QuestionId id);
// Who decides an open question now: whoever asked or, when they no longer stand for the programme or have left the
// house, whoever does. Empty when nobody does.
std::vector<PersonId> list_deciders(db::Tx& tx, OrganisationId organisation, Question const& question);
// Asked by or of the viewer, or theirs to draft or to decide: open ones first, the nearest day first; the latest
// hundred.
std::vector<Question> list_mine(db::Tx& tx, Viewer const& viewer);
std::int64_t count_open(db::Tx& tx, Viewer const& viewer, ProgrammeId programme);

void save_answer(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, QuestionId id, std::string const& text);
void delete_answer(db::Tx& tx, Viewer const& viewer, QuestionId id);
std::optional<std::string> find_own_answer(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer, QuestionId id);
// By name, for the asker.
std::vector<PanelAnswer> list_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionId id);

void save_mark(db::Tx& tx, Viewer const& viewer, QuestionId id, Mark mark);
std::optional<Mark> find_own_mark(db::Tx& tx, Viewer const& viewer, QuestionId id);
Marks count_marks(db::Tx& tx, OrganisationId organisation, QuestionId id);

DecisionId insert_decision(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Decided const& decided,
                           base::Day today);
std::vector<PublishedDecision> list_decisions(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                              QuestionId id);
std::optional<QuestionId> find_question_decided(db::Tx& tx, OrganisationId organisation, DecisionId id);

// Open ones whose day is near, with the reminder that is due.
std::vector<Question> list_near(db::Tx& tx, OrganisationId organisation, base::Day latest);
// Empty when that was reminded of already.
std::optional<base::AnyId> insert_reminder(db::Tx& tx, OrganisationId organisation, Question const& question,
                                           std::int32_t days_before);
// To its panel, of a programme: those that are open, and the latest hundred that are closed.
std::vector<Question> list_of_board(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

// Of programmes whose last pairs ended before that day: what was asked, answered and decided is gone.
void forget_questions(db::Tx& tx, OrganisationId organisation, base::Day last_before);

}  // namespace voice::store
