#pragma once
// The cards of a conversation: for topics that one of the two brings and the other wants, questions to begin with, in
// both directions (R27, R28). Content in content/topic_cards/<language>.json, one card for each of the topics.
//
// Only topics that both have chosen have a card. Nobody leaves out what they have chosen (`wanted_and_left_out`), so a
// card that is not there says nothing about what the other will not discuss (decision 0233).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "pairing/pairing.hpp"

namespace meeting {

using pairing::Side;

inline constexpr std::size_t kMostCards = 3;

struct TopicCard {
    std::string key;                    // of the topic
    std::vector<std::string> bringing;  // for whoever brings it
    std::vector<std::string> wanting;   // for whoever wants it
    std::string first_step;
    std::optional<std::string> care;
};
BOOST_DESCRIBE_STRUCT(TopicCard, (), (key, bringing, wanting, first_step, care))

struct TopicCards {
    std::vector<TopicCard> cards;

    [[nodiscard]] TopicCard const* find(std::string_view key) const;
};
BOOST_DESCRIBE_STRUCT(TopicCards, (), (cards))

TopicCards const& topic_cards(std::string_view language = "en");

// What the one brings and the other wants.
struct SharedTopic {
    std::string topic;
    Side brought_by = Side::mentor;

    auto operator<=>(SharedTopic const&) const = default;
};

// At most three for the conversation of this number, each of another family, others the next time as far as there are
// any. Never one that is left out.
std::vector<SharedTopic> cards_for(std::vector<SharedTopic> const& shared, std::int32_t number,
                                   std::vector<std::string> const& left_out);

}  // namespace meeting
