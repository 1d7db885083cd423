#pragma once
// The only SQL that writes concerns, concern_messages and concern_readers. Texts and notes are sealed, and a finder
// answers to the person and to the one contact alone.

#include <optional>
#include <vector>

#include "care/concern_shapes.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/db/db.hpp"

namespace care::store {

using access::OrganisationId;
using access::Viewer;

void insert_concern(db::Tx& tx, OrganisationId organisation, Concern const& concern);
void save_concern(db::Tx& tx, OrganisationId organisation, Concern const& concern);
struct SidedConcern {
    Concern concern;
    ConcernSide side = ConcernSide::person;
};
// The contact's only as long as they hold the role there.
std::optional<SidedConcern> find_concern(db::Tx& tx, Viewer const& viewer, ConcernId id);
// Is the id given to a concern of anybody's?
bool is_taken(db::Tx& tx, OrganisationId organisation, ConcernId id);
std::int64_t count_open_concerns(db::Tx& tx, Viewer const& viewer);
// The person's own, the newest first.
std::vector<ConcernBrief> list_my_concerns(db::Tx& tx, Viewer const& viewer);
base::Result<page::Rows<ConcernBrief>> list_concerns(db::Tx& tx, Viewer const& viewer, ConcernsQuery const& query);

struct StoredMessage {
    ConcernMessageId id;
    std::int64_t position = 0;
    bool is_contacts = false;
    std::string text;
    base::Day written_on;
};
void insert_message(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId concern,
                    StoredMessage const& message);
// Whose concern the message stands in; ids are given once.
std::optional<ConcernId> concern_of_message(db::Tx& tx, OrganisationId organisation, ConcernMessageId id);
std::int64_t last_position_of(db::Tx& tx, OrganisationId organisation, ConcernId concern);
std::vector<StoredMessage> list_messages(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                         ConcernId concern);

std::optional<std::string> find_note(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id);
void save_note(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id,
               std::string const& text);

std::optional<message::Excerpt> find_excerpt(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                             ConcernId id);
void save_excerpt(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id,
                  message::Excerpt const& excerpt);

// The acquaintance whose messages were picked, and whose name stands against the person's.
struct WithoutName {
    acquaintance::AcquaintanceId acquaintance_id;
    acquaintance::Side side = acquaintance::Side::mentor;  // of the one without a name
};
BOOST_DESCRIBE_STRUCT(WithoutName, (), (acquaintance_id, side))
std::optional<WithoutName> find_without_name(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                             ConcernId id);
void save_without_name(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, ConcernId id,
                       WithoutName const& without_name);

void mark_concern_read(db::Tx& tx, OrganisationId organisation, ConcernId concern, ConcernSide side);
// Never longer than before: what was said when it was sent stands.
void shorten_concerns(db::Tx& tx, Viewer const& contact, std::int32_t kept_months);
void remove_old_concerns(db::Tx& tx, OrganisationId organisation, base::Day today);

std::string name_of(db::Tx& tx, OrganisationId organisation, PersonId person);

}  // namespace care::store
