#pragma once
// The verbs of the sounding board. That something was asked or decided stands in the log without a name: who asks says
// who takes part. Answering, marking and being on a panel are private acts (rules 4).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "voice/question_store.hpp"

namespace voice {

inline constexpr audit::Kind kQuestionAsked{"question.asked"};
inline constexpr audit::Kind kDecisionPublished{"decision.published"};
inline constexpr audit::Kind kPanelJoined{"panel.joined", audit::Private::yes};
inline constexpr audit::Kind kPanelLeft{"panel.left", audit::Private::yes};
inline constexpr audit::Kind kQuestionAnswered{"question.answered", audit::Private::yes};
inline constexpr audit::Kind kQuestionMarked{"question.marked", audit::Private::yes};

// Whoever brings something in a programme says whether they may be asked.
base::Result<bool> join_panel(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, base::Instant now);
base::Result<bool> leave_panel(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, base::Instant now);

// With an id that is new, or the viewer's own question again. Refuses: what ask and question_words refuse;
// programme_closed, nobody_on_panel, too_many_questions; at /pairing_id not_there, at /standing not_yours.
base::Result<bool> ask_question(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                ProgrammeId programme, QuestionId id, QuestionAsked const& asked, base::Instant now);
// Under one's own name. Refuses: answers_over, question_closed.
base::Result<bool> answer_question(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, QuestionId id,
                                   std::string const& text, base::Instant now);
base::Result<bool> take_answer_back(db::Tx& tx, access::Viewer const& viewer, QuestionId id, base::Instant now);
// By whoever asked, or stands for the programme after them. Refuses what decide refuses.
base::Result<bool> publish_decision(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, QuestionId id,
                                    DecisionWanted const& wanted, base::Instant now);
// Refuses: marks_over.
base::Result<bool> mark_question(db::Tx& tx, access::Viewer const& viewer, QuestionId id, Mark mark, base::Instant now);

// What follows: all who were asked are told alike.
// To whoever decides: the box of answers without a name has been opened, whatever lay in it.
void tell_answers_opened(db::Tx& tx, access::OrganisationId organisation, ballot::QuestionSetId set, base::Instant now);
void tell_asked(db::Tx& tx, access::OrganisationId organisation, QuestionId id, base::Instant now);
void tell_decided(db::Tx& tx, access::OrganisationId organisation, DecisionId id, base::Instant now);
// By the schedule: whoever asked is reminded seven and two days before the promised day.
void remind_to_decide(db::Tx& tx, access::OrganisationId organisation, base::Instant now);

}  // namespace voice
