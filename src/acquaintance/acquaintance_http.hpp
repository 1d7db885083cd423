#pragma once
// Endpoints of anonymous first: rounds for whoever coordinates, and one's own acquaintances.

#include "access/call.hpp"
#include "acquaintance/acquaintance_shapes.hpp"

namespace acquaintance {

base::Result<AnonymousRounds> list_anonymous_rounds(access::Call& call);
base::Result<AnonymousRoundShown> put_anonymous_round(access::Call& call);

base::Result<MyAcquaintances> list_my_acquaintances(access::Call& call);
base::Result<AcquaintanceAnswer> show_acquaintance(access::Call& call);
base::Result<AcquaintanceAnswer> put_answer(access::Call& call, AcquaintanceAnswered const& given);
base::Result<AcquaintanceAnswer> put_acquaintance_message(access::Call& call, AcquaintanceWritten const& written);
base::Result<AcquaintanceAnswer> put_name_choice(access::Call& call, NameChoice const& choice);
base::Result<AcquaintanceAnswer> put_departure(access::Call& call);

}  // namespace acquaintance
