#include "care/reporting_channel_http.hpp"

#include <algorithm>

#include "care/reporting_channel_store.hpp"
#include "platform/content.hpp"

namespace care {
namespace {

ReportingChannels channels_for(access::Call& call) {
    return channels_of(content::read_once<HelpLines>("content/help_lines/", call.viewer.language),
                       store::list_officials(call.tx, call.viewer.organisation));
}

audit::Facts facts_of(std::string country) {
    std::ranges::transform(country, country.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    return audit::Facts().word("country", country);
}

base::Result<std::string> country_of(access::Call& call) {
    std::string country(call.parameter("country"));
    if (!is_country(country)) return base::not_found("country");
    return country;
}

}  // namespace

base::Result<ReportingChannels> list_reporting_channels(access::Call& call) {
    return channels_for(call);
}

base::Result<ReportingChannels> put_reporting_channel(access::Call& call, Official const& official) {
    TRY(country, country_of(call));
    TRY(kept, checked(official));
    store::save_official(call.tx, call.viewer.organisation, country, kept);
    audit::record(call.tx, call.viewer, kReportingChannelNamed, std::nullopt, facts_of(country), call.now);
    return channels_for(call);
}

base::Result<ReportingChannels> remove_reporting_channel(access::Call& call) {
    TRY(country, country_of(call));
    if (!store::remove_official(call.tx, call.viewer.organisation, country))
        return base::not_found("reporting channel");
    audit::record(call.tx, call.viewer, kReportingChannelRemoved, std::nullopt, facts_of(country), call.now);
    return channels_for(call);
}

}  // namespace care
