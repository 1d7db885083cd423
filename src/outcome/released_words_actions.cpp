#include "outcome/released_words_actions.hpp"

#include <algorithm>

#include "ballot/respondent_store.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "notice/notice_actions.hpp"
#include "organisation/organisation_store.hpp"
#include "pairing/goal.hpp"
#include "pairing/pairing_store.hpp"

namespace outcome {
namespace {

using access::OrganisationId;

constexpr std::string_view kPurpose = "released words";

// Who the other of a pair of the viewer's is, once it has started.
base::Result<PersonId> partner_in(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme,
                                  std::optional<pairing::PairingId> id) {
    if (!id) return base::invalid("/pairing_id", "required");
    auto const pairing = pairing::store::find_mine(tx, viewer, *id);
    if (!pairing || pairing->programme_id != programme || !pairing->started_at)
        return base::invalid("/pairing_id", "not_there");
    return viewer.is(pairing->mentor_id) ? pairing->mentee_id : pairing->mentor_id;
}

base::Result<store::Kept> load_own(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer,
                                   ProgrammeId programme, WordsId id, base::Instant now) {
    TRY(mark, mark_in(tx, keys, viewer, programme, now));
    auto const own = store::list_by_author(tx, keys.seal, viewer.organisation, programme, mark);
    auto const found = std::ranges::find(own, id, &store::Kept::id);
    if (found == own.end()) return words_not_found();
    return *found;
}

// Back from where it went out to, if it did.
base::Result<bool> take_in(db::Tx& tx, OrganisationId organisation, Words const& words) {
    if (!words.released_id) return true;
    if (store::is_published(tx, organisation, *words.released_id)) return words_published();
    store::remove_released(tx, organisation, *words.released_id);
    return true;
}

}  // namespace

base::Result<meta::Bytes> mark_in(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                  base::Instant now) {
    auto const own = store::list_own_programmes(tx, viewer, base::utc_day(now) - pairing::kKeptDays);
    if (std::ranges::find(own, programme) == own.end()) return base::not_found("programme");
    auto const key = ballot::store::respondent_key(tx, keys.files, viewer.organisation, programme);
    if (!key) return base::conflict("words_not_ready", "the programme's secret is made within the hour");
    return ballot::store::respondent_of(*key, viewer.person.value(), kPurpose);
}

base::Result<bool> write_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                               WordsId id, WordsWanted const& wanted, base::Instant now) {
    auto const organisation = viewer.organisation;
    TRY(mark, mark_in(tx, keys, viewer, programme, now));
    auto const own = store::list_by_author(tx, keys.seal, organisation, programme, mark);
    auto const standing = std::ranges::find(own, id, &store::Kept::id);
    TRY_VOID(
        base::check_version("released_words", wanted.version, standing == own.end() ? 0 : standing->words.version));
    if (standing != own.end() && standing->words.is_consented) return words_consented();
    if (standing == own.end() && own.size() >= kMostWords)
        return base::conflict("too_many_words", "as many are written as one can have");
    Words words;
    words.about = wanted.about;
    words.text = base::trim(wanted.text);
    if (words.text.empty()) return base::invalid("/text", "too_short");
    if (wanted.is_named) words.names.push_back(store::name_of(tx, organisation, *viewer.person));
    std::optional<meta::Bytes> partner;
    if (wanted.about == WordsAbout::pair) {
        TRY(person, partner_in(tx, viewer, programme, wanted.pairing_id));
        words.pairing_id = wanted.pairing_id;
        if (wanted.is_named) words.names.push_back(store::name_of(tx, organisation, person));
        auto const key = ballot::store::respondent_key(tx, keys.files, organisation, programme);
        partner = ballot::store::respondent_of(key.value(), person, kPurpose);
    }
    if (standing != own.end()) words = change(standing->words, words);
    if (!store::save(tx, keys.seal, organisation, programme, {id, mark, partner, words})) return words_not_found();
    audit::record_private(tx, organisation, kWordsWritten, now);
    return true;
}

