#pragma once
// What is read of a questionnaire that has closed, by whoever may (rules B): figures by everybody who takes part no
// later than by anybody else (R43), words by their reader alone.

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "questionnaire/questionnaire_shapes.hpp"

namespace questionnaire {

base::Result<ResultsAnswer> read_results(db::Tx& tx, access::Viewer const& viewer, QuestionnaireId id);
// Nothing of fewer than ten who answered (AN6).
base::Result<Comments> read_comments(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                     QuestionnaireId id);

}  // namespace questionnaire
