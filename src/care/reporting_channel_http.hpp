#pragma once

#include "access/call.hpp"
#include "audit/event.hpp"
#include "care/reporting_channel.hpp"

namespace care {

inline constexpr audit::Kind kReportingChannelNamed{"reporting_channel.named"};
inline constexpr audit::Kind kReportingChannelRemoved{"reporting_channel.removed"};

base::Result<ReportingChannels> list_reporting_channels(access::Call& call);
base::Result<ReportingChannels> put_reporting_channel(access::Call& call, Official const& official);
base::Result<ReportingChannels> remove_reporting_channel(access::Call& call);

}  // namespace care
