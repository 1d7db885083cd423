#pragma once
// `obverse match --suggest`: lists of suggestions for everybody (rules 8), the same both ways, as a table; checked like
// the pairs themselves.

#include <iosfwd>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "matching/engine/keeping.hpp"
#include "matching/file_snapshot.hpp"

namespace app {

// What a certificate says that found nothing wrong.
inline constexpr auto* kVerified = "verified";
inline constexpr std::int32_t kMostSuggestionsEach = 3;

struct SuggestionReport {
    std::int32_t each = 0;     // lists for a place
    std::int64_t couples = 0;  // the pairs and those beside them
    std::int64_t further = 0;  // those beside them
    std::int64_t costly = 0;   // without any one of which there would be a pair less
    std::int64_t mentors_with_suggestion = 0;
    std::int64_t mentees_with_suggestion = 0;
    std::int64_t expected_at_60 = 0;  // pairs, when each is happy to meet 60 of 100 suggested people
    std::int64_t expected_at_70 = 0;
    std::int64_t expected_at_80 = 0;
    std::string certificate;  // "verified", or what is wrong
    std::string lists_hash;
};
BOOST_DESCRIBE_STRUCT(SuggestionReport, (),
                      (each, couples, further, costly, mentors_with_suggestion, mentees_with_suggestion, expected_at_60,
                       expected_at_70, expected_at_80, certificate, lists_hash))

struct SuggestedMatch {
    SuggestionReport report;
    std::string lists;  // CSV
};

// `kept` is the answer to `made`; the points of before do not count for the order of a list. Refuses `cancelled`.
base::Result<SuggestedMatch> suggest_to_files(matching::FileSnapshot const& made, matching::engine::Kept const& kept,
                                              std::int32_t each, matching::engine::Progress const& progress);

void print_suggestions(SuggestionReport const& report, std::ostream& out);

// A sentence for each thing in which a report's lists are not those that were made again, or do not verify.
std::vector<std::string> differences_between(SuggestionReport const& report, SuggestionReport const& again);

}  // namespace app
