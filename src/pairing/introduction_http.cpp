#include "pairing/introduction_http.hpp"

#include "pairing/introduction_actions.hpp"

namespace pairing {

base::Result<MyIntroductions> list_introductions(access::Call& call) {
    return read_introductions(call.tx, call.tools.keys, call.viewer, call.now);
}

base::Result<MyIntroductions> put_introduction(access::Call& call, IntroductionWanted const& wanted) {
    TRY(pairing, call.id<PairingId>("id"));
    TRY(id, call.id<IntroductionId>("introduction_id"));
    return ask_introduction(call.tx, call.tools.keys, call.viewer, pairing, id, wanted, call.now);
}

base::Result<MyIntroductions> remove_introduction(access::Call& call) {
    TRY(pairing, call.id<PairingId>("id"));
    TRY(id, call.id<IntroductionId>("introduction_id"));
    return take_back_introduction(call.tx, call.tools.keys, call.viewer, pairing, id, call.now);
}

base::Result<MyIntroductions> put_introduction_answer(access::Call& call, IntroductionAnswer const& given) {
    TRY(id, call.id<IntroductionId>("id"));
    return answer_introduction(call.tx, call.tools.keys, call.viewer, id, given.answer, call.now);
}

base::Result<IntroductionCount> show_introduction_count(access::Call& call) {
    TRY(id, call.id<ProgrammeId>("id"));
    return count_introductions(call.tx, call.viewer, id);
}

}  // namespace pairing
