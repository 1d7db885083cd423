#pragma once
// What goes in and out about questions. Shown to whoever answers, and to nobody else.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "platform/meta.hpp"
#include "survey/survey.hpp"

namespace survey {

struct SurveyBrief {
    SurveyId id;
    Kind kind = Kind::pulse;
    std::int32_t number = 0;  // of the conversation, for a pulse; else 0
    PairingId pairing_id;
    std::string partner;
    base::Day opened_on;
    base::Day closes_on;  // the last day on which it can be answered
    State state = State::open;
};
BOOST_DESCRIBE_STRUCT(SurveyBrief, (), (id, kind, number, pairing_id, partner, opened_on, closes_on, state))

struct MySurveys {
    std::vector<SurveyBrief> items;
};
BOOST_DESCRIBE_STRUCT(MySurveys, (), (items))

struct AskedItem {
    std::string key;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(AskedItem, (), (key, text))

struct SurveyAnswer : SurveyBrief {
    std::vector<AskedItem> asked;
    std::vector<ItemAnswer> answers;  // your own
};
BOOST_DESCRIBE_STRUCT(SurveyAnswer, (SurveyBrief), (asked, answers))

enum class Answering { saved, sent, skipped };
BOOST_DESCRIBE_ENUM(Answering, saved, sent, skipped)

struct AnswersGiven {
    Answering state = Answering::sent;
    std::vector<ItemAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(AnswersGiven, (), (state, answers))

struct SurveyReceipt {
    SurveyAnswer survey;
    std::vector<Tip> tips;  // from these answers, for you alone; not stored
};
BOOST_DESCRIBE_STRUCT(SurveyReceipt, (), (survey, tips))

}  // namespace survey

template <>
inline constexpr auto meta::limits<survey::AnswersGiven> =
    std::array{meta::Limit{"answers", 0, 30, "Any of the items that are asked"}};
