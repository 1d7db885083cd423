#include "pairing/rematch_http.hpp"

#include "pairing/rematch_actions.hpp"

namespace pairing {

base::Result<RematchAnswer> show_rematch(access::Call& call) {
    TRY(id, call.id<PairingId>("id"));
    return read_rematch(call.tx, call.tools.keys, call.viewer, id);
}

base::Result<RematchAnswer> put_rematch(access::Call& call, RematchGiven const& given) {
    TRY(id, call.id<PairingId>("id"));
    return wish_rematch(call.tx, call.tools.keys, call.viewer, id, {given.wish, given.note}, call.now);
}

}  // namespace pairing
