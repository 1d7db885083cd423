#pragma once

#include "access/call.hpp"
#include "care/concern_shapes.hpp"

namespace care {

base::Result<ConcernContacts> list_concern_contacts(access::Call& call);
base::Result<ConcernAnswer> put_concern(access::Call& call, ConcernRaised const& raised);
base::Result<MyConcerns> list_my_concerns(access::Call& call);
// Sent to the viewer.
base::Result<ConcernPage> list_concerns(access::Call& call, ConcernsQuery const& query);
base::Result<ConcernAnswer> show_concern(access::Call& call);
base::Result<ConcernAnswer> put_concern_message(access::Call& call, ConcernWritten const& written);
base::Result<ConcernAnswer> put_concern_reading(access::Call& call);
base::Result<ConcernAnswer> put_concern_note(access::Call& call, ConcernNote const& note);
base::Result<ConcernAnswer> put_name_opening(access::Call& call, NameAsked const& asked);
base::Result<ConcernAnswer> put_concern_closure(access::Call& call);

}  // namespace care