base::Result<bool> remove_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                WordsId id, base::Instant now) {
    TRY(own, load_own(tx, keys, viewer, programme, id, now));
    if (own.words.is_consented) return words_consented();
    store::remove(tx, viewer.organisation, id);
    audit::record_private(tx, viewer.organisation, kWordsWritten, now);
    return true;
}

base::Result<bool> consent_to_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer,
                                    ProgrammeId programme, WordsId id, std::int64_t version, base::Instant now) {
    TRY(own, load_own(tx, keys, viewer, programme, id, now));
    TRY_VOID(base::check_version("released_words", version, own.words.version));
    if (own.words.is_consented) return true;
    own.words.is_consented = true;
    store::save(tx, keys.seal, viewer.organisation, programme, own);
    // Who would rather not is not told again; the one who asks is not told that.
    if (own.words.about == WordsAbout::pair && !own.words.partner) {
        TRY(partner, partner_in(tx, viewer, programme, own.words.pairing_id));
        notice::tell(tx, viewer.organisation, partner, notice::words_ask_you, base::any(programme), now);
    }
    audit::record_private(tx, viewer.organisation, kWordsConsented, now);
    return true;
}

base::Result<bool> withdraw_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                  WordsId id, base::Instant now) {
    TRY(own, load_own(tx, keys, viewer, programme, id, now));
    TRY_VOID(take_in(tx, viewer.organisation, own.words));
    own.words = withdraw(own.words);
    store::save(tx, keys.seal, viewer.organisation, programme, own);
    audit::record_private(tx, viewer.organisation, kWordsConsented, now);
    return true;
}

base::Result<bool> answer_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                WordsId id, PartnerConsentWanted const& wanted, base::Instant now) {
    TRY(mark, mark_in(tx, keys, viewer, programme, now));
    auto const asked = store::list_by_partner(tx, keys.seal, viewer.organisation, programme, mark);
    auto const found = std::ranges::find(asked, id, &store::Kept::id);
    if (found == asked.end()) return words_not_found();
    auto kept = *found;
    TRY_VOID(base::check_version("released_words", wanted.version, kept.words.version));
    if (wanted.answer == PartnerConsent::rather_not) {
        TRY_VOID(take_in(tx, viewer.organisation, kept.words));
        kept.words.released_id.reset();
    }
    kept.words.partner = wanted.answer;
    store::save(tx, keys.seal, viewer.organisation, programme, kept);
    audit::record_private(tx, viewer.organisation, kWordsAnswered, now);
    return true;
}

base::Result<bool> publish_words(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, ReleasedWordsId id,
                                 base::Instant now) {
    auto const organisation = viewer.organisation;
    if (!viewer.coordinates(programme)) return base::not_found("programme");
    if (store::is_published(tx, organisation, id)) return true;
    if (!store::publish(tx, organisation, programme, id, organisation::store::today(tx, organisation, now)))
        return words_not_found();
    audit::record(tx, viewer, kWordsPublished, base::any(id), audit::Facts().id("programme_id", programme), now);
    return true;
}

void release_words(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, base::Instant now) {
    auto const monday = pairing::monday_of(organisation::store::today(tx, organisation, now));
    for (auto const& programme : store::list_with_words(tx, organisation)) {
        auto ready = store::list_all(tx, keys, organisation, programme);
        std::erase_if(ready, [](auto const& kept) { return !may_go_out(kept.words); });
        if (ready.empty()) continue;
        std::ranges::sort(ready, {}, [](auto const& kept) { return crypto::sha256(kept.words.text); });
        for (auto& kept : ready) {
            kept.words.released_id =
                store::insert_released(tx, keys, organisation, programme, monday, {kept.words.text, kept.words.names});
            store::save(tx, keys, organisation, programme, kept);
        }
        audit::record_private(tx, organisation, kWordsReleased, now);
    }
}

}  // namespace outcome
