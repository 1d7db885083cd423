#pragma once
// Work for later, in the database: queued in the transaction that makes it necessary, done at least once by whichever
// node is free. A job holds ids and nothing else; its handler looks the rest up.
//
//   inline constexpr jobs::Kind<ImportJob> apply_import{"people_import.apply"};
//   jobs::queue(tx, organisation, apply_import, {import.id}, {.now = now, .unique_key = import.id.text()});
//
// waiting -> running -> done | dead | cancelled; a running one whose lease runs out is taken again.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"
#include "platform/db/db.hpp"
#include "platform/json.hpp"

namespace jobs {

using JobId = base::Id<struct JobTag>;

enum class State { waiting, running, done, dead, cancelled };
BOOST_DESCRIBE_ENUM(State, waiting, running, done, dead, cancelled)

// A kind is declared once, in the room whose verb it carries out.
template <meta::DescribedStruct Payload>
struct Kind {
    std::string_view name;
};

// Times are the domain's, so that a demo that travels also does what falls due on the way.
struct Terms {
    base::Instant now;
    std::optional<base::Instant> run_at = {};  // at once when not said
    // One job of this kind and key waits at a time: queueing it again gives it the new payload and time.
    std::optional<std::string> unique_key = {};
};

// A job as its owner's page shows it: how far it is, and how it ended.
struct Standing {
    JobId id;
    State state = State::waiting;
    std::optional<std::string> progress_state;
    std::optional<std::int64_t> progress_done;
    std::optional<std::int64_t> progress_total;
    bool is_cancel_asked = false;
    std::optional<std::string> dead_reason;  // a code
};
BOOST_DESCRIBE_STRUCT(Standing, (),
                      (id, state, progress_state, progress_done, progress_total, is_cancel_asked, dead_reason))

JobId queue_text(db::Tx& tx, base::AnyId organisation, std::string_view kind, std::string const& payload,
                 Terms const& terms);

template <class Tag, meta::DescribedStruct Payload>
JobId queue(db::Tx& tx, base::Id<Tag> organisation, Kind<Payload> const& kind, Payload const& payload,
            Terms const& terms) {
    return queue_text(tx, base::any(organisation), kind.name, json::write(payload), terms);
}

// The latest job of this kind and key.
std::optional<Standing> find_standing(db::Tx& tx, base::AnyId organisation, std::string_view kind,
                                      std::string_view unique_key);
// A waiting one is cancelled at once; a running one is asked to stop and says so itself.
void ask_to_cancel(db::Tx& tx, base::AnyId organisation, std::string_view kind, std::string_view unique_key,
                   base::Instant now);

// Ended jobs that nobody asks about any more. The number forgotten.
std::int64_t forget_ended_before(db::Tx& tx, base::Instant then);

}  // namespace jobs
