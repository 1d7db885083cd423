#pragma once
// Messages that one of the two picked to show to somebody else, as they stood at that moment, and nothing else of the
// thread.

#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/time.hpp"

namespace message {

inline constexpr std::size_t kMostPicked = 20;

struct PickedMessage {
    bool is_own = false;  // of whoever picked it; else their partner's
    std::string text;
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(PickedMessage, (), (is_own, text, written_at))

struct Excerpt {
    std::string partner;
    std::vector<PickedMessage> items;  // the oldest first
};
BOOST_DESCRIBE_STRUCT(Excerpt, (), (partner, items))

}  // namespace message
