#include "invitation/opening_letter.hpp"

#include <gtest/gtest.h>

namespace invitation {
namespace {

base::Instant const kNow{1'800'000'000'000'000};

programme::Sponsor sponsor(std::string const& id, bool has_accepted = true) {
    programme::Sponsor one;
    one.id = programme::SponsorId::parse(id).value();
    if (has_accepted) one.accepted_at = kNow;
    return one;
}
auto const kMarta = sponsor("10000000-0000-4000-8000-000000000001");
auto const kAnother = sponsor("10000000-0000-4000-8000-000000000002");
auto const kNews = base::AnyId::parse("20000000-0000-4000-8000-000000000001").value();

OpeningLetter agreed() {
    auto const written = write_letter({}, {}, 0).value();
    auto const asked = put_to_sponsor(written, kMarta, 1, kNews).value();
    return agree_to_letter(asked, kMarta, 1, kNow).value();
}

TEST(AnOpeningLetter, is_published_once_the_sponsor_has_said_yes) {
    auto const written = write_letter({}, {}, 0).value();
    EXPECT_EQ(publish_letter(written, kMarta, 1, kNow).refusal().code, "letter_not_agreed");
    auto const asked = put_to_sponsor(written, kMarta, 1, kNews).value();
    EXPECT_EQ(asked.request_id, kNews);
    EXPECT_EQ(publish_letter(asked, kMarta, 1, kNow).refusal().code, "letter_not_agreed");
    EXPECT_TRUE(is_published(publish_letter(agreed(), kMarta, 1, kNow).value(), kMarta));
}

TEST(AnOpeningLetter, needs_the_yes_again_once_it_is_written_again_and_what_was_published_stays_till_then) {
    auto const published = publish_letter(agreed(), kMarta, 1, kNow).value();
    auto const changed = write_letter(published, {}, 1).value();
    EXPECT_EQ(changed.version, 2);
    EXPECT_FALSE(is_agreed(changed, kMarta));
    EXPECT_TRUE(is_published(changed, kMarta));
    EXPECT_EQ(changed.published_version, 1);
    EXPECT_EQ(publish_letter(changed, kMarta, 2, kNow).refusal().code, "letter_not_agreed");
    EXPECT_EQ(agree_to_letter(changed, kMarta, 1, kNow).refusal().code, "stale") << "to other words than those shown";
    auto const again = agree_to_letter(changed, kMarta, 2, kNow).value();
    EXPECT_EQ(publish_letter(again, kMarta, 2, kNow).value().published_version, 2);
    EXPECT_FALSE(is_published(take_down_letter(published), kMarta));
}

TEST(AnOpeningLetter, is_one_sponsors_and_nobody_elses) {
    auto const published = publish_letter(agreed(), kMarta, 1, kNow).value();
    EXPECT_FALSE(is_published(published, kAnother));
    EXPECT_FALSE(is_agreed(published, kAnother));
    EXPECT_FALSE(is_published(published, std::nullopt));
    EXPECT_EQ(publish_letter(published, kAnother, 1, kNow).refusal().code, "letter_not_agreed");
    auto const other = base::AnyId::parse("20000000-0000-4000-8000-000000000002").value();
    auto const asked = put_to_sponsor(published, kAnother, 1, other).value();
    EXPECT_EQ(asked.request_id, other) << "the new one is told";
    EXPECT_EQ(put_to_sponsor(asked, kAnother, 1, kNews).value().request_id, other) << "told once";
}

TEST(AnOpeningLetter, is_put_to_a_sponsor_who_has_accepted_and_by_the_version_that_was_read) {
    auto const written = write_letter({}, {}, 0).value();
    EXPECT_EQ(put_to_sponsor(written, std::nullopt, 1, kNews).refusal().code, "sponsor_not_accepted");
    EXPECT_EQ(put_to_sponsor(written, sponsor("10000000-0000-4000-8000-000000000003", false), 1, kNews).refusal().code,
              "sponsor_not_accepted");
    EXPECT_EQ(put_to_sponsor(written, kMarta, 2, kNews).refusal().code, "stale");
    EXPECT_EQ(write_letter(written, {}, 0).refusal().code, "stale");
    EXPECT_EQ(write_letter({}, {}, 1).refusal().code, "stale");
    EXPECT_EQ(publish_letter(agreed(), kMarta, 2, kNow).refusal().code, "stale");
    EXPECT_EQ(agree_to_letter(agreed(), kMarta, 1, kNow + std::chrono::hours(1)).value().agreed_at, kNow);
}

TEST(AnOpeningLetter, has_words_in_the_programmes_own_language) {
    EXPECT_EQ(check_letter({{"en", " Dear all \r\n\r\nYours "}}, "en").value().at(0).text, "Dear all \n\nYours");
    EXPECT_EQ(check_letter({{"de", "Hallo"}}, "en").refusal().errors.at(0).code, "own_language");
    EXPECT_EQ(check_letter({{"en", " "}}, "en").refusal().errors.at(0).pointer, "/texts/0/text");
}

}  // namespace
}  // namespace invitation
