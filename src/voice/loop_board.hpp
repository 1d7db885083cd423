#pragma once
// The loop board (R31): what was asked of a programme's panel and what became of it: open, in time, overdue, closed
// with its reason. Those who take part read it, those who run the programme, and everybody in the house once its
// sponsor shows it (rules D20). Nothing leaves it; an acknowledgement counts for nothing.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "voice/question_shapes.hpp"

namespace voice {

struct LoopItem {
    QuestionId id;
    bool is_own = false;  // asked by the reader
    AskedAs standing = AskedAs::mentee;
    std::optional<std::string> asker;  // a sponsor's, and for coordinators everybody's
    std::string question;
    base::Day asked_on;
    base::Day promised_on;
    base::Day decide_by;
    std::int32_t deferrals = 0;
    LoopState state = LoopState::open;
    std::optional<PublishedDecision> decision;  // the last one
};
BOOST_DESCRIBE_STRUCT(LoopItem, (),
                      (id, is_own, standing, asker, question, asked_on, promised_on, decide_by, deferrals, state,
                       decision))

// Of fewer decisions it would be read as more than it is.
inline constexpr std::size_t kFewestForMedian = 5;

struct LoopTotals {
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t closed = 0;
    std::int64_t closed_in_time = 0;  // by the day that was promised first, and its grace
    // From asking to the decision, by Kaplan and Meier: a question that is open counts as long as it has waited. None
    // while fewer than half are decided, or fewer than `kFewestForMedian`.
    std::optional<double> median_days;
};
BOOST_DESCRIBE_STRUCT(LoopTotals, (), (open, overdue, closed, closed_in_time, median_days))

enum class LoopBoardAction { publish, take_back };
BOOST_DESCRIBE_ENUM(LoopBoardAction, publish, take_back)

struct LoopBoard {
    ProgrammeId programme_id;
    programme::Called programme;
    std::vector<LoopItem> items;
    LoopTotals totals;
    std::optional<base::Day> published_on;
    std::vector<LoopBoardAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(LoopBoard, (), (programme_id, programme, items, totals, published_on, allowed_actions))

// The reader's own overdue ones first, then overdue, open and closed ones; each in the order they came.
void put_in_order(std::vector<LoopItem>& items);
LoopTotals totals_of(std::vector<Question> const& questions, base::Day today);

}  // namespace voice
