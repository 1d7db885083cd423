#pragma once
// Endpoints of introductions, for the three; and how many were made, for those who run or stand for a programme.

#include "access/call.hpp"
#include "pairing/introduction_shapes.hpp"

namespace pairing {

base::Result<MyIntroductions> list_introductions(access::Call& call);
base::Result<MyIntroductions> put_introduction(access::Call& call, IntroductionWanted const& wanted);
base::Result<MyIntroductions> remove_introduction(access::Call& call);
base::Result<MyIntroductions> put_introduction_answer(access::Call& call, IntroductionAnswer const& given);
base::Result<IntroductionCount> show_introduction_count(access::Call& call);

}  // namespace pairing
