#pragma once
// *My exchange* as one document, the private list beside it, and what matching and the coordinator get.

#include <array>

#include "topic/exchange.hpp"

namespace topic {

struct ExchangeInput {
    std::int64_t version = 0;
    Topics topics;
    programme::Profile profile;
};
BOOST_DESCRIBE_STRUCT(ExchangeInput, (), (version, topics, profile))

// For its owner alone.
struct Exchange {
    EnrolmentId id;
    access::ProgrammeId programme_id;
    Side side = Side::mentor;
    programme::EnrolmentState state = programme::EnrolmentState::joined;
    std::int64_t version = 0;
    Topics topics;
    programme::Profile profile;
    std::vector<StillNeeded> still_needed;
    bool uses_career_stage = false;
};
BOOST_DESCRIBE_STRUCT(Exchange, (),
                      (id, programme_id, side, state, version, topics, profile, still_needed, uses_career_stage))

struct WillNotDiscuss {
    std::vector<std::string> subjects;
};
BOOST_DESCRIBE_STRUCT(WillNotDiscuss, (), (subjects))

// For the coordinator: ordinary topics, and of the others that there is one.
struct ExchangeBrief {
    std::vector<Offer> offers;
    std::vector<Want> wants;
    bool has_private_topic = false;
};
BOOST_DESCRIBE_STRUCT(ExchangeBrief, (), (offers, wants, has_private_topic))

// Offers against wants per topic, so that missing ones are seen before launch (R17).
struct TopicSupply {
    std::string topic;
    std::int64_t offered = 0;
    std::int64_t wanted = 0;
};
BOOST_DESCRIBE_STRUCT(TopicSupply, (), (topic, offered, wanted))

struct TopicBoard {
    std::vector<TopicSupply> mentor;  // offered by those who bring, wanted by those who want
    std::vector<TopicSupply> mentee;  // what comes back
};
BOOST_DESCRIBE_STRUCT(TopicBoard, (), (mentor, mentee))

struct TopicQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(TopicQuery, (), (language))

// What matching loads of one enrolment.
struct EnrolmentTopics {
    EnrolmentId enrolment;
    Topics topics;
    std::vector<std::string> will_not_discuss;
};

}  // namespace topic

template <>
inline constexpr auto meta::limits<topic::WillNotDiscuss> =
    std::array{meta::Limit{"subjects", 0, 71, "Topics or whole families", 1, 8}};
template <>
inline constexpr auto meta::limits<topic::TopicQuery> = std::array{meta::Limit{"language", 2, 35}};
