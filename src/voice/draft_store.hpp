#pragma once
// The only SQL that writes drafters and decision_drafts. Drafts are sealed.

#include <optional>
#include <string>

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "voice/question_shapes.hpp"

namespace voice::store {

using access::OrganisationId;
using access::Viewer;

// Whoever drafts for the viewer, as a sponsor; in place of whoever did before.
void save_drafter(db::Tx& tx, Viewer const& sponsor, ProgrammeId programme, PersonId person);
void delete_drafter(db::Tx& tx, Viewer const& sponsor, ProgrammeId programme);
std::optional<std::string> find_drafter_name(db::Tx& tx, Viewer const& sponsor, ProgrammeId programme);
// The viewer drafts for whoever asked, while the question is open.
bool drafts_for(db::Tx& tx, Viewer const& viewer, Question const& question);

bool has_draft(db::Tx& tx, OrganisationId organisation, QuestionId id);
std::optional<DecisionDraft> find_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        QuestionId id);
void save_draft(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionId id,
                DecisionDraft const& draft);
void delete_draft(db::Tx& tx, OrganisationId organisation, QuestionId id);

}  // namespace voice::store
