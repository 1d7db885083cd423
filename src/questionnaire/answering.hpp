#pragma once
// What is put to somebody, and what they answer: a private act (rules 4). Anonymous answers go to the room `ballot`.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "questionnaire/questionnaire_shapes.hpp"

namespace questionnaire {

inline constexpr audit::Kind kQuestionnaireAnswered{"questionnaire.answered", audit::Private::yes};

struct Keys {
    crypto::Keys const& seal;
    crypto::KeyFiles const& files;
};
base::Result<AskedQuestionnaire> read_asked(db::Tx& tx, Keys const& keys, access::Viewer const& viewer,
                                            QuestionnaireId id, base::Instant now);
MyQuestionnaires list_asked(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, base::Instant now);
// Refuses: questionnaire_closed, partner_known, `ballot_needed` (of an anonymous one), what check_answers refuses.
base::Result<AskedQuestionnaire> answer(db::Tx& tx, Keys const& keys, access::Viewer const& viewer, QuestionnaireId id,
                                        QuestionnaireReply const& given, base::Instant now);

}  // namespace questionnaire
