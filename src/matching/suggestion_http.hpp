#pragma once
// Endpoints of a person's own suggestions.

#include "access/call.hpp"
#include "matching/suggestion_shapes.hpp"

namespace matching {

base::Result<MySuggestions> list_my_suggestions(access::Call& call);
base::Result<SuggestionAnswer> put_answer(access::Call& call, GivenAnswer const& answer);

}  // namespace matching
