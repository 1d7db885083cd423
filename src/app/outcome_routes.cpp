#include "app/routes.hpp"
#include "outcome/released_words_http.hpp"

namespace app {

using access::May;

// Quiet: who writes, who consents and who was asked would say whose words without a name are, and that a partner said
// no.
void add_outcome_routes(access::Routes& r) {
    constexpr std::string_view kWords = "released words";
    constexpr std::string_view kPair = "that two people are a pair";
    constexpr std::string_view kTakesPart = "takes part at all";
    r.get("/released-words", May::participant, outcome::list_my_words,
          "Your own sentences for the report, and what partners would like to release about you both")
        .quiet()
        .may_show({kWords, kPair, kTakesPart});
    r.put("/programmes/{id}/released-words/{words_id}", May::participant, outcome::put_words,
          "Write a sentence on what changed, or change it; it is yours alone until you consent")
        .quiet()
        .may_show({kWords, kPair, kTakesPart});
    r.remove("/programmes/{id}/released-words/{words_id}", May::participant, outcome::remove_own_words,
             "Throw a sentence away that you have not consented to")
        .quiet()
        .may_show({kWords, kPair, kTakesPart});
    r.put("/programmes/{id}/released-words/{words_id}/consent", May::participant, outcome::put_words_consent,
          "Consent to a sentence as it was shown: it goes out on a Monday, about a pair if the partner consents")
        .quiet()
        .may_show({kWords, kPair, kTakesPart});
    r.remove("/programmes/{id}/released-words/{words_id}/consent", May::participant, outcome::remove_words_consent,
             "Withdraw a sentence, until it is published")
        .quiet()
        .may_show({kWords, kPair, kTakesPart});
    r.put("/programmes/{id}/released-words/{words_id}/partner-consent", May::participant, outcome::put_partner_consent,
          "Consent to a sentence about you both, or rather not; a no looks like silence")
        .quiet()
        .may_show({kWords, kPair, kTakesPart});
    r.get("/published-words", May::participant, outcome::list_published_words,
          "Read the sentences of every programme as far as you may")
        .may_show({kWords});
    r.get("/programmes/{id}/released-words", May::participant, outcome::list_released_words,
          "Read what was released, as whoever runs the programme; what was published, as whoever takes part")
        .may_show({kWords});
    r.put("/programmes/{id}/released-words/{words_id}/publication", May::coordinator, outcome::put_words_publication,
          "Publish a sentence, for good")
        .may_show({kWords});
}

}  // namespace app
