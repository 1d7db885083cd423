#pragma once
// Drafting a decision: by whoever asked, or by the one person whom a sponsor names for it. A draft tells nobody but the
// two; nothing of it stands in the log.

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "voice/question_shapes.hpp"

namespace voice {

// By the sponsor. Refuses, as field errors of /colleague: nobody_of_this_name, several_of_this_name, takes_part (who is
// enrolled there might be asked).
base::Result<bool> name_drafter(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                std::string const& colleague, base::Instant now);
base::Result<bool> end_drafting(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme);
// Refuses: stale, question_closed.
base::Result<bool> draft_decision(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, QuestionId id,
                                  DecisionDraft const& wanted, base::Instant now);

}  // namespace voice
