#include "ballot/ballot_actions.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "ballot/question_set_store.hpp"
#include "ballot/respondent_store.hpp"
#include "platform/crypto/blind_signature.hpp"
#include "platform/crypto/sealed_box.hpp"
#include "platform/json.hpp"

namespace ballot {
namespace {

using crypto::Bytes;

struct LockedAnswers {
    std::vector<QuestionAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(LockedAnswers, (), (answers))

// The file of a set's secrets: the box's in front, 32 octets, then that of the signatures.
struct Secrets {
    crypto::BoxKey box;
    Bytes signing;
};
Bytes written(crypto::BoxKey const& box, crypto::BlindKey const& signing) {
    Bytes file(box.secret.begin(), box.secret.end());
    file.insert(file.end(), box.public_key.begin(), box.public_key.end());
    file.insert(file.end(), signing.secret.begin(), signing.secret.end());
    return file;
}
std::optional<Secrets> secrets_of(crypto::KeyFiles const& files, QuestionSet const& set) {
    auto const file = set.key_id ? files.find(*set.key_id) : std::nullopt;
    constexpr auto kSize = std::tuple_size_v<crypto::Key>;
    if (!file || file->size() <= 2 * kSize) return std::nullopt;
    Secrets secrets;
    std::copy_n(file->begin(), kSize, secrets.box.secret.begin());
    std::copy_n(file->begin() + kSize, kSize, secrets.box.public_key.begin());
    secrets.signing.assign(file->begin() + 2 * kSize, file->end());
    return secrets;
}

meta::Bytes stored(crypto::Digest const& digest) {
    return {Bytes(digest.begin(), digest.end())};
}

base::Result<bool> check_stage(QuestionSet const& set, base::Instant now) {
    auto const stage = stage_of(set, now);
    if (stage == Stage::preparing) return ballots_not_ready();
    if (stage != Stage::open) return ballots_over();
    return true;
}

// Keyed with the token, which the house does not keep: whoever reads the box cannot try answers out on it.
meta::Bytes mark_for(Bytes const& prepared, std::string const& answers) {
    return stored(crypto::mac(crypto::sha256(prepared), crypto::bytes_of(answers)));
}
meta::Bytes digest_of_token(Bytes const& prepared) {
    return stored(crypto::sha256(crypto::sha256(prepared)));
}

std::vector<std::vector<QuestionAnswer>> opened(std::vector<store::Cast> const& casts, Secrets const& secrets) {
    std::vector<std::vector<QuestionAnswer>> parts;
    for (auto const& cast : casts) {
        auto const text = crypto::unlock(secrets.box, cast.locked_answers.octets);
        auto const answers = text ? json::read<LockedAnswers>(*text) : base::Result<LockedAnswers>(not_a_ballot());
        if (answers) std::ranges::move(apart(answers->answers), std::back_inserter(parts));
    }
    return parts;
}

}  // namespace

base::Result<QuestionSetId> open_question_set(db::Tx& tx, access::OrganisationId organisation, Asking const& asking,
                                              base::Instant now) {
    TRY_VOID(check_audience(asking.people));
    QuestionSet set;
    set.id = tx.make_id<QuestionSetId>();
    set.closes_at = asking.closes_at;
    store::insert_question_set(tx, organisation, set, asking.questions, asking.people);
    jobs::queue(tx, organisation, kMakeBallotKeys, QuestionSetJob{set.id}, {.now = now, .unique_key = set.id.text()});
    return set.id;
}

base::Result<bool> make_keys(jobs::Work& work, crypto::KeyFiles const& files, QuestionSetJob const& job) {
    auto const organisation = work.organisation<access::OrganisationId>();
    auto const signing = crypto::make_blind_key();
    auto const box = crypto::make_box_key();
    auto const key_id = base::AnyId::make(*base::system_random());
    files.save(key_id, written(box, signing));
    auto const is_used = work.write([&](db::Tx& tx) -> base::Result<bool> {
        auto set = store::find(tx, organisation, job.question_set_id);
        if (!set || set->public_key) return false;
        set->public_key = meta::Bytes{signing.public_key};
        set->box_key = meta::Bytes{Bytes(box.public_key.begin(), box.public_key.end())};
        set->key_id = key_id;
        store::save_keys(tx, organisation, *set);
        return true;
    });
    if (!is_used || !*is_used) files.destroy(key_id);
    return is_used;
}

base::Result<QuestionSetAnswer> read_question_set(db::Tx& tx, access::Viewer const& viewer, QuestionSetId id,
                                                  base::Instant now) {
    auto const set = store::find_mine(tx, viewer, id);
    if (!set) return question_set_not_found();
    QuestionSetAnswer answer{id,
                             stage_of(*set, now),
                             set->closes_at,
                             store::questions_of(tx, viewer.organisation, id),
                             {},
                             store::issued_to(tx, viewer, id).has_value()};
    if (set->public_key) answer.public_key = crypto::to_base64url(set->public_key->octets);
    return answer;
}

base::Result<BallotIssued> issue(db::Tx& tx, crypto::KeyFiles const& files, access::Viewer const& viewer,
                                 QuestionSetId id, BallotWanted const& wanted, base::Instant now) {
    auto const set = store::find_mine(tx, viewer, id);
    if (!set) return question_set_not_found();
    TRY_VOID(check_stage(*set, now));
    auto const blinded = crypto::from_base64url(wanted.blinded_message);
    if (!blinded) return not_a_blinded_message();
    auto const digest = stored(crypto::sha256(*blinded));
    auto const issued = store::issued_to(tx, viewer, id);
    if (issued && *issued != digest) return ballot_issued();
    auto const secrets = secrets_of(files, *set);
    if (!secrets) throw std::runtime_error("the keys of an open question set are missing from the key folder");
    auto const signature = crypto::sign_blinded(secrets->signing, *blinded);
    if (!signature) return not_a_blinded_message();
    if (!issued) {
        store::save_issue(tx, viewer, id, digest);
        audit::record_private(tx, viewer.organisation, kBallotIssued, now);
    }
    return BallotIssued{crypto::to_base64url(*signature)};
}

base::Result<BallotReceipt> cast(db::Tx& tx, Ballot const& ballot, base::Instant now) {
    auto const box = store::find_box(tx, ballot.question_set_id);
    if (!box) return question_set_not_found();
    TRY_VOID(check_stage(*box, now));
    auto const prepared = crypto::from_base64url(ballot.prepared_message);
    auto const signature = crypto::from_base64url(ballot.signature);
    if (!prepared || !signature || prepared->size() != kPreparedOctets ||
        !crypto::is_signed_blindly(box->public_key->octets, *prepared, *signature))
        return not_a_ballot();
    TRY_VOID(check_answers(ballot.answers, store::questions_of(tx, box->organisation_id, box->id)));
    auto const text = json::write(LockedAnswers{ballot.answers});
    auto const mark = mark_for(*prepared, text);
    auto const token = digest_of_token(*prepared);
    auto const before = store::mark_of(tx, *box, token);
    if (before && *before != mark) return ballot_cast();
    crypto::Key box_key{};
    std::ranges::copy(box->box_key->octets, box_key.begin());
    if (!before) store::insert_cast(tx, *box, {token, mark, meta::Bytes{crypto::lock_away(box_key, text)}});
    return BallotReceipt{box->closes_at};
}

base::Result<bool> close_ballots(jobs::Work& work, db::Database& database, crypto::Keys const& keys,
                                 crypto::KeyFiles const& files) {
    auto const organisation = work.organisation<access::OrganisationId>();
    auto const due = work.read([&](db::Tx& tx) { return store::list_to_close(tx, organisation, work.now()); });
    for (auto const& set : due) {
        auto const secrets = secrets_of(files, set);
        auto is_closed = work.write([&](db::Tx& tx) -> base::Result<bool> {
            auto const current = store::find(tx, organisation, set.id);
            if (!current || current->is_closed) return true;
            auto const casts = store::list_casts(tx, organisation, set.id);
            // Without its keys a box opens no more, and says so by having no answers.
            store::close(tx, keys, organisation, set.id,
                         secrets ? opened(casts, *secrets) : std::vector<std::vector<QuestionAnswer>>{});
            audit::record(tx, access::house(organisation), kQuestionSetClosed, base::any(set.id), {}, work.now());
            return true;
        });
        if (!is_closed) return is_closed;
        if (set.key_id) files.destroy(*set.key_id);
        auto is_forgotten = work.write([&](db::Tx& tx) -> base::Result<bool> {
            store::forget_key(tx, organisation, set.id);
            return true;
        });
        if (!is_forgotten) return is_forgotten;
    }
    if (!due.empty()) database.let_go_of_deleted({"ballot_box", "ballot_issues"});
    return true;
}

// The file first, outside the transaction: no row points at a secret that was not kept.
base::Result<bool> make_respondent_secret(jobs::Work& work, crypto::KeyFiles const& files,
                                          access::ProgrammeId programme) {
    auto const organisation = work.organisation<access::OrganisationId>();
    if (work.read([&](db::Tx& tx) { return store::respondent_key_id(tx, organisation, programme).has_value(); }))
        return true;
    auto const id = base::AnyId::make(*base::system_random());
    auto const secret = crypto::random_key();
    files.save(id, secret);
    auto is_used = work.write(
        [&](db::Tx& tx) -> base::Result<bool> { return store::save_respondent_key(tx, organisation, programme, id); });
    if (!is_used || !*is_used) files.destroy(id);
    if (!is_used) return is_used;
    return true;
}

void forget_ballots(db::Tx& tx, access::OrganisationId organisation, base::Instant now) {
    store::forget_ballots(tx, organisation, now - std::chrono::hours(24 * kKeptDays));
}

}  // namespace ballot
