#pragma once
// Writing down what one brings and wants. The private list has its own act and leaves no event but the day's.

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"
#include "topic/exchange_shapes.hpp"

namespace topic {

inline constexpr audit::Kind kWillNotDiscussChanged{"will_not_discuss.changed", audit::Private::yes};

base::Result<Exchange> load_exchange(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id,
                                     crypto::Keys const& keys);
// Refuses `stale`, and everything that is wrong at once.
base::Result<Exchange> save_exchange(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id,
                                     ExchangeInput const& input, crypto::Keys const& keys, base::Instant now);
base::Result<WillNotDiscuss> save_will_not_discuss(db::Tx& tx, access::Viewer const& viewer, EnrolmentId id,
                                                   WillNotDiscuss const& input, crypto::Keys const& keys,
                                                   base::Instant now);

}  // namespace topic
