#include "outcome/released_words.hpp"

namespace outcome {

WordsState state_of(Words const& words, bool is_published) {
    if (is_published) return WordsState::published;
    if (words.released_id) return WordsState::released;
    return words.is_consented ? WordsState::waits : WordsState::draft;
}

std::vector<WordsAction> allowed_actions(WordsState state) {
    switch (state) {
        case WordsState::draft:
            return {WordsAction::change, WordsAction::release, WordsAction::remove};
        case WordsState::waits:
        case WordsState::released:
            return {WordsAction::withdraw};
        case WordsState::published:
            return {};
    }
    return {};
}

bool may_go_out(Words const& words) {
    if (!words.is_consented || words.released_id) return false;
    return words.about == WordsAbout::oneself || words.partner == PartnerConsent::consent;
}

Words change(Words words, Words const& wanted) {
    bool const is_same = words.text == wanted.text && words.names == wanted.names && words.about == wanted.about &&
                         words.pairing_id == wanted.pairing_id;
    if (!is_same) words.partner.reset();
    words.about = wanted.about;
    words.pairing_id = wanted.pairing_id;
    words.text = wanted.text;
    words.names = wanted.names;
    ++words.version;
    return words;
}

Words withdraw(Words words) {
    words.is_consented = false;
    words.released_id.reset();
    if (words.partner == PartnerConsent::consent) words.partner.reset();
    return words;
}

base::Refusal words_not_found() {
    return base::not_found("released_words");
}
base::Refusal words_consented() {
    return base::conflict("words_consented", "you have consented to these words; withdraw them to change them");
}
base::Refusal words_published() {
    return base::conflict("words_published", "they have been published and stay as they are");
}

}  // namespace outcome
