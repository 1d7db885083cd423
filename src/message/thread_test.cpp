#include "message/thread.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace message {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

base::Instant const kNow = base::parse_instant("2026-11-22T09:00:00Z").value();
PersonId const kAna{{1}};
PersonId const kSofia{{2}};

Thread thread_of_ana() {
    Thread thread;
    thread.pairing.mentor_id = kAna;
    thread.pairing.mentee_id = kSofia;
    thread.pairing.opened_at = kNow - std::chrono::hours(1);
    thread.pairing.answers_close_at = kNow + std::chrono::hours(100);
    thread.own = kAna;
    return thread;
}
Message by_ana(std::string const& text = "Hello") {
    return write(thread_of_ana(), MessageId{{7}}, 1, text, 0, kNow).value();
}

TEST(Writing, holds_the_author_the_place_and_the_time) {
    auto const message = by_ana();
    EXPECT_EQ(message.person_id, kAna);
    EXPECT_EQ(message.position, 1);
    EXPECT_EQ(message.written_at, kNow);
    EXPECT_EQ(message.text, "Hello");
}

TEST(Writing, needs_a_word_or_an_attachment) {
    EXPECT_EQ(write(thread_of_ana(), {}, 1, " \n\t", 0, kNow).refusal().errors.front().code, "too_short");
    EXPECT_TRUE(write(thread_of_ana(), {}, 1, "", 1, kNow));
}

TEST(Writing, ends_with_the_pairing_whatever_ended_it) {
    auto refused = [](Thread const& thread, base::Instant now) {
        return write(thread, {}, 1, "Hello", 0, now).refusal().code;
    };
    auto closed = thread_of_ana();
    closed.pairing.went_on_at = kNow;
    EXPECT_TRUE(write(closed, {}, 1, "Hello", 0, kNow));
    closed.pairing.closed_on = base::utc_day(kNow);
    EXPECT_EQ(refused(closed, kNow), "pairing_over");
    auto set_aside = thread_of_ana();
    set_aside.pairing.set_aside_at = kNow;
    EXPECT_EQ(refused(set_aside, kNow), "pairing_over");
    auto const due = thread_of_ana();
    EXPECT_EQ(refused(due, due.pairing.answers_close_at), "pairing_over") << "before a job has set it aside";
    EXPECT_TRUE(is_over(due, due.pairing.answers_close_at));
}

TEST(Writing, is_refused_in_the_same_words_whether_the_other_blocks_or_is_gone) {
    auto thread = thread_of_ana();
    thread.is_other_reachable = false;
    EXPECT_EQ(write(thread, {}, 1, "Hello", 0, kNow).refusal().code, "takes_nothing_now");
    EXPECT_THAT(allowed_actions(thread, kNow), Contains(ThreadAction::write)) << "the page does not tell beforehand";
}

TEST(Writing, stays_possible_to_somebody_one_has_blocked) {
    auto thread = thread_of_ana();
    thread.has_blocked = true;
    EXPECT_TRUE(write(thread, {}, 1, "Hello", 0, kNow));
    EXPECT_THAT(allowed_actions(thread, kNow),
                ElementsAre(ThreadAction::write, ThreadAction::report, ThreadAction::unblock));
}

TEST(Editing, is_the_authors_within_fifteen_minutes) {
    auto const thread = thread_of_ana();
    auto const last = kNow + kEditedWithin;
    EXPECT_EQ(edit(thread, by_ana(), "Hi", 0, last)->text, "Hi");
    EXPECT_EQ(edit(thread, by_ana(), "Hi", 0, last)->edited_at, last);
    EXPECT_EQ(edit(thread, by_ana(), "Hi", 0, last + base::Duration(1)).refusal().code, "too_late_to_edit");
    auto of_sofia = thread;
    of_sofia.own = kSofia;
    EXPECT_EQ(edit(of_sofia, by_ana(), "Hi", 0, kNow).refusal().kind, base::RefusalKind::not_found);
}

TEST(Editing, with_the_same_words_changes_nothing_at_any_time) {
    EXPECT_EQ(edit(thread_of_ana(), by_ana(), "Hello", 0, kNow + std::chrono::hours(50)).value(), by_ana());
}

TEST(Editing, says_nothing_new_to_somebody_who_blocks) {
    auto thread = thread_of_ana();
    thread.is_other_reachable = false;
    EXPECT_EQ(edit(thread, by_ana(), "Hi", 0, kNow).refusal().code, "takes_nothing_now");
}

TEST(Editing, does_not_empty_a_message) {
    EXPECT_FALSE(edit(thread_of_ana(), by_ana(), "", 0, kNow));
    EXPECT_TRUE(edit(thread_of_ana(), by_ana(), "", 1, kNow));
}

TEST(TakingBack, leaves_no_text_and_is_the_authors_alone) {
    auto const gone = take_back(thread_of_ana(), by_ana(), kNow + std::chrono::hours(30)).value();
    EXPECT_FALSE(gone.text);
    EXPECT_TRUE(gone.taken_back_at);
    EXPECT_EQ(take_back(thread_of_ana(), gone, kNow + std::chrono::hours(60)).value(), gone) << "once";
    EXPECT_EQ(edit(thread_of_ana(), gone, "Hi", 0, kNow).refusal().code, "taken_back");
    auto of_sofia = thread_of_ana();
    of_sofia.own = kSofia;
    EXPECT_EQ(take_back(of_sofia, by_ana(), kNow).refusal().code, "not_found");
}

TEST(TakingBack, ends_with_the_pairing) {
    auto over = thread_of_ana();
    over.pairing.set_aside_at = kNow;
    EXPECT_EQ(take_back(over, by_ana(), kNow).refusal().code, "pairing_over");
    EXPECT_THAT(allowed_actions(over, by_ana(), kNow), IsEmpty());
    EXPECT_THAT(allowed_actions(over, kNow), Not(Contains(ThreadAction::write)));
    EXPECT_THAT(allowed_actions(over, kNow), Contains(ThreadAction::report));
}

TEST(WhatMayBeDoneWithAMessage, follows_its_age_and_its_author) {
    auto const thread = thread_of_ana();
    EXPECT_THAT(allowed_actions(thread, by_ana(), kNow), ElementsAre(MessageAction::edit, MessageAction::take_back));
    EXPECT_THAT(allowed_actions(thread, by_ana(), kNow + std::chrono::minutes(16)),
                ElementsAre(MessageAction::take_back));
    auto of_sofia = thread;
    of_sofia.own = kSofia;
    EXPECT_THAT(allowed_actions(of_sofia, by_ana(), kNow), IsEmpty());
}

}  // namespace
}  // namespace message
