#pragma once
// Idempotency-Key (engineering.md 3): a POST sent again with its key is answered as the first time. Kept 24 hours per
// person in the write's own transaction; successes only, a refusal is looked at afresh. The same key with another
// request is refused. Two at once: one of the transactions is asked to run again, and then finds the first's answer.

#include <optional>
#include <string>
#include <type_traits>

#include "access/door.hpp"

namespace obverse::access::idempotency {

// The header, when it was sent. Refused (`idempotency_key`) unless it is 1 to 255 visible characters of ASCII: whoever
// sends one counts on it, so none is passed over in silence.
base::Result<std::optional<std::string>> key_of(http::Request const& request);

base::Result<std::optional<Answer>> find(db::Tx& tx, Viewer const& viewer, std::string const& key,
                                         http::Request const& request, base::Instant wall);
void store(db::Tx& tx, Viewer const& viewer, std::string const& key, http::Request const& request, Answer const& answer,
           base::Instant wall);

// For a visit that does its slow work first and then writes: `write` runs in one transaction together with the answer
// that is kept for the visit's key, so that two at the same moment are carried out once. `status`: the route's success.
template <class F>
auto write_once(Visit& visit, int status, F const& write) -> std::invoke_result_t<F const&, db::Tx&> {
    using Result = std::invoke_result_t<F const&, db::Tx&>;
    TRY(key, key_of(visit.request));
    return visit.tools.database.write([&](db::Tx& tx) -> Result {
        if (!key) return write(tx);
        auto const wall = visit.tools.clock.wall();
        TRY(earlier, idempotency::find(tx, visit.viewer, *key, visit.request, wall));
        if (earlier) return json::read<typename Result::value_type>(earlier->body);
        TRY(output, write(tx));
        idempotency::store(tx, visit.viewer, *key, visit.request, {status, "application/json", json::write(output)},
                           wall);
        return output;
    });
}

}  // namespace obverse::access::idempotency
