#pragma once
// How a circle may talk (R23): an hour in parts, under the Chatham House rule, what is said may be told, never by whom.
// Content in content/circle_agenda/<language>.json. All of it may be skipped.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

namespace circle {

struct CircleAgendaPart {
    std::int32_t minutes = 0;
    std::string title;
    std::vector<std::string> lines;
};
BOOST_DESCRIBE_STRUCT(CircleAgendaPart, (), (minutes, title, lines))

struct CircleAgenda {
    std::int32_t minutes = 0;  // of all parts
    std::string rule;
    std::vector<CircleAgendaPart> parts;
};
BOOST_DESCRIBE_STRUCT(CircleAgenda, (), (minutes, rule, parts))

// In `language`, or in English.
CircleAgenda const& agenda_in(std::string_view language);

}  // namespace circle
