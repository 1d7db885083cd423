#pragma once
// The hard rules, each named and each counted: how many possible partners it took from each person.
//
// What is private (not with this person, conflicts, will-not-discuss, a partner of before, a benefit below the least)
// is one reason, `not_available`, and is only looked at where no public rule speaks, so that the public counts are
// the same whatever is private (rules 7, engineering.md 8).

#include <cstdint>

#include "matching/engine/score.hpp"
#include "matching/engine/sheet.hpp"
#include "matching/engine/world.hpp"

namespace matching::engine {

enum class Rule : std::uint8_t {
    same_person,
    already_partners,
    above,
    common_manager,
    unknown_line,
    nothing_for_mentor,  // none of the mentor's wants
    nothing_for_mentee,
    level_gap,
    level_unknown,
    same_department,
    site,
    no_common_time,
    no_common_language,
    not_available,
};
inline constexpr std::size_t kRules = 14;
// Wherever people are counted, these are one line, *other*, so that what is private is never a line of its own (rules
// 7).
constexpr bool is_other(Rule rule) {
    return rule == Rule::same_person || rule == Rule::already_partners || rule == Rule::not_available;
}
// As stored and as sent.
char const* name_of(Rule rule);

// Which rules stand between two people, a bit each; none: they may meet.
using Verdict = std::uint32_t;
constexpr Verdict bit(Rule rule) {
    return Verdict{1} << static_cast<unsigned>(rule);
}

class Judge {
  public:
    // `world` must outlive it.
    explicit Judge(World const& world) : world_(world), tree_(world.tree), sheets_(world) {}

    // `benefit` is filled when no public rule stands between them.
    Verdict judge(Profile const& mentor, Profile const& mentee, Benefit& benefit) const;
    // The same, for a round of judging.
    Verdict judge(Sheet const& mentor, Sheet const& mentee, Benefit& benefit) const;
    // Of two people between whom no public rule stands: whether nothing private does.
    bool is_available(Sheet const& mentor, Sheet const& mentee, Benefit& benefit) const;
    [[nodiscard]] SheetMaker const& sheets() const { return sheets_; }
    [[nodiscard]] ReportingTree const& tree() const { return tree_; }

  private:
    [[nodiscard]] Verdict public_verdict(Sheet const& mentor, Sheet const& mentee, std::int32_t common) const;
    bool is_available(Sheet const& mentor, Sheet const& mentee, std::int32_t common, Benefit& benefit) const;
    [[nodiscard]] Verdict line_verdict(Profile const& mentor, Profile const& mentee) const;
    [[nodiscard]] Verdict level_verdict(Profile const& mentor, Profile const& mentee) const;
    [[nodiscard]] Verdict place_verdict(Profile const& mentor, Profile const& mentee, std::int32_t common) const;
    [[nodiscard]] Verdict gain_verdict(Sheet const& mentor, Sheet const& mentee) const;
    // `benefit` is by the programme's own weights.
    [[nodiscard]] bool is_private_matter(Profile const& mentor, Profile const& mentee, Fits const& fits,
                                         Benefit const& benefit) const;

    World const& world_;
    ReportingTree tree_;
    SheetMaker sheets_;
};

}  // namespace matching::engine
