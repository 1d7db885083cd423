#pragma once
// The chain of one organisation: every placed event has a salted digest of what it says, and a link over the link
// before it, its position and its digest. Whoever changes, drops or moves an entry breaks every link after it.
//
// Erasure (rules D12) empties an entry's salt and text and leaves digest and link: what was said cannot be recomputed
// or guessed any more, and the chain still verifies.

#include <cstdint>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "audit/event.hpp"
#include "platform/meta.hpp"

namespace audit {

struct ChainedEvent {
    EventId id;
    base::Instant happened_at;
    std::string kind;
    std::optional<base::AnyId> subject_id;
    std::optional<base::AnyId> actor_id;
    std::optional<std::string> facts;
    std::optional<meta::Bytes> salt;
    std::optional<std::int64_t> position;
    std::optional<meta::Bytes> digest;
    std::optional<meta::Bytes> link;
};
BOOST_DESCRIBE_STRUCT(ChainedEvent, (),
                      (id, happened_at, kind, subject_id, actor_id, facts, salt, position, digest, link))

struct ChainEnd {
    std::int64_t position = 0;
    meta::Bytes link;
    base::Day private_until_on;
};
BOOST_DESCRIBE_STRUCT(ChainEnd, (), (position, link, private_until_on))

// SHA-256 over the salt and everything the event says. The event must still have its salt.
meta::Bytes digest_of(ChainedEvent const& event);
// SHA-256 over the link before, the position and the digest.
meta::Bytes link_of(meta::Bytes const& before, std::int64_t position, meta::Bytes const& digest);

// Gives the event the next place: fills position, digest (unless it has one) and link, and moves the end.
void append(ChainEnd& end, ChainedEvent& event);

// Does `event` follow an entry that ended in `before`? One without its salt must be as erasure leaves it: it says
// nothing of anybody, because nothing would vouch for it.
bool follows(ChainEnd const& before, ChainedEvent const& event);

}  // namespace audit
