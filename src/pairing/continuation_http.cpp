#include "pairing/continuation_http.hpp"

#include "pairing/continuation_actions.hpp"

namespace pairing {

base::Result<ContinuationAnswer> show_continuation(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    return read_continuation(call.tx, call.viewer, id, call.now);
}

base::Result<ContinuationAnswer> put_continuation(access::Call& call, ContinuationGiven const& given) {
    TRY(id, call.id<PairingId>("id"));
    return choose_onward(call.tx, call.viewer, id, given.onward, call.now);
}

}  // namespace pairing
