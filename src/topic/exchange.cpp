#include "topic/exchange.hpp"

#include <algorithm>
#include <set>

namespace topic {
namespace {

using Errors = std::vector<base::FieldError>;
using Chosen = std::set<std::pair<Way, std::string>>;

void check_topic(std::string const& key, Way way, bool as_private, std::string const& pointer, Chosen& chosen,
                 Errors& errors) {
    auto const* known = catalogue().find(key);
    if (known == nullptr)
        errors.push_back({pointer, "unknown_topic", {}});
    else if (known->is_private != as_private)
        errors.push_back({pointer, as_private ? "not_private" : "private_topic", {}});
    else if (!chosen.emplace(way, key).second)
        errors.push_back({pointer, "twice", {}});
}

std::int64_t count_way(Topics const& topics, Way way) {
    auto const hidden = std::ranges::count(topics.private_topics, way, &PrivateTopic::way);
    return hidden + (way == Way::bring ? std::ssize(topics.offers) : std::ssize(topics.wants));
}

}  // namespace

bool leaves_out(std::string const& subject, std::string const& key) {
    return subject == key || subject == catalogue().find(key)->family;
}

base::Result<Topics> check_topics(Topics topics) {
    Errors errors;
    Chosen chosen;
    for (std::size_t i = 0; i < topics.offers.size(); ++i)
        check_topic(topics.offers[i].topic, Way::bring, false, "/offers/" + std::to_string(i) + "/topic", chosen,
                    errors);
    for (std::size_t i = 0; i < topics.wants.size(); ++i)
        check_topic(topics.wants[i].topic, Way::want, false, "/wants/" + std::to_string(i) + "/topic", chosen, errors);
    for (std::size_t i = 0; i < topics.private_topics.size(); ++i)
        check_topic(topics.private_topics[i].topic, topics.private_topics[i].way, true,
                    "/private_topics/" + std::to_string(i) + "/topic", chosen, errors);
    if (count_way(topics, Way::bring) > kMostTopics) errors.push_back({"/offers", "too_many", {{"most", "3"}}});
    if (count_way(topics, Way::want) > kMostTopics) errors.push_back({"/wants", "too_many", {{"most", "3"}}});
    if (!errors.empty()) return base::invalid(std::move(errors));
    return topics;
}

base::Result<std::vector<std::string>> check_will_not_discuss(std::vector<std::string> subjects, Topics const& topics) {
    std::vector<std::string> chosen;
    for (auto const& offer : topics.offers) chosen.push_back(offer.topic);
    for (auto const& want : topics.wants) chosen.push_back(want.topic);
    for (auto const& hidden : topics.private_topics) chosen.push_back(hidden.topic);
    Errors errors;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        auto const pointer = "/subjects/" + std::to_string(i);
        if (!catalogue().has_subject(subjects[i]))
            errors.push_back({pointer, "unknown_topic", {}});
        else if (std::ranges::any_of(chosen, [&](auto const& key) { return leaves_out(subjects[i], key); }))
            errors.push_back({pointer, "wanted_and_left_out", {}});
    }
    if (!errors.empty()) return base::invalid(std::move(errors));
    std::ranges::sort(subjects);
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

base::Result<bool> check_topics_kept(Topics const& topics, std::vector<std::string> const& left_out) {
    Errors errors;
    auto const check = [&](auto const& chosen, std::string const& pointer) {
        for (std::size_t i = 0; i < chosen.size(); ++i)
            if (std::ranges::any_of(left_out,
                                    [&](auto const& subject) { return leaves_out(subject, chosen[i].topic); }))
                errors.push_back({pointer + std::to_string(i), "wanted_and_left_out", {}});
    };
    check(topics.offers, "/offers/");
    check(topics.wants, "/wants/");
    check(topics.private_topics, "/private_topics/");
    if (!errors.empty()) return base::invalid(std::move(errors));
    return true;
}

std::vector<StillNeeded> still_needed(Topics const& topics, programme::Profile const& profile) {
    std::vector<StillNeeded> needed;
    if (count_way(topics, Way::bring) < 1) needed.push_back(StillNeeded::bring);
    if (count_way(topics, Way::want) < 1) needed.push_back(StillNeeded::want);
    if (profile.usual_times.empty()) needed.push_back(StillNeeded::usual_times);
    if (!profile.charter_read_version) needed.push_back(StillNeeded::charter);
    return needed;
}

int required_inputs(Side side) {
    constexpr int kInvitationAnswer = 1;
    constexpr int kTopicWithItsFamily = 2;
    constexpr int kWays = 2;
    constexpr int kTimes = 1;
    constexpr int kCharter = 1;
    // Asked of those who bring the topic, and never refused when left empty.
    int const motivation = side == Side::mentor ? 1 : 0;
    return kInvitationAnswer + kWays * kTopicWithItsFamily + kTimes + kCharter + motivation;
}

}  // namespace topic
