#include "pairing/agreement_actions.hpp"

#include <map>

#include "pairing/agreement_store.hpp"
#include "pairing/goal.hpp"
#include "pairing/line_store.hpp"
#include "pairing/pairing_actions.hpp"
#include "pairing/pairing_store.hpp"
#include "pairing/readiness.hpp"
#include "platform/content.hpp"
#include "platform/embedded.hpp"
#include "platform/i18n.hpp"
#include "topic/topic.hpp"

namespace pairing {
namespace {

// On the tree of this moment (engineering.md 9); what all three settled knowingly stands.
base::Result<bool> check_line(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing) {
    if (!is_settled(pairing) && store::stand_in_one_line(tx, viewer.organisation, pairing)) return in_one_line();
    return true;
}

// A version stands once both have signed it, and no longer when one takes their signature back before the start.
void keep_signing(db::Tx& tx, access::OrganisationId organisation, Papers const& before, Papers const& after,
                  base::Instant now) {
    auto const version = after.agreement.version;
    auto const stood = both_signed(before.signatures, Document::agreement, version);
    auto const stands = both_signed(after.signatures, Document::agreement, version);
    if (stands && !stood) store::insert_signed_version(tx, organisation, after.pairing.id, {version, now});
    if (stood && !stands) store::remove_signed_version(tx, organisation, after.pairing.id, version);
}

// One event a write: the signature that completes all four is recorded as the start.
void save_signed(db::Tx& tx, access::Viewer const& viewer, Papers const& before, Papers const& after,
                 audit::Kind const& kind, base::Instant now) {
    auto organisation = viewer.organisation;
    bool starts = before.pairing.started_at != after.pairing.started_at;
    store::save_signatures(tx, organisation, after.pairing, after.signatures);
    keep_signing(tx, organisation, before, after, now);
    if (starts) store::save_times(tx, organisation, after.pairing);
    record_of_pair(tx, organisation, starts ? kPairingStarted : kind, after.pairing, {}, now);
}

// What `giver` brings is what the other takes away.
std::vector<std::string> outcomes_from(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing, Side giver) {
    auto const& words = content::read_once<AgreementTemplate>("content/agreement/", viewer.language);
    auto const& topics = topic::catalogue(viewer.language);
    std::vector<std::string> outcomes;
    for (auto const& key : store::topics_given(tx, viewer.organisation, pairing, giver))
        if (auto const* given = topics.find(key)) outcomes.push_back(drafted_outcome(words, given->name));
    return outcomes;
}

Agreement drafted(db::Tx& tx, access::Viewer const& viewer, Pairing const& pairing, base::Instant now) {
    auto from = store::usual_agreement(tx, viewer.organisation, pairing.programme_id);
    from.mentor_outcomes = outcomes_from(tx, viewer, pairing, Side::mentee);
    from.mentee_outcomes = outcomes_from(tx, viewer, pairing, Side::mentor);
    return draft(from, base::utc_day(now));
}

}  // namespace

Charter const& charter_in(std::string const& language) {
    static auto const kCharters = [] {
        std::map<std::string, Charter> charters;
        constexpr std::string_view kFolder = "content/charter/";
        for (auto const& file : embedded::list(kFolder)) {
            auto const tag = file.path.substr(kFolder.size());
            auto const written_in = tag.substr(0, tag.rfind('.'));
            auto const kept = i18n::ours().format(written_in, "closing.kept_of_a_pair");
            charters.emplace(written_in, filled(read_charter(file.text), kKeptDays, kept));
        }
        return charters;
    }();
    auto found = kCharters.find(language);
    if (found == kCharters.end()) found = kCharters.find(language.substr(0, language.find('-')));
    return found == kCharters.end() ? kCharters.at("en") : found->second;
}

Papers papers_of(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, Pairing const& pairing,
                 base::Instant now) {
    Papers papers;
    papers.pairing = pairing;
    papers.charter_version = charter_in("en").version;
    papers.signatures = store::signatures_of(tx, viewer.organisation, pairing.id);
    papers.are_both_prepared = are_both_prepared(tx, viewer.organisation, pairing);
    if (auto written = store::find_agreement(tx, keys, viewer.organisation, pairing.id)) {
        papers.agreement = *std::move(written);
    } else {
        papers.agreement = drafted(tx, viewer, pairing, now);
    }
    return papers;
}

base::Result<Papers> load_papers(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                 base::Instant now) {
    auto pairing = store::find_mine(tx, viewer, id);
    if (!pairing) return pairing_not_found();
    return papers_of(tx, keys, viewer, *pairing, now);
}

base::Result<Papers> write_agreement(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer, PairingId id,
                                     Agreement const& wanted, base::Instant now) {
    TRY(papers, load_papers(tx, keys, viewer, id, now));
    TRY(changed, change_agreement(papers, wanted, base::utc_day(now)));
    if (changed.agreement.version == papers.agreement.version) return changed;
    store::save_agreement(tx, keys, viewer.organisation, id, changed.agreement);
    store::save_signatures(tx, viewer.organisation, changed.pairing, changed.signatures);
    record_of_pair(tx, viewer.organisation, kAgreementChanged, papers.pairing, {}, now);
    return changed;
}

base::Result<Papers> put_agreement_signature(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                             PairingId id, std::int32_t version, Confirms confirms, base::Instant now) {
    TRY(papers, load_papers(tx, keys, viewer, id, now));
    auto by = *papers.pairing.side_of(*viewer.person);
    TRY(after, sign_agreement(papers, by, version, confirms, now));
    TRY_VOID(check_line(tx, viewer, papers.pairing));
    save_signed(tx, viewer, papers, after, kAgreementSigned, now);
    return after;
}

base::Result<Papers> take_back_signature(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                         PairingId id, base::Instant now) {
    TRY(papers, load_papers(tx, keys, viewer, id, now));
    TRY(after, withdraw_signature(papers, *papers.pairing.side_of(*viewer.person)));
    save_signed(tx, viewer, papers, after, kSignatureWithdrawn, now);
    return after;
}

base::Result<Papers> put_charter_signature(db::Tx& tx, crypto::Keys const& keys, access::Viewer const& viewer,
                                           PairingId id, std::int32_t version, base::Instant now) {
    TRY(papers, load_papers(tx, keys, viewer, id, now));
    auto by = *papers.pairing.side_of(*viewer.person);
    TRY(after, sign_charter(papers, by, version, now));
    TRY_VOID(check_line(tx, viewer, papers.pairing));
    save_signed(tx, viewer, papers, after, kCharterSigned, now);
    return after;
}

}  // namespace pairing
