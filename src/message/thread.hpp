#pragma once
// The thread of a pairing: what its two people write to each other, from the moment the pairing opens until it is over,
// and to be read afterwards. Its id is the pairing's.
//
//   a message: written -> edited (its author, within 15 minutes) -> taken back (its author; the text is gone)
//
// Who has read what, who is here and who is typing are nobody's to know (rules B). Each may block the other: then the
// thread takes no more from them, and the refusal is the one for somebody who has left the house.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/pairing.hpp"

namespace message {

using access::PersonId;
using pairing::PairingId;
using MessageId = base::Id<struct MessageTag>;
using AttachmentId = base::Id<struct AttachmentTag>;

inline constexpr auto kEditedWithin = std::chrono::minutes(15);
inline constexpr std::int32_t kLongestText = 4000;  // characters
inline constexpr std::int32_t kMostAttachments = 5;
// What a search looks through, the newest first (engineering.md 6).
inline constexpr std::int32_t kMostSearched = 5000;

// A thread as one of its two has it.
struct Thread {
    pairing::Pairing pairing;
    PersonId own;
    bool has_blocked = false;        // this one takes nothing from the other
    bool is_other_reachable = true;  // false: has blocked this one, or can no longer sign in

    [[nodiscard]] PersonId other() const { return pairing.mentor_id == own ? pairing.mentee_id : pairing.mentor_id; }
};

struct Message {
    MessageId id;
    std::int64_t position = 0;  // 1 is the first of its thread
    PersonId person_id;
    std::optional<std::string> text;  // none: taken back
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
    std::optional<base::Instant> taken_back_at;

    auto operator<=>(Message const&) const = default;
};

// The pairing's state as of `now`: the closing time of its private answers counts whether or not a job has seen it.
bool is_over(Thread const& thread, base::Instant now);

// Text of 1 to 4,000 characters, or none with at least one attachment. Refuses: pairing_over, takes_nothing_now.
base::Result<Message> write(Thread const& thread, MessageId id, std::int64_t position, std::string text,
                            std::size_t attachments, base::Instant now);
// Refuses besides: too_late_to_edit, taken_back, and whoever is not its author (not there).
base::Result<Message> edit(Thread const& thread, Message message, std::string text, std::size_t attachments,
                           base::Instant now);
// At any time while the pairing lives; taken back again it stays so.
base::Result<Message> take_back(Thread const& thread, Message message, base::Instant now);

enum class ThreadAction { write, report, block, unblock };
BOOST_DESCRIBE_ENUM(ThreadAction, write, report, block, unblock)
// Never shows that the other has blocked: *write* stays, and is refused when it is tried.
std::vector<ThreadAction> allowed_actions(Thread const& thread, base::Instant now);

enum class MessageAction { edit, take_back };
BOOST_DESCRIBE_ENUM(MessageAction, edit, take_back)
std::vector<MessageAction> allowed_actions(Thread const& thread, Message const& message, base::Instant now);

base::Refusal thread_not_found();
base::Refusal message_not_found();
base::Refusal takes_nothing_now();
base::Refusal too_late_to_edit();
base::Refusal taken_back();
base::Refusal nothing_written();

}  // namespace message
