#pragma once
// A card that neither of the two has chosen, at their third and their fifth conversation (R28). Content in
// content/surprise_cards/<language>.json, the same keys in every language.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "access/viewer.hpp"
#include "pairing/pairing.hpp"
#include "platform/crypto/key_folder.hpp"

namespace meeting {

struct SurpriseCard {
    std::string key;
    std::string family;  // of the topics
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SurpriseCard, (), (key, family, text))

struct SurpriseCards {
    std::vector<SurpriseCard> cards;
};
BOOST_DESCRIBE_STRUCT(SurpriseCards, (), (cards))

SurpriseCards const& surprise_cards(std::string_view language = "en");
bool has_surprise(std::int32_t number);

struct Drawing {
    access::OrganisationId organisation;
    pairing::PairingId pairing_id;
    std::int32_t number = 3;
    std::vector<std::string> left_out;  // topics and families that either of the two will not discuss
};
// The same whenever and by whomever it is turned over (decision 0162), the second of another family than the first, and
// of no family of which anything is left out. None when nothing is left, or the number has no card.
SurpriseCard const* draw_card(crypto::Keys const& keys, Drawing const& drawing, std::string_view language);

}  // namespace meeting
