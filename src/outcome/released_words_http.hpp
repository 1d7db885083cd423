#pragma once
// Released words: one's own, a partner's question, and what has gone out.

#include "access/call.hpp"
#include "outcome/released_words_shapes.hpp"

namespace outcome {

base::Result<MyReleasedWords> list_my_words(access::Call& call);
base::Result<MyReleasedWords> put_words(access::Call& call, WordsWanted const& wanted);
base::Result<MyReleasedWords> remove_own_words(access::Call& call);
base::Result<MyReleasedWords> put_words_consent(access::Call& call, WordsConsent const& consent);
base::Result<MyReleasedWords> remove_words_consent(access::Call& call);
base::Result<MyReleasedWords> put_partner_consent(access::Call& call, PartnerConsentWanted const& wanted);

base::Result<PublishedWords> list_published_words(access::Call& call);
base::Result<ReleasedWordsOf> list_released_words(access::Call& call);
base::Result<ReleasedWordsOf> put_words_publication(access::Call& call);

}  // namespace outcome
