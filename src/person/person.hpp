#pragma once
// A colleague: who they are, where they work, how high they stand in the house, and whose line they stand in. Age,
// birth date, pay, performance, gender and the like have no field here and never will (R04, rules 11).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace person {

using access::OrganisationId;
using access::PersonId;
using access::ProgrammeId;

// Can this person's line be followed upwards? Only `broken` forbids (rules 1 iii): the line ends at somebody who is
// not the top of the house. `confirmed_outside`: it ends at one of whom the administrator said "reports outside this
// file, not under the others".
enum class LineState { known, broken, confirmed_outside };
BOOST_DESCRIBE_ENUM(LineState, known, broken, confirmed_outside)

struct Person {
    PersonId id;
    std::string name;  // as it is spoken: "Wilson K Adinolfi"
    std::optional<std::string> called_name;
    std::optional<std::string> pronouns;
    std::optional<std::string> email;         // lower-case; unique in the organisation
    std::optional<std::string> sign_in_name;  // unique in the organisation; none for a name-only row
    std::optional<std::string> external_id;   // the number in the HR system; unique in the organisation
    std::optional<std::string> department;
    std::optional<std::string> site;
    std::optional<std::string> job_title;
    std::optional<std::int32_t> level;  // higher is higher in the house
    std::string time_zone;
    std::string language;
    std::optional<PersonId> manager_id;
    LineState line_state = LineState::broken;
    std::int32_t people_under = 0;  // at any depth, over the whole file of the last import
    std::optional<base::Instant> outside_confirmed_at;
    std::optional<base::Day> hired_on;
    std::optional<base::Day> left_on;
    bool is_active = true;
    bool is_name_only = false;  // a name and a place in the tree: never signs in, never takes part
    std::optional<base::Instant> invited_at;
    // From then on the next import lets them go (rules 11); none: they are needed. Whoever needs somebody says so by
    // record_needed.
    std::optional<base::Instant> removable_at;
    std::int64_t sign_in_epoch = 0;  // raised to cut every session off (engineering 5)
    base::Instant created_at;
    std::int64_t version = 1;

    bool operator==(Person const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, name, called_name, pronouns, email, sign_in_name, external_id, department, site, job_title,
                       level, time_zone, language, manager_id, line_state, people_under, outside_confirmed_at, hired_on,
                       left_on, is_active, is_name_only, invited_at, removable_at, sign_in_epoch, created_at, version))

// How long somebody is kept whom nobody has invited (rules 11).
inline constexpr base::Duration kKeptUninvited = std::chrono::hours(24) * 90;

// "Adinolfi, Wilson  K" and "Wilson K Adinolfi" are the same name, spoken the second way. `given` and `family` are as
// good as the text allows: nobody is made to have two names (rules G4).
struct SpokenName {
    std::string whole;
    std::string given;
    std::string family;
    bool was_turned = false;
};
SpokenName speak(std::string_view written);
SpokenName speak(std::string_view given, std::string_view family);

// Two spellings with the same key are the same name: folded, without punctuation and diacritics.
std::string name_key(std::string_view name);

// Lower-case, checked for shape only: one @, a dotted domain, no spaces, at most 254 octets.
std::optional<std::string> read_email(std::string_view text);

// "wilson.adinolfi": 2 to 64 of a-z 0-9 . _ -. Names without Latin letters are transliterated.
std::string sign_in_name_from(SpokenName const& name);
std::optional<std::string> read_sign_in_name(std::string_view text);
// The stem itself, or with the first free number from 2 on.
std::string free_sign_in_name(std::string const& stem, auto const& is_taken) {
    auto candidate = stem;
    for (int number = 2; is_taken(candidate); ++number) candidate = stem + std::to_string(number);
    return candidate;
}

// A pattern such as "first.last@example.org" or "flast@example.org", made of the words first, last, f, l and the
// separators . _ -.
class EmailPattern {
  public:
    static std::optional<EmailPattern> parse(std::string_view text);
    // None when the name leaves a part of the pattern empty.
    [[nodiscard]] std::optional<std::string> apply(SpokenName const& name) const;

  private:
    std::vector<std::string> parts_;
    std::string domain_;
};

// Left on or before today: no longer here.
bool has_left(std::optional<base::Day> left_on, base::Day today);

base::Refusal email_taken();
base::Refusal sign_in_name_taken();
base::Refusal external_id_taken();
base::Refusal is_name_only();
base::Refusal own_manager();
base::Refusal manager_below();
base::Refusal unknown_manager();
base::Refusal line_is_not_broken();
base::Refusal already_inactive();
base::Refusal already_active();

}  // namespace person
