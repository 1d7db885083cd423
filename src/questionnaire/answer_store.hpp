#pragma once
// The only SQL that writes questionnaire_answers. An answer names nobody: it stands under the key of its respondent
// (ballot/respondent_store.hpp).

#include <optional>
#include <vector>

#include "access/viewer.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "questionnaire/questionnaire.hpp"

namespace questionnaire::store {

using access::OrganisationId;

// saved: begun; sent: counts at the closing.
enum class Answering { saved, sent };
BOOST_DESCRIBE_ENUM(Answering, saved, sent)

struct Answers {
    Side side = Side::mentor;
    Answering state = Answering::saved;
    std::vector<QuestionnaireAnswer> answers;
    Arm arm = Arm::takes_part;
};
BOOST_DESCRIBE_STRUCT(Answers, (), (side, state, answers, arm))

std::optional<Answers> find_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    QuestionnaireId id, meta::Bytes const& respondent);
void save_answers(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, QuestionnaireId id,
                  meta::Bytes const& respondent, Answers const& answers);
void remove_answers(db::Tx& tx, OrganisationId organisation, QuestionnaireId id, meta::Bytes const& respondent);

struct OfRespondent {
    meta::Bytes respondent;
    Answers answers;
};
// Those that participants sent, in the order of respondents, which is chance.
std::vector<OfRespondent> list_sent(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                    QuestionnaireId id);

// Programmes that closed before, whose secret and answers are still there.
struct Kept {
    ProgrammeId programme_id;
    base::AnyId key_id;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (programme_id, key_id))
std::vector<Kept> list_to_forget(db::Tx& tx, OrganisationId organisation, base::Instant closed_before);
void forget_answers(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace questionnaire::store
