#include "matching/suggestion_http.hpp"

#include "matching/suggestion_actions.hpp"

namespace matching {

base::Result<MySuggestions> list_my_suggestions(access::Call& call) {
    return MySuggestions{store::list_mine(call.tx, call.viewer)};
}

base::Result<SuggestionAnswer> put_answer(access::Call& call, GivenAnswer const& answer) {
    TRY(id, call.id<SuggestionId>("id"));
    return answer_suggestion(call.tx, call.viewer, id, answer, call.now);
}

}  // namespace matching
