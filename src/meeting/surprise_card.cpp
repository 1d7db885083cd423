#include "meeting/surprise_card.hpp"

#include <algorithm>

#include "platform/content.hpp"
#include "platform/crypto/secret.hpp"

namespace meeting {
namespace {

constexpr std::int32_t kFirstSurprise = 3;
constexpr std::int32_t kSecondSurprise = 5;

// The oldest key: it stays when keys are rotated, and so does the card.
crypto::Digest rank(crypto::Keys const& keys, Drawing const& drawing, SurpriseCard const& card) {
    auto const text = "surprise card " + drawing.organisation.text() + " " + drawing.pairing_id.text() + " " + card.key;
    return crypto::mac(keys.link.begin()->second, crypto::bytes_of(text));
}

bool is_left_out(SurpriseCard const& card, std::vector<std::string> const& left_out) {
    return std::ranges::any_of(left_out, [&](std::string const& subject) { return subject.starts_with(card.family); });
}

}  // namespace

SurpriseCards const& surprise_cards(std::string_view language) {
    return content::read_once<SurpriseCards>("content/surprise_cards/", language);
}

bool has_surprise(std::int32_t number) {
    return number == kFirstSurprise || number == kSecondSurprise;
}

SurpriseCard const* draw_card(crypto::Keys const& keys, Drawing const& drawing, std::string_view language) {
    if (!has_surprise(drawing.number)) return nullptr;
    std::vector<SurpriseCard const*> deck;
    for (auto const& card : surprise_cards(language).cards)
        if (!is_left_out(card, drawing.left_out)) deck.push_back(&card);
    std::ranges::sort(deck, {}, [&](SurpriseCard const* card) { return rank(keys, drawing, *card); });
    if (deck.empty()) return nullptr;
    if (drawing.number == kFirstSurprise) return deck.front();
    auto const other =
        std::ranges::find_if(deck, [&](SurpriseCard const* card) { return card->family != deck.front()->family; });
    return other == deck.end() ? nullptr : *other;
}

}  // namespace meeting
