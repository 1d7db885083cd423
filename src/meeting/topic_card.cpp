#include "meeting/topic_card.hpp"

#include <algorithm>

#include "platform/content.hpp"
#include "topic/exchange.hpp"

namespace meeting {
namespace {

using Family = std::vector<SharedTopic>;

// A topic that each brings to the other has one card.
std::vector<Family> by_family(std::vector<SharedTopic> const& shared, std::vector<std::string> const& left_out) {
    std::vector<Family> families;
    for (auto const& one : shared) {
        auto const leaves = [&](std::string const& subject) { return topic::leaves_out(subject, one.topic); };
        if (std::ranges::any_of(left_out, leaves)) continue;
        auto const family = std::ranges::find_if(
            families, [&](Family const& of) { return of.front().topic.front() == one.topic.front(); });
        if (family == families.end())
            families.push_back({one});
        else if (std::ranges::find(*family, one.topic, &SharedTopic::topic) == family->end())
            family->push_back(one);
    }
    return families;
}

}  // namespace

TopicCard const* TopicCards::find(std::string_view key) const {
    auto const found = std::ranges::find(cards, key, &TopicCard::key);
    return found == cards.end() ? nullptr : &*found;
}

TopicCards const& topic_cards(std::string_view language) {
    return content::read_once<TopicCards>("content/topic_cards/", language);
}

std::vector<SharedTopic> cards_for(std::vector<SharedTopic> const& shared, std::int32_t number,
                                   std::vector<std::string> const& left_out) {
    auto const families = by_family(shared, left_out);
    auto const turn = static_cast<std::size_t>(std::max(number, 1) - 1);
    std::vector<SharedTopic> cards;
    for (std::size_t i = 0; i < std::min(kMostCards, families.size()); ++i) {
        auto const& family = families[(turn * kMostCards + i) % families.size()];
        cards.push_back(family[turn % family.size()]);
    }
    return cards;
}

}  // namespace meeting
