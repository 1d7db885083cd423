#pragma once
// What has happened in a programme, counted (rules 9): facts and no answers, so they need no threshold, and a small
// programme shows them from its first day. Nothing here goes down when somebody stops or leaves: a count that did would
// tell it on the day.

#include <cstdint>

#include <boost/describe.hpp>

#include "platform/meta.hpp"
#include "programme/called.hpp"
#include "programme/programme.hpp"

namespace record {

struct ProgrammeFacts {
    programme::ProgrammeId programme_id;
    programme::Called programme;
    std::int64_t invited = 0;   // people, each once
    std::int64_t said_yes = 0;  // people, whatever became of it
    std::int64_t waiting = 0;   // for a place, today
    std::int64_t in_pairs = 0;  // people whom an agreement was signed with so far
    std::int64_t agreements = 0;
    std::int64_t conversations = 0;  // that were held
    std::int64_t hours = 0;          // of both, in these
    std::int64_t introductions = 0;
    std::int64_t questions = 0;  // before a decision, to people of the programme
    std::int64_t decisions = 0;  // that closed one
    std::int64_t targets = 0;    // set at the end
};
BOOST_DESCRIBE_STRUCT(ProgrammeFacts, (),
                      (programme_id, programme, invited, said_yes, waiting, in_pairs, agreements, conversations, hours,
                       introductions, questions, decisions, targets))

}  // namespace record

template <>
inline constexpr auto meta::limits<record::ProgrammeFacts> =
    std::array{meta::doc("said_yes", "People, whatever became of it"),
               meta::doc("in_pairs", "People with whom an agreement was signed so far; it does not go down"),
               meta::doc("hours", "Of both of a pair, in conversations that were held"),
               meta::doc("questions", "Put to people of the programme before a decision"),
               meta::doc("targets", "Set at the end; whether they were kept is each pair's own")};
