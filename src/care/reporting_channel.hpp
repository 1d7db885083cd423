#pragma once
// The official reporting channel of an organisation, a country, and help lines (rules D17). A concern is not it, and
// says so: the product must not become a reporting channel that nobody runs (Directive (EU) 2019/1937).

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "platform/meta.hpp"

namespace care {

// content/help_lines/<language>.json: lines that everybody in a country may call, by ISO 3166-1 alpha-2.
struct HelpLine {
    std::string name;
    std::string phone;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(HelpLine, (), (name, phone, link))

struct CountryHelp {
    std::string country;
    std::vector<HelpLine> help_lines;
};
BOOST_DESCRIBE_STRUCT(CountryHelp, (), (country, help_lines))

struct HelpLines {
    std::vector<CountryHelp> countries;
};
BOOST_DESCRIBE_STRUCT(HelpLines, (), (countries))

// The organisation's own.
struct Official {
    std::string name;
    std::string link;

    auto operator<=>(Official const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Official, (), (name, link))

struct ReportingChannel {
    std::string country;
    std::optional<Official> official;  // none: the organisation has not named it yet
    std::vector<HelpLine> help_lines;
};
BOOST_DESCRIBE_STRUCT(ReportingChannel, (), (country, official, help_lines))

struct ReportingChannels {
    std::vector<ReportingChannel> items;
};
BOOST_DESCRIBE_STRUCT(ReportingChannels, (), (items))

struct NamedOfficial {
    std::string country;
    std::string name;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(NamedOfficial, (), (country, name, link))

// Countries in the order of their codes.
ReportingChannels channels_of(HelpLines const& lines, std::vector<NamedOfficial> const& officials);
// Two letters, "DE".
bool is_country(std::string_view code);
// Refuses an address that is no https or mailto one, at /link.
base::Result<Official> checked(Official const& official);

}  // namespace care

template <>
inline constexpr auto meta::limits<care::Official> =
    std::array{meta::Limit{"name", 1, 120, "What it is called in the house"},
               meta::Limit{"link", 1, 400, "https://... or mailto:..."}};
template <>
inline constexpr auto meta::limits<care::ReportingChannel> = std::array{
    meta::doc("country", "ISO 3166-1, two letters"), meta::doc("official", "null until the organisation has named it")};
