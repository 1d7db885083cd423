#pragma once

#include <vector>

#include "access/call.hpp"
#include "audit/event.hpp"
#include "meeting/skipped_prompt.hpp"

namespace meeting {

inline constexpr audit::Kind kPromptsSkipped{"meeting.prompts_skipped", audit::Private::yes};

struct SkippedList {
    std::vector<SkippedPrompts> items;  // the latest last
};
BOOST_DESCRIBE_STRUCT(SkippedList, (), (items))

base::Result<SkippedList> show_skipped_prompts(access::Call& call);
// Refuses besides: pairing_over.
base::Result<SkippedList> put_skipped_prompts(access::Call& call, SkippedPrompts const& wanted);

}  // namespace meeting
