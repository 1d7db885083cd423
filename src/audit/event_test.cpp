#include "audit/event.hpp"

#include <gtest/gtest.h>

#include "audit/chain.hpp"

namespace audit {
namespace {

ChainedEvent event_said(std::string kind, std::uint8_t number) {
    ChainedEvent event;
    event.id.bytes[0] = number;
    event.happened_at = {1'700'000'000'000'000 + number};
    event.kind = std::move(kind);
    event.salt = meta::Bytes{{number, 1, 2, 3}};
    return event;
}

std::vector<ChainedEvent> chain_of(int length) {
    std::vector<ChainedEvent> chain;
    ChainEnd end;
    for (int i = 0; i < length; ++i) append(end, chain.emplace_back(event_said("thing.happened", std::uint8_t(i))));
    return chain;
}

bool holds(std::vector<ChainedEvent> const& chain) {
    ChainEnd end;
    for (auto const& event : chain) {
        if (!follows(end, event)) return false;
        end = {*event.position, *event.link, {}};
    }
    return true;
}

TEST(Facts, hold_ids_numbers_days_and_enumerators) {
    auto const id = base::Id<struct ThingTag>{};
    auto const text = Facts()
                          .id("run", id)
                          .number("pairs", 15)
                          .day("on", *base::parse_day("2026-11-22"))
                          .word("state", "getting_to_know");
    EXPECT_EQ(
        std::move(text).text(),
        R"({"run":"00000000-0000-0000-0000-000000000000","pairs":15,"on":"2026-11-22","state":"getting_to_know"})");
    EXPECT_FALSE(Facts().text());
}

TEST(Facts, refuse_words_of_a_person) {
    EXPECT_THROW(Facts().word("why", "She never came."), std::logic_error);
    EXPECT_THROW(Facts().word("why", ""), std::logic_error);
}

TEST(TheChain, holds_as_it_was_made) {
    EXPECT_TRUE(holds(chain_of(20)));
}

TEST(TheChain, breaks_when_an_entry_is_changed_dropped_moved_or_added) {
    auto changed = chain_of(20);
    changed[7].kind = "thing.never_happened";
    EXPECT_FALSE(holds(changed));

    auto dropped = chain_of(20);
    dropped.erase(dropped.begin() + 7);
    EXPECT_FALSE(holds(dropped));

    auto moved = chain_of(20);
    std::swap(moved[7], moved[8]);
    EXPECT_FALSE(holds(moved));

    auto rewritten = chain_of(20);
    rewritten[7].kind = "thing.never_happened";
    rewritten[7].digest = digest_of(rewritten[7]);
    EXPECT_FALSE(holds(rewritten));
}

TEST(TheChain, holds_after_an_entry_was_erased) {
    auto chain = chain_of(20);
    chain[7].salt = std::nullopt;
    chain[7].subject_id = std::nullopt;
    chain[7].actor_id = std::nullopt;
    chain[7].facts = std::nullopt;
    EXPECT_TRUE(holds(chain));
}

TEST(TheChain, breaks_when_an_entry_without_its_salt_still_speaks_of_somebody) {
    auto chain = chain_of(20);
    chain[7].salt = std::nullopt;
    chain[7].facts = std::nullopt;
    chain[7].subject_id = std::nullopt;
    chain[7].actor_id = base::AnyId{};
    EXPECT_FALSE(holds(chain));
}

TEST(TheChain, spells_no_two_events_alike) {
    auto one = event_said("ab", 1);
    auto other = event_said("a", 1);
    other.facts = "b";
    EXPECT_NE(digest_of(one), digest_of(other));
}

}  // namespace
}  // namespace audit
