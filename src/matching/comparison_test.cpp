#include "matching/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

PersonId somebody(std::uint8_t number) {
    PersonId id;
    id.bytes[15] = number;
    return id;
}
PersonId const kAna = somebody(1);
PersonId const kBo = somebody(2);
PersonId const kCy = somebody(3);
PersonId const kSofia = somebody(11);
PersonId const kDavid = somebody(12);

Change change_of(Compared const& compared, Side side, PersonId person) {
    for (auto const& place : compared.places)
        if (place.side == side && place.person_id == person) return place.change;
    throw std::runtime_error("not there");
}

TEST(ComparingTwoRuns, says_who_keeps_whom_and_who_has_somebody_else) {
    auto const compared = compare({{kAna, kSofia}, {kBo, kDavid}}, {{kAna, kSofia}, {kCy, kDavid}}, {});
    EXPECT_EQ(change_of(compared, Side::mentor, kAna), Change::kept);
    EXPECT_EQ(change_of(compared, Side::mentor, kBo), Change::lost);
    EXPECT_EQ(change_of(compared, Side::mentor, kCy), Change::gained);
    EXPECT_EQ(change_of(compared, Side::mentee, kDavid), Change::moved);
    EXPECT_EQ(compared.mentors.kept, 1);
    EXPECT_EQ(compared.mentors.lost, 1);
    EXPECT_EQ(compared.mentors.gained, 1);
    EXPECT_EQ(compared.mentors.moved, 0);
    EXPECT_EQ(compared.mentees.moved, 1);
    EXPECT_EQ(compared.mentees.kept, 1);
}

TEST(ComparingTwoRuns, is_the_other_way_round_turned_round) {
    std::vector<ComparedCouple> const one{{kAna, kSofia}, {kBo, kDavid}};
    std::vector<ComparedCouple> const other{{kAna, kDavid}};
    auto const there = compare(one, other, {});
    auto const back = compare(other, one, {});
    EXPECT_EQ(there.mentors.lost, back.mentors.gained);
    EXPECT_EQ(there.mentees.moved, back.mentees.moved);
    EXPECT_EQ(there.mentees.lost, back.mentees.gained);
}

TEST(ComparingTwoRuns, looks_at_all_partners_of_somebody_with_several) {
    std::vector<ComparedCouple> const both{{kAna, kSofia}, {kAna, kDavid}};
    EXPECT_EQ(change_of(compare(both, {both[1], both[0]}, {}), Side::mentor, kAna), Change::kept);
    EXPECT_EQ(change_of(compare(both, {both[0]}, {}), Side::mentor, kAna), Change::moved);
}

TEST(ComparingTwoRuns, tells_apart_the_two_sides_of_one_person) {
    auto const compared = compare({{kAna, kSofia}}, {{kAna, kSofia}, {kBo, kAna}}, {});
    EXPECT_EQ(change_of(compared, Side::mentor, kAna), Change::kept);
    EXPECT_EQ(change_of(compared, Side::mentee, kAna), Change::gained);
}

// Rules 13: neither a row nor a figure about whoever looks, nor about those they would stand with.
TEST(ComparingTwoRuns, leaves_out_whoever_looks) {
    auto const compared = compare({{kAna, kSofia}, {kBo, kDavid}}, {{kAna, kDavid}, {kCy, kSofia}}, kAna);
    for (auto const& place : compared.places) {
        EXPECT_NE(place.person_id, kAna);
        EXPECT_NE(place.person_id, kSofia);
        EXPECT_NE(place.person_id, kDavid);
    }
    EXPECT_THAT(compared.places, SizeIs(2));
    EXPECT_EQ(compared.mentees.moved + compared.mentees.kept + compared.mentees.lost + compared.mentees.gained, 0);
}

TEST(ComparingTwoRuns, finds_nothing_in_nothing) {
    EXPECT_THAT(compare({}, {}, {}).places, IsEmpty());
}

}  // namespace
}  // namespace matching
