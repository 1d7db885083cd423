#pragma once
// What the two lay out for one meeting and take away from it: the agenda in two lanes, a private note of each, a note
// of both, and what either promised. Nobody else reads a word of it (rules B); in which lane an item stands is a count,
// no content (rules D6).
//
// Everything carries a version: what was written meanwhile is never written over unseen (decision 0127).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "meeting/meeting.hpp"

namespace meeting {

using AgendaItemId = base::Id<struct AgendaItemTag>;
using PromiseId = base::Id<struct PromiseTag>;

inline constexpr std::int32_t kLongestItem = 500;   // characters
inline constexpr std::int32_t kLongestNote = 8000;  // characters
inline constexpr std::size_t kMostItems = 20;       // of an agenda; of the promises of one meeting

struct AgendaItem {
    AgendaItemId id;
    std::int32_t version = 0;
    std::int32_t position = 0;
    Side lane = Side::mentor;  // whose side brings it
    std::string text;

    auto operator<=>(AgendaItem const&) const = default;
};

// Version 0: nothing has been written yet.
struct Note {
    std::int32_t version = 0;
    std::string text;

    auto operator<=>(Note const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Note, (), (version, text))

struct Promise {
    PromiseId id;
    MeetingId meeting_id;  // at which it was made
    std::int32_t version = 0;
    std::int32_t position = 0;
    Side side = Side::mentor;  // whose it is
    std::string text;
    std::optional<base::Day> due_on;
    bool is_done = false;

    auto operator<=>(Promise const&) const = default;
};

// By the two alone, from *go on* until the pair is over, also while it pauses.
base::Result<bool> check_may_write(pairing::Stage stage);
// The agenda besides only until the meeting was held or cancelled.
base::Result<bool> check_may_plan(Meeting const& meeting, pairing::Stage stage);

// Each takes the text as it came, trims it, and refuses: `required`, `stale`.
base::Result<AgendaItem> write_item(AgendaItem item, std::int32_t version, Side lane, std::string const& text);
base::Result<Note> write_note(Note note, std::int32_t version, std::string const& text);
struct PromiseWords {
    Side side = Side::mentor;
    std::string text;
    std::optional<base::Day> due_on;
    bool is_done = false;
};
base::Result<Promise> write_promise(Promise promise, std::int32_t version, PromiseWords words);

base::Refusal agenda_item_not_found();
base::Refusal promise_not_found();
base::Refusal too_many_items();

}  // namespace meeting
