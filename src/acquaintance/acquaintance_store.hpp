#pragma once
// The only SQL that writes anonymous_rounds, acquaintances, acquaintance_people and acquaintance_messages, and the only
// code that opens who stands in them. A person is found by a keyed hash; the key is the oldest seal key.

#include <optional>
#include <utility>
#include <vector>

#include "acquaintance/acquaintance_shapes.hpp"
#include "acquaintance/couple_draw.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace acquaintance::store {

using access::Viewer;

void insert_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AnonymousRound const& round,
                  std::vector<DrawnCouple> const& couples);
void save_round_state(db::Tx& tx, OrganisationId organisation, AnonymousRoundId id, RoundState state);
std::optional<AnonymousRound> find_round(db::Tx& tx, OrganisationId organisation, AnonymousRoundId id);
// Of one programme, the newest first.
std::vector<AnonymousRound> list_rounds(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::vector<AnonymousRound> list_rounds_in(db::Tx& tx, OrganisationId organisation, RoundState state);
// Over for longer than what was written is kept.
std::vector<AnonymousRoundId> list_rounds_to_forget(db::Tx& tx, OrganisationId organisation, base::Day last_before);
void forget_round(db::Tx& tx, OrganisationId organisation, AnonymousRoundId id);
// Everybody of a round, in the order of their ids: it says nothing of who is with whom.
std::vector<PersonId> list_people_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                     AnonymousRoundId id);

std::vector<Acquaintance> list_of_round(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                        AnonymousRound const& round);
// Everybody's of a programme: mentor, mentee.
std::vector<std::pair<PersonId, PersonId>> list_couples(db::Tx& tx, crypto::Keys const& keys,
                                                        OrganisationId organisation, ProgrammeId programme);
// The state alone, and then each side's answer and choice.
void save_acquaintance(db::Tx& tx, OrganisationId organisation, Acquaintance const& acquaintance);
void remove_acquaintance(db::Tx& tx, OrganisationId organisation, AcquaintanceId id);

struct SidedAcquaintance {
    Acquaintance acquaintance;
    Side side = Side::mentor;  // the viewer's
};
std::optional<SidedAcquaintance> find_mine(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer,
                                           AcquaintanceId id);
std::vector<SidedAcquaintance> list_mine(db::Tx& tx, crypto::Keys const& keys, Viewer const& viewer);
std::optional<Acquaintance> find_acquaintance(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                              AcquaintanceId id);
Card card_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AcquaintanceId id, Side side);
LevelWords words_of(db::Tx& tx, OrganisationId organisation, LevelBand const& band);

void insert_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, AcquaintanceId acquaintance,
                    Message const& message);
// Whose acquaintance the message stands in; ids are given once.
std::optional<AcquaintanceId> acquaintance_of_message(db::Tx& tx, OrganisationId organisation,
                                                      AcquaintanceMessageId id);
std::int64_t last_position(db::Tx& tx, OrganisationId organisation, AcquaintanceId acquaintance);
std::vector<Message> list_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                   AcquaintanceId acquaintance);

// Both still work here and take part in the programme, paused or not.
bool still_take_part(db::Tx& tx, OrganisationId organisation, Acquaintance const& acquaintance);
// To whom people turn in confidence there: they are drawn with nobody, or somebody might turn to their own partner.
std::vector<PersonId> list_confidential_contacts(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);
std::int64_t count_joined(db::Tx& tx, OrganisationId organisation, ProgrammeId programme);

}  // namespace acquaintance::store
