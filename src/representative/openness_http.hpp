#pragma once

#include "access/call.hpp"
#include "audit/event.hpp"
#include "representative/openness_shapes.hpp"

namespace representative {

inline constexpr audit::Kind kLegalBasisWritten{"legal_basis.written"};

base::Result<WhoSeesWhat> show_who_sees_what(access::Call& call);
base::Result<KeptForList> list_kept(access::Call& call);
base::Result<RecordedEvents> list_recorded_events(access::Call& call);
base::Result<DataMap> show_data_map(access::Call& call);
// Refuses: not_found, stale.
base::Result<DataMap> put_legal_basis(access::Call& call, LegalBasisInput const& input);

}  // namespace representative
