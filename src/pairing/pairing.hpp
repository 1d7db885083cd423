#pragma once
// Two people on their way to a pair, and the pair (rules 2, steps 4-6, and rules 4).
//
// For the two:     exploring -> agreeing -> started <-> paused -> finished, or set_aside before it ever started.
// For a coordinator: getting_to_know, started, paused, finished with its week; never who or why. A getting to know
// that does not go ahead is no ending: the pairing is simply no longer there (`seen_by_coordinator` is empty).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/viewer.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "pairing/sign_kind.hpp"

namespace pairing {

using PairingId = base::Id<struct PairingTag>;
using access::PersonId;
using access::ProgrammeId;

// Which of the two, by their part in the programme: the mentor brings the knowledge, the mentee learns.
enum class Side { mentor, mentee };
BOOST_DESCRIBE_ENUM(Side, mentor, mentee)
Side other(Side side);

enum class Origin {
    run,      // both were happy to meet
    brought,  // a pair that met before the programme came here; both confirm it
};
BOOST_DESCRIBE_ENUM(Origin, run, brought)

enum class Stage { exploring, agreeing, started, paused, finished, set_aside };
BOOST_DESCRIBE_ENUM(Stage, exploring, agreeing, started, paused, finished, set_aside)

// How a started pair finished (R38). All look alike to everybody else (rules 4).
enum class Ending { goal_reached, completed, ended, circumstances };
BOOST_DESCRIBE_ENUM(Ending, goal_reached, completed, ended, circumstances)
// Goal reached early is no drop-out: it counts with completed, in every count (R38).
bool is_success(Ending ending);

struct Pairing {
    PairingId id;
    ProgrammeId programme_id;
    Origin origin = Origin::run;
    PersonId mentor_id;
    PersonId mentee_id;
    std::int32_t meetings_before = 0;
    base::Instant opened_at;
    base::Instant answers_close_at;
    std::optional<base::Instant> went_on_at;
    std::optional<base::Instant> set_aside_at;
    std::optional<base::Instant> started_at;
    std::optional<base::Day> paused_on;  // since when it pauses; empty when it does not
    std::optional<Ending> ending;
    std::optional<base::Day> closed_on;
    // Told by the room `meeting`: how many conversations were held, and the farthest date that is set.
    std::int32_t meetings_held = 0;
    std::optional<base::Instant> last_date_at;
    // Since when the two stand in one line (line_check.hpp), and who of the three said to go on knowingly.
    std::optional<base::Day> lines_met_on;
    bool mentor_goes_on = false;
    bool mentee_goes_on = false;
    bool coordinator_goes_on = false;
    // Told by the room `care`: the sign of a pair that may need a word.
    std::optional<SignKind> word_sign;
    std::optional<std::int32_t> word_amount;

    auto operator<=>(Pairing const&) const = default;
    [[nodiscard]] PersonId person(Side side) const { return side == Side::mentor ? mentor_id : mentee_id; }
    [[nodiscard]] std::optional<Side> side_of(PersonId person) const;
};
BOOST_DESCRIBE_STRUCT(Pairing, (),
                      (id, programme_id, origin, mentor_id, mentee_id, meetings_before, opened_at, answers_close_at,
                       went_on_at, set_aside_at, started_at, paused_on, ending, closed_on, meetings_held, last_date_at,
                       lines_met_on, mentor_goes_on, mentee_goes_on, coordinator_goes_on, word_sign, word_amount))

Stage stage_of(Pairing const& pairing);
// Not yet finished and not set aside: it holds a place of both people's capacity.
bool is_live(Pairing const& pairing);

// How many people somebody takes on a side, and how many live pairings they have there.
struct Places {
    int capacity = 0;
    int held = 0;
    [[nodiscard]] bool is_free() const { return held < capacity; }
};

// A final run, or a coordinator bringing a running pair, opens a pairing. Refuses one person twice and a side
// without a free place; whether the two may meet at all (rules 1) is matching's to say before.
base::Result<Pairing> open(PairingId id, ProgrammeId programme, Origin origin, PersonId mentor, Places mentor_places,
                           PersonId mentee, Places mentee_places, base::Instant now);

// Private (rules 4): whoever of the two. Only the day is kept. Before the start it sets the pairing aside.
base::Result<Pairing> close(Pairing pairing, Ending ending, base::Day today);
base::Result<Pairing> pause(Pairing pairing, base::Day today);
base::Result<Pairing> resume(Pairing pairing);

enum class CoordinatorState { getting_to_know, started, paused, finished };
BOOST_DESCRIBE_ENUM(CoordinatorState, getting_to_know, started, paused, finished)

// Where a pairing stands, as a coordinator sees it; empty when it is not there for them. A closing shows from the day
// after it, and then only as a week.
struct Standing {
    CoordinatorState state = CoordinatorState::getting_to_know;
    std::optional<base::Day> finished_week_on;  // the Monday of that week

    auto operator<=>(Standing const&) const = default;
};
std::optional<Standing> seen_by_coordinator(Pairing const& pairing, base::Day today);
base::Day monday_of(base::Day day);

base::Refusal pairing_not_found();
base::Refusal same_person_twice();
base::Refusal no_free_place(Side side);
base::Refusal not_joined(Side side);
base::Refusal already_paired();
// Nobody is asked to go back to somebody with whom it has come to its end (R39).
base::Refusal were_paired();
// A coordinator brings nobody to themselves; a second one does (rules 13).
base::Refusal own_pair();
base::Refusal in_one_line();
base::Refusal pairing_over();
base::Refusal still_exploring();
base::Refusal not_started();
base::Refusal already_paused();
base::Refusal not_paused();

}  // namespace pairing
