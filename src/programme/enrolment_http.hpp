#pragma once

#include "access/call.hpp"
#include "programme/enrolment_shapes.hpp"

namespace programme {

base::Result<OwnEnrolmentList> list_my_enrolments(access::Call& call);
base::Result<EnrolmentPage> list_enrolments(access::Call& call, EnrolmentQuery const& query);
base::Result<EnrolmentStateAnswer> put_enrolment_pause(access::Call& call);
base::Result<EnrolmentStateAnswer> remove_enrolment_pause(access::Call& call);
base::Result<EnrolmentStateAnswer> put_withdrawal(access::Call& call);

base::Result<ExclusionList> list_exclusions(access::Call& call);
base::Result<ExclusionList> put_exclusion(access::Call& call, ExclusionInput const& input);
base::Result<ExclusionList> put_exclusion_of_person(access::Call& call);
base::Result<ExclusionList> remove_exclusion(access::Call& call);

}  // namespace programme
