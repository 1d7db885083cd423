#include "care/reporting_channel.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace care {

ReportingChannels channels_of(HelpLines const& lines, std::vector<NamedOfficial> const& officials) {
    std::map<std::string, ReportingChannel> channels;
    for (auto const& one : lines.countries) channels[one.country] = {one.country, std::nullopt, one.help_lines};
    for (auto const& one : officials) {
        channels[one.country].country = one.country;
        channels[one.country].official = Official{one.name, one.link};
    }
    ReportingChannels all;
    for (auto& [country, channel] : channels) all.items.push_back(std::move(channel));
    return all;
}

bool is_country(std::string_view code) {
    return code.size() == 2 && std::ranges::all_of(code, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

base::Result<Official> checked(Official const& official) {
    Official kept{base::squeeze(official.name), base::trim(official.link)};
    if (kept.name.empty()) return base::invalid("/name", "too_short");
    bool const is_address = kept.link.starts_with("https://") || kept.link.starts_with("mailto:");
    if (!is_address || kept.link.find_first_of(" \t\r\n") != std::string::npos)
        return base::invalid("/link", "no_address");
    return kept;
}

}  // namespace care
