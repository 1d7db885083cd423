#pragma once

#include "access/call.hpp"
#include "preparation/preparation_shapes.hpp"

namespace preparation {

base::Result<MyPreparation> show_my_preparation(access::Call& call);
base::Result<ModuleAnswer> show_module(access::Call& call);
base::Result<ModuleAnswer> show_own_module(access::Call& call);
base::Result<ModuleAnswer> put_completion(access::Call& call);
base::Result<ModuleAnswer> put_your_turn(access::Call& call, TurnWritten const& written);
base::Result<SidePreparation> put_ready_sentences(access::Call& call, TicksGiven const& given);
base::Result<SidePreparation> put_rating(access::Call& call, RatingGiven const& given);
base::Result<PlanAnswer> show_plan(access::Call& call);
base::Result<PlanAnswer> put_plan(access::Call& call, PlanWanted const& wanted);

}  // namespace preparation
