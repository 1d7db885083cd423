#pragma once
// A concern: something is wrong, told to one confidential contact whom the person chooses (R40, rules 13). The person
// says whether they want advice only or something done, sees before sending what will happen, and both reply until the
// contact closes it. There is no copy anywhere else, and it is not the official reporting channel (rules D17).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace care {

using access::PersonId;
using access::ProgrammeId;
using ConcernId = base::Id<struct ConcernTag>;
using ConcernMessageId = base::Id<struct ConcernMessageTag>;

inline constexpr std::int64_t kMostConcernMessages = 500;
inline constexpr std::int64_t kMostOpenConcerns = 5;
// Rules D14.
inline constexpr std::int32_t kLongestKeptMonths = 24;

enum class ConcernWish {
    advice_only,  // the contact does nothing without being asked again
    act,          // the contact says what they would do, and does it once the person agrees
};
BOOST_DESCRIBE_ENUM(ConcernWish, advice_only, act)

enum class ConcernSide { person, contact };
BOOST_DESCRIBE_ENUM(ConcernSide, person, contact)

struct Concern {
    ConcernId id;
    ProgrammeId programme_id;
    PersonId person_id;
    PersonId contact_id;
    ConcernWish wish = ConcernWish::advice_only;
    base::Day raised_on;
    std::optional<base::Day> closed_on;
    base::Day last_on;                              // of the last word, or of the closing
    std::int32_t kept_months = kLongestKeptMonths;  // from then
};
BOOST_DESCRIBE_STRUCT(Concern, (),
                      (id, programme_id, person_id, contact_id, wish, raised_on, closed_on, last_on, kept_months))

// The last day on which there is anything left of it (rules D14).
base::Day kept_until(Concern const& concern);
// "2027-02-28" two months after "2026-12-31"; a negative number goes back.
base::Day months_after(base::Day day, std::int32_t months);

enum class ConcernAction { write, keep_note, close, ask_name };
BOOST_DESCRIBE_ENUM(ConcernAction, write, keep_note, close, ask_name)
// `is_contact_there`: the person could still turn to them today.
std::vector<ConcernAction> allowed_actions(Concern const& concern, ConcernSide side, bool is_contact_there);

// Refuses: too_many_concerns.
base::Result<bool> check_raising(std::int64_t open);
// Refuses: concern_closed, contact_gone (to the person alone), concern_full.
base::Result<bool> check_writing(Concern const& concern, ConcernSide side, bool is_contact_there, std::int64_t written);
// The words without blanks around them; refuses an empty text at /text.
base::Result<std::string> concern_text(std::string const& written);

base::Refusal concern_not_found();
base::Refusal contact_not_found();
base::Refusal concern_closed();
base::Refusal contact_gone();

}  // namespace care
