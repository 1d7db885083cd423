#pragma once
// What one person brings and wants in one enrolment, and when that is enough to look for a partner.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "programme/enrolment_shapes.hpp"
#include "topic/topic.hpp"

namespace topic {

using programme::EnrolmentId;
using programme::Side;

inline constexpr std::int32_t kMostTopics = 3;  // a side

// Strength: 1 I know a little, 2 I use it, 3 I could show another person.
struct Offer {
    std::string topic;
    std::int32_t strength = 2;

    bool operator==(Offer const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (topic, strength))

// Priority: 1 is wanted most.
struct Want {
    std::string topic;
    std::int32_t priority = 1;

    bool operator==(Want const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Want, (), (topic, priority))

enum class Way { bring, want };
BOOST_DESCRIBE_ENUM(Way, bring, want)

// One consent (rules 6). `weight` is the strength or the priority.
struct PrivateTopic {
    std::string topic;
    Way way = Way::bring;
    std::int32_t weight = 1;
    bool may_be_named_on_my_card = false;

    bool operator==(PrivateTopic const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrivateTopic, (), (topic, way, weight, may_be_named_on_my_card))

struct Topics {
    std::vector<Offer> offers;
    std::vector<Want> wants;
    std::vector<PrivateTopic> private_topics;

    bool operator==(Topics const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Topics, (), (offers, wants, private_topics))

// Known, once a way, at most three a way, private ones only as consents. Codes: `unknown_topic`, `twice`,
// `too_many`, `private_topic`, `not_private`.
base::Result<Topics> check_topics(Topics topics);
// Does a subject, a topic or a whole family, leave out this topic of the catalogue?
bool leaves_out(std::string const& subject, std::string const& key);
// Codes: `unknown_topic`, and `wanted_and_left_out` where somebody leaves out what they bring or want.
base::Result<std::vector<std::string>> check_will_not_discuss(std::vector<std::string> subjects, Topics const& topics);
// The same the other way round: refuses to bring or want what one has left out.
base::Result<bool> check_topics_kept(Topics const& topics, std::vector<std::string> const& left_out);

// What is still needed before a partner can be looked for.
enum class StillNeeded { bring, want, usual_times, charter };
BOOST_DESCRIBE_ENUM(StillNeeded, bring, want, usual_times, charter)
std::vector<StillNeeded> still_needed(Topics const& topics, programme::Profile const& profile);

// The promise of rules 9: what must be tapped or typed from the invitation to being ready, counting the answer to it,
// each topic with its family, the times confirmed and the charter read. Held by a test.
inline constexpr int kMostInputsOfMentee = 12;
inline constexpr int kMostInputsOfMentor = 15;
int required_inputs(Side side);

}  // namespace topic

template <>
inline constexpr auto meta::limits<topic::Offer> =
    std::array{meta::Limit{"topic", 1, 8}, meta::Limit{"strength", 1, 3, "3: could show another person"}};
template <>
inline constexpr auto meta::limits<topic::Want> =
    std::array{meta::Limit{"topic", 1, 8}, meta::Limit{"priority", 1, 3, "1: wanted most"}};
template <>
inline constexpr auto meta::limits<topic::PrivateTopic> = std::array{
    meta::Limit{"topic", 1, 8}, meta::Limit{"weight", 1, 3, "Strength of what is brought, priority of what is wanted"},
    meta::doc("may_be_named_on_my_card", "Until then the engine alone uses it")};
template <>
inline constexpr auto meta::limits<topic::Topics> =
    std::array{meta::Limit{"offers", 0, topic::kMostTopics}, meta::Limit{"wants", 0, topic::kMostTopics},
               meta::Limit{"private_topics", 0, 2 * topic::kMostTopics,
                           "Each entry is a separate consent; leaving it out revokes"}};
