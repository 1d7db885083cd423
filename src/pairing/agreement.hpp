#pragma once
// What the two agree (R21): one or two outcomes for each side, how often, how, who books, who leads, until when.
// One page, drafted from what they offer and want. Both sign it and the privacy charter (R20); with the fourth
// signature the pair starts. A changed agreement is a new version, which both sign again.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/line_check.hpp"
#include "pairing/pairing.hpp"

namespace pairing {

enum class Cadence { weekly, fortnightly, every_three_weeks, monthly, every_two_months };
BOOST_DESCRIBE_ENUM(Cadence, weekly, fortnightly, every_three_weeks, monthly, every_two_months)

enum class Channel { in_person, video, call, chat };
BOOST_DESCRIBE_ENUM(Channel, in_person, video, call, chat)

struct Agreement {
    std::int32_t version = 0;  // 0: drafted, not written down yet
    Cadence cadence = Cadence::monthly;
    Channel channel = Channel::in_person;
    std::int32_t notice_days = 1;  // 0..14, before a date is moved or cancelled
    Side booking_side = Side::mentee;
    Side leading_side = Side::mentor;
    base::Day ends_on;
    std::vector<std::string> mentor_outcomes;  // what each takes away: one or two, in their own words
    std::vector<std::string> mentee_outcomes;

    auto operator<=>(Agreement const&) const = default;
    [[nodiscard]] std::vector<std::string> const& outcomes(Side side) const {
        return side == Side::mentor ? mentor_outcomes : mentee_outcomes;
    }
};

// content/agreement/<language>.json: the words around what the two bring and want. "{topic}" is where the topic goes.
struct AgreementTemplate {
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(AgreementTemplate, (), (outcome))
std::string drafted_outcome(AgreementTemplate const& words, std::string_view topic);

// The five-line template, filled. Outcomes are sentences made from the topics one offers and the other wants, best
// fit first; at most two a side are taken. The rest is the programme's own, which unless it says otherwise lets the
// mentee book (BNY) and the mentor lead (PwC). Without a last day: half a year.
struct DraftFrom {
    Agreement programme;  // how its pairs usually meet, and its last day where it has one
    std::vector<std::string> mentor_outcomes;
    std::vector<std::string> mentee_outcomes;
    std::optional<base::Day> programme_ends_on;
};
Agreement draft(DraftFrom const& from, base::Day today);

enum class Document { agreement, charter };
BOOST_DESCRIBE_ENUM(Document, agreement, charter)

struct Signature {
    Side side;
    Document document;
    std::int32_t document_version;
    base::Instant signed_at;

    auto operator<=>(Signature const&) const = default;
};
using Signatures = std::vector<Signature>;

// A version that both had signed, and when the second did.
struct SignedVersion {
    std::int32_t version = 0;
    base::Instant signed_at;

    auto operator<=>(SignedVersion const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SignedVersion, (), (version, signed_at))

bool has_signed(Signatures const& signatures, Side side, Document document, std::int32_t version);
bool both_signed(Signatures const& signatures, Document document, std::int32_t version);

// The state of a pairing's papers, which every verb below takes and returns whole.
struct Papers {
    Pairing pairing;
    Agreement agreement;
    std::int32_t charter_version = 1;  // the one in force
    Signatures signatures;
    bool are_both_prepared = false;  // have read their core modules

    auto operator<=>(Papers const&) const = default;
};

// From both said *go on* until the pair is over. Takes back the signatures of the version before.
base::Result<Papers> change_agreement(Papers papers, Agreement wanted, base::Day today);

// "Neither of us decides on the other's pay, promotion or a case about them" (rules 1 v): no HR file knows it.
enum class Confirms { nothing, neither_decides };
base::Result<Papers> sign_agreement(Papers papers, Side by, std::int32_t version, Confirms confirms, base::Instant now);
// Only before the start: afterwards the way out is the closure.
base::Result<Papers> withdraw_signature(Papers papers, Side by);
base::Result<Papers> sign_charter(Papers papers, Side by, std::int32_t version, base::Instant now);

// Everything a coordinator sees of a pairing besides the two names, and therefore also the mirror at the head of the
// pair's own page: one source for both (rules B, the mirror).
struct CoordinatorLine {
    CoordinatorState state = CoordinatorState::getting_to_know;
    std::optional<base::Day> finished_week_on;  // the Monday of that week
    bool is_agreement_signed = false;           // by both, as it stands
    std::optional<Cadence> cadence;             // once it is
    bool is_charter_signed = false;             // by both, the version in force
    bool is_ready = false;                      // and both have read what is core (rules D7)
    std::int32_t meetings_held = 0;
    bool is_next_date_set = false;
    std::optional<LinesMet> lines_met;  // after a reorganisation, while the pair runs
    std::optional<Word> word;           // a word may help; never whose side it is

    auto operator<=>(CoordinatorLine const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinatorLine, (),
                      (state, finished_week_on, is_agreement_signed, cadence, is_charter_signed, is_ready,
                       meetings_held, is_next_date_set, lines_met, word))
std::optional<CoordinatorLine> coordinator_line(Papers const& papers, base::Day today);

// What the buttons of the pair's page depend on. Asked of the verbs themselves, so that no rule is said twice.
enum class Action {
    set_meeting,
    answer,
    change_agreement,
    sign_agreement,
    withdraw_signature,
    sign_charter,
    pause,
    resume,
    close,
    go_on_knowingly,
};
BOOST_DESCRIBE_ENUM(Action, set_meeting, answer, change_agreement, sign_agreement, withdraw_signature, sign_charter,
                    pause, resume, close, go_on_knowingly)
std::vector<Action> allowed_actions(Papers const& papers, Side side, base::Instant now);

base::Refusal outcome_missing(Side side);
base::Refusal already_signed();
base::Refusal not_signed();
base::Refusal already_started();
base::Refusal must_confirm();
base::Refusal ends_too_soon();

}  // namespace pairing
