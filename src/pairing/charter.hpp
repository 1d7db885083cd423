#pragma once
// The privacy charter (R20): clauses with a version, as content in content/charter/<language>.md, the same version
// in every language. A new version is signed again and changes nothing in hindsight.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

namespace pairing {

struct CharterClause {
    std::string title;
    std::string text;

    bool operator==(CharterClause const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CharterClause, (), (title, text))

struct Charter {
    std::int32_t version = 0;
    std::string title;
    std::vector<CharterClause> clauses;
};
BOOST_DESCRIBE_STRUCT(Charter, (), (version, title, clauses))

// "version: N", one "# title", then "## clause" each with its paragraphs. A text that is not so is a broken house
// (std::logic_error): it is ours, never a visitor's.
Charter read_charter(std::string_view markdown);
// With the words of ours that its clauses leave room for: {days} and {kept_of_a_pair}.
Charter filled(Charter charter, int days, std::string const& kept_of_a_pair);

}  // namespace pairing
