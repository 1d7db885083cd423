#include "message/attachment_store.hpp"

#include "platform/crypto/seal.hpp"

namespace message::store {
namespace {

struct BriefRow {
    AttachmentId id;
    AttachmentKind kind;
    std::int64_t octets;
    std::optional<std::int32_t> width;
    std::optional<std::int32_t> height;
    meta::Bytes sealed_name;
};
BOOST_DESCRIBE_STRUCT(BriefRow, (), (id, kind, octets, width, height, sealed_name))

struct ContentRow : BriefRow {
    meta::Bytes sealed_content;
};
BOOST_DESCRIBE_STRUCT(ContentRow, (BriefRow), (sealed_content))

struct OwnerRow {
    PairingId pairing_id;
    PersonId person_id;
};
BOOST_DESCRIBE_STRUCT(OwnerRow, (), (pairing_id, person_id))

crypto::SealedPlace place_in(access::OrganisationId organisation, AttachmentId id, std::string_view column) {
    return {"attachments", column, base::any(organisation), base::any(id)};
}

AttachmentBrief brief_of(crypto::Keys const& keys, access::OrganisationId organisation, BriefRow const& row) {
    return {row.id,     row.kind,  crypto::open(keys, place_in(organisation, row.id, "sealed_name"), row.sealed_name),
            row.octets, row.width, row.height};
}

}  // namespace

void insert_attachment(db::Tx& tx, crypto::Keys const& keys, Thread const& thread, access::OrganisationId organisation,
                       Attachment const& attachment, base::Instant now) {
    auto const sealed = [&](std::string_view column, std::string const& text) {
        return crypto::seal(keys, place_in(organisation, attachment.id, column), text);
    };
    tx.run(R"(
        INSERT INTO attachments (organisation_id, id, pairing_id, person_id, kind, octets, width, height, sealed_name,
                                 sealed_content, uploaded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
           organisation, attachment.id, thread.pairing.id, thread.own, attachment.kind,
           static_cast<std::int64_t>(attachment.content.size()), attachment.width, attachment.height,
           sealed("sealed_name", attachment.name), sealed("sealed_content", attachment.content), now);
}

Taken is_taken(db::Tx& tx, Thread const& thread, access::OrganisationId organisation, AttachmentId id) {
    auto const owner = tx.one<OwnerRow>(
        "SELECT pairing_id, person_id FROM attachments WHERE organisation_id = $1 AND id = $2", organisation, id);
    if (!owner) return Taken::no;
    bool const is_same = owner->pairing_id == thread.pairing.id && owner->person_id == thread.own;
    return is_same ? Taken::by_the_same : Taken::by_another;
}

std::int64_t count_unsent(db::Tx& tx, Thread const& thread, access::OrganisationId organisation) {
    return tx
        .value<std::int64_t>(R"(
        SELECT COUNT(*) FROM attachments
        WHERE organisation_id = $1 AND pairing_id = $2 AND person_id = $3 AND message_id IS NULL)",
                             organisation, thread.pairing.id, thread.own)
        .value();
}

bool send(db::Tx& tx, Thread const& thread, access::OrganisationId organisation,
          std::vector<AttachmentId> const& attachments, MessageId message) {
    std::int64_t sent = 0;
    for (auto const& id : attachments)
        sent += tx.run(R"(
            UPDATE attachments SET message_id = $5
            WHERE organisation_id = $1 AND id = $2 AND pairing_id = $3 AND person_id = $4 AND message_id IS NULL)",
                       organisation, id, thread.pairing.id, thread.own, message);
    return sent == std::ssize(attachments);
}

std::vector<AttachmentBrief> list_attachments(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                              MessageId message) {
    std::vector<AttachmentBrief> attachments;
    for (auto const& row : tx.all<BriefRow>(R"(
             SELECT id, kind, octets, width, height, sealed_name FROM attachments
             WHERE organisation_id = $1 AND message_id = $2 ORDER BY uploaded_at, id)",
                                            organisation, message))
        attachments.push_back(brief_of(keys, organisation, row));
    return attachments;
}

std::optional<AttachmentBrief> find_brief(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation,
                                          AttachmentId id) {
    auto const row = tx.one<BriefRow>(R"(
        SELECT id, kind, octets, width, height, sealed_name FROM attachments
        WHERE organisation_id = $1 AND id = $2)",
                                      organisation, id);
    if (!row) return std::nullopt;
    return brief_of(keys, organisation, *row);
}

std::optional<Attachment> find_attachment(db::Tx& tx, crypto::Keys const& keys, Thread const& thread,
                                          access::OrganisationId organisation, AttachmentId id) {
    auto const row = tx.one<ContentRow>(R"(
        SELECT id, kind, octets, width, height, sealed_name, sealed_content FROM attachments
        WHERE organisation_id = $1 AND id = $2 AND pairing_id = $3 AND (message_id IS NOT NULL OR person_id = $4))",
                                        organisation, id, thread.pairing.id, thread.own);
    if (!row) return std::nullopt;
    return Attachment{id,
                      row->kind,
                      crypto::open(keys, place_in(organisation, id, "sealed_name"), row->sealed_name),
                      crypto::open(keys, place_in(organisation, id, "sealed_content"), row->sealed_content),
                      row->width,
                      row->height};
}

void remove_attachments(db::Tx& tx, access::OrganisationId organisation, MessageId message) {
    tx.run("DELETE FROM attachments WHERE organisation_id = $1 AND message_id = $2", organisation, message);
}

void remove_unsent(db::Tx& tx, access::OrganisationId organisation, base::Instant uploaded_before) {
    tx.run("DELETE FROM attachments WHERE organisation_id = $1 AND message_id IS NULL AND uploaded_at < $2",
           organisation, uploaded_before);
}

}  // namespace message::store
