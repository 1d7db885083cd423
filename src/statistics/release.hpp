#pragma once
// What a group of people answered, published so that no figure points at anybody (evidence 2.6): everybody together and
// parts of them, each with its figures or hidden. Few people are hidden, then others beside them until the hidden ones
// cannot be computed, and all of it has withstood the attacker of attacker.hpp before anybody sees it.
//
// A release is frozen: it is made once of closed answers, kept, and shown again as it was. A later one about the same
// people is made of the same tables with what was added and removed since, and attacked together with the earlier one.
//
// Who is counted is the page's to choose: of figures about pairs, pairs; of the answers of a scale, whoever has a
// score.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace statistics {

inline constexpr std::int64_t kLeastAnswered = 5;  // k: nobody can lower it
inline constexpr std::int64_t kLeastSensitive =
    10;  // free text, reasons for leaving, protected characteristics, sponsors
inline constexpr std::int64_t kLeastExactlyCounted = 10;

// By what people are divided: their side, their department.
struct Dimension {
    std::string name;
    std::int64_t least = kLeastAnswered;  // a part is shown from so many who answered
};
BOOST_DESCRIBE_STRUCT(Dimension, (), (name, least))

// People who lie in the same part of every dimension.
struct Group {
    std::vector<std::string> parts;     // one for each dimension
    std::int64_t invited = 0;           // who could answer
    std::vector<std::int64_t> answers;  // people by answer, one figure for each; "cannot say" is no answer
    std::vector<std::int64_t> added;    // of `answers`, those since the earlier release; empty: none
    std::vector<std::int64_t> removed;  // of the earlier release, those no longer in `answers`; empty: none
};

// Of a slice, in which part of a dimension it lies.
struct Part {
    std::string dimension;
    std::string part;

    bool operator==(Part const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (dimension, part))
using Parts = std::vector<Part>;  // none: everybody

struct Question {
    std::vector<Dimension> dimensions;
    // What is published beside everybody: positions of one dimension, or of two. The margins of a table of two come
    // before it whether they are named or not. Where it is too much, later tables are given up first.
    std::vector<std::vector<std::size_t>> tables;
    std::size_t answers = 5;              // how many there are to choose from; 1: only who answered is counted
    std::vector<double> values;           // what each answer counts in a mean; empty: it has none
    std::int64_t least = kLeastAnswered;  // for everybody and every part; below 5 counts as 5
    std::vector<Group> groups;            // in any order, the same parts once
    std::optional<std::vector<Parts>> shown_before;  // what the earlier release showed; none: there was none
};

// How many answered: exactly from ten, else from 5 to 9.
struct Answered {
    std::int64_t least = 0;
    std::int64_t most = 0;
};
BOOST_DESCRIBE_STRUCT(Answered, (), (least, most))

enum class Words { percent, nearly_all, hardly_any };
BOOST_DESCRIBE_ENUM(Words, percent, nearly_all, hardly_any)

// Of one answer. From 95 of a hundred and up to 5 of a hundred there are words and no figure.
struct Share {
    Words words = Words::percent;
    std::optional<std::int64_t> percent;  // whole
};
BOOST_DESCRIBE_STRUCT(Share, (), (words, percent))

struct Figures {
    Answered answered;
    // Of those who could, in whole percent. None: it would tell who did not (fewer than ten answered, or everybody).
    std::optional<std::int64_t> response_percent;
    std::vector<Share> shares;   // one for each answer; none where only who answered is counted
    std::optional<double> mean;  // to one decimal; none: the answers are nearly all the same, or have no values
};
BOOST_DESCRIBE_STRUCT(Figures, (), (answered, response_percent, shares, mean))

enum class Hidden {
    too_few,             // fewer than k answered at all: nothing is shown
    suppressed,          // too few to show, or it would tell of others who are: never which of the two
    too_many,            // its table, or with the earlier release all of it, is more than the attacker can judge
    changed_too_little,  // nothing is shown: it would tell of the few who came or went since the earlier release
    given_away           // nothing is shown: even what everybody answered would tell what some of them did
};
BOOST_DESCRIBE_ENUM(Hidden, too_few, suppressed, too_many, changed_too_little, given_away)

// Either figures or why not.
struct Slice {
    Parts parts;
    std::optional<Figures> figures;
    std::optional<Hidden> hidden;
};
BOOST_DESCRIBE_STRUCT(Slice, (), (parts, figures, hidden))

struct Release {
    // Everybody first, then table after table with its parts in alphabetical order. Parts with nobody to answer, and
    // parts that are everybody, are left out.
    std::vector<Slice> slices;

    [[nodiscard]] bool is_shown() const { return !slices.empty() && slices.front().figures.has_value(); }
    [[nodiscard]] Slice const* find(Parts const& parts) const;
    [[nodiscard]] std::vector<Parts> shown() const;  // to be given as `shown_before` of a later one
};
BOOST_DESCRIBE_STRUCT(Release, (), (slices))

// The same question always has the same release.
Release release(Question const& question);

}  // namespace statistics
