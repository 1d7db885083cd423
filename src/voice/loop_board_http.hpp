#pragma once
// The doors of the loop board, and of drafting for a sponsor.

#include "access/call.hpp"
#include "voice/loop_board.hpp"

namespace voice {

base::Result<LoopBoard> show_loop_board(access::Call& call);
// By the sponsor: everybody in the house may read it from here on, or no longer.
base::Result<LoopBoard> put_board_publication(access::Call& call);
base::Result<LoopBoard> remove_board_publication(access::Call& call);

base::Result<QuestionOpenings> put_drafter(access::Call& call, DrafterWanted const& wanted);
base::Result<QuestionOpenings> remove_drafter(access::Call& call);
base::Result<BoardQuestion> put_draft(access::Call& call, DecisionDraft const& wanted);

}  // namespace voice
