#pragma once
// The verbs of released words. Writing, consenting, withdrawing and a partner's answer are private acts (rules 4).

#include "access/viewer.hpp"
#include "audit/event.hpp"
#include "outcome/released_words_store.hpp"
#include "platform/crypto/key_files.hpp"
#include "platform/crypto/key_folder.hpp"
#include "platform/crypto/secret.hpp"
#include "platform/jobs/schedule.hpp"

namespace outcome {

inline constexpr audit::Kind kWordsWritten{"released_words.written", audit::Private::yes};
inline constexpr audit::Kind kWordsConsented{"released_words.consented", audit::Private::yes};
inline constexpr audit::Kind kWordsAnswered{"released_words.answered", audit::Private::yes};
inline constexpr audit::Kind kWordsReleased{"released_words.released", audit::Private::yes};
inline constexpr audit::Kind kWordsPublished{"released_words.published"};

struct WordKeys {
    crypto::Keys const& seal;
    crypto::KeyFiles const& files;
};

// How the viewer stands in the rows of a programme. Refuses: not found; words_not_ready in the first hour of a
// programme.
base::Result<meta::Bytes> mark_in(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                  base::Instant now);

// With an id that is new, or that of one's own. Refuses: stale, words_consented, too_many_words; at /text too_short, at
// /pairing_id required or not_there.
base::Result<bool> write_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                               WordsId id, WordsWanted const& wanted, base::Instant now);
// Refuses: words_consented.
base::Result<bool> remove_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                WordsId id, base::Instant now);
// To the words as they were shown; of a pair, the partner is asked. Refuses: stale.
base::Result<bool> consent_to_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer,
                                    ProgrammeId programme, WordsId id, std::int64_t version, base::Instant now);
// Again without harm. Refuses: words_published.
base::Result<bool> withdraw_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                  WordsId id, base::Instant now);
// As the partner; the other way round until it is published. Refuses: stale, words_published.
base::Result<bool> answer_words(db::Tx& tx, WordKeys const& keys, access::Viewer const& viewer, ProgrammeId programme,
                                WordsId id, PartnerConsentWanted const& wanted, base::Instant now);

// By whoever coordinates; again without harm.
base::Result<bool> publish_words(db::Tx& tx, access::Viewer const& viewer, ProgrammeId programme, ReleasedWordsId id,
                                 base::Instant now);

// On Mondays: what everybody whose words they are has consented to goes out, in an order that depends on them alone.
void release_words(db::Tx& tx, crypto::Keys const& keys, access::OrganisationId organisation, base::Instant now);
inline constexpr jobs::Kind<jobs::Nothing> kReleaseWords{"released_words.release"};

}  // namespace outcome
