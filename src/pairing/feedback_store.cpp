#include "pairing/feedback_store.hpp"

#include "platform/crypto/seal.hpp"
#include "platform/json.hpp"

namespace pairing::store {
namespace {

struct FeedbackRow {
    FeedbackId id;
    PairingId pairing_id;
    PersonId author_id;
    base::Day written_on;
    std::optional<std::int32_t> looks_again_at;
    meta::Bytes sealed_content;
    std::optional<meta::Bytes> sealed_author_look;
    std::optional<meta::Bytes> sealed_receiver_look;
};
BOOST_DESCRIBE_STRUCT(FeedbackRow, (),
                      (id, pairing_id, author_id, written_on, looks_again_at, sealed_content, sealed_author_look,
                       sealed_receiver_look))

// Seals and opens the columns of one row.
class Sealed {
  public:
    Sealed(crypto::Keys const& keys, OrganisationId organisation, FeedbackId id)
        : keys_(keys), organisation_(organisation), id_(id) {}

    [[nodiscard]] std::string open(std::string_view column, meta::Bytes const& sealed) const {
        return crypto::open(keys_, place(column), sealed);
    }
    [[nodiscard]] std::optional<std::string> open(std::string_view column,
                                                  std::optional<meta::Bytes> const& sealed) const {
        if (!sealed) return std::nullopt;
        return open(column, *sealed);
    }
    [[nodiscard]] meta::Bytes seal(std::string_view column, std::string const& text) const {
        return crypto::seal(keys_, place(column), text);
    }
    [[nodiscard]] std::optional<meta::Bytes> seal(std::string_view column,
                                                  std::optional<std::string> const& text) const {
        if (!text) return std::nullopt;
        return seal(column, *text);
    }

  private:
    [[nodiscard]] crypto::SealedPlace place(std::string_view column) const {
        return {"feedback", column, base::any(organisation_), base::any(id_)};
    }

    crypto::Keys const& keys_;
    OrganisationId organisation_;
    FeedbackId id_;
};

Feedback opened(crypto::Keys const& keys, OrganisationId organisation, FeedbackRow const& row) {
    Sealed const sealed(keys, organisation, row.id);
    return {row.id,
            row.pairing_id,
            row.author_id,
            row.written_on,
            row.looks_again_at,
            json::read<FeedbackWords>(sealed.open("sealed_content", row.sealed_content)).value(),
            sealed.open("sealed_author_look", row.sealed_author_look),
            sealed.open("sealed_receiver_look", row.sealed_receiver_look)};
}

std::string feedback_where(std::string_view where) {
    return R"(
        SELECT id, pairing_id, author_id, written_on, looks_again_at, sealed_content, sealed_author_look,
               sealed_receiver_look
        FROM feedback WHERE organisation_id = $1 AND )" +
           std::string(where);
}

}  // namespace

std::vector<Feedback> feedback_of(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                  PairingId pairing) {
    std::vector<Feedback> all;
    for (auto const& row :
         tx.all<FeedbackRow>(feedback_where("pairing_id = $2 ORDER BY written_on DESC, id"), organisation, pairing))
        all.push_back(opened(keys, organisation, row));
    return all;
}

std::optional<Feedback> find_feedback(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation,
                                      FeedbackId id) {
    auto const row = tx.one<FeedbackRow>(feedback_where("id = $2"), organisation, id);
    if (!row) return std::nullopt;
    return opened(keys, organisation, *row);
}

void save_feedback(db::Tx& tx, crypto::Keys const& keys, OrganisationId organisation, Feedback const& feedback) {
    Sealed const sealed(keys, organisation, feedback.id);
    remove_feedback(tx, organisation, feedback.id);
    tx.run(R"(
        INSERT INTO feedback (organisation_id, id, pairing_id, author_id, written_on, looks_again_at, sealed_content,
                              sealed_author_look, sealed_receiver_look)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
           organisation, feedback.id, feedback.pairing_id, feedback.author_id, feedback.written_on,
           feedback.looks_again_at, sealed.seal("sealed_content", json::write(feedback.words)),
           sealed.seal("sealed_author_look", feedback.author_look),
           sealed.seal("sealed_receiver_look", feedback.receiver_look));
}

void forget_feedback(db::Tx& tx, OrganisationId organisation, PairingId pairing) {
    tx.run("DELETE FROM feedback WHERE organisation_id = $1 AND pairing_id = $2", organisation, pairing);
}

void remove_feedback(db::Tx& tx, OrganisationId organisation, FeedbackId id) {
    tx.run("DELETE FROM feedback WHERE organisation_id = $1 AND id = $2", organisation, id);
}

std::vector<DueFeedback> list_due_feedback(db::Tx& tx, OrganisationId organisation) {
    return tx.all<DueFeedback>(R"(
        SELECT f.id AS id, mentor.person_id AS mentor_id, mentee.person_id AS mentee_id
        FROM feedback f
        JOIN pairings p ON p.organisation_id = f.organisation_id AND p.id = f.pairing_id
        JOIN pairing_people mentor ON mentor.organisation_id = p.organisation_id AND mentor.pairing_id = p.id
                                  AND mentor.side = 'mentor'
        JOIN pairing_people mentee ON mentee.organisation_id = p.organisation_id AND mentee.pairing_id = p.id
                                  AND mentee.side = 'mentee'
        LEFT JOIN closures c ON c.organisation_id = p.organisation_id AND c.pairing_id = p.id
        WHERE f.organisation_id = $1 AND f.looks_again_at IS NOT NULL AND f.looks_again_at <= p.meetings_held
          AND f.sealed_author_look IS NULL AND f.sealed_receiver_look IS NULL AND c.pairing_id IS NULL
        ORDER BY f.id)",
                               organisation);
}

}  // namespace pairing::store
