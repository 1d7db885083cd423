#include "notice/mail.hpp"

#include <gtest/gtest.h>

#include "platform/meta.hpp"

namespace {

notice::Mail mail_to(std::string name, std::string kind) {
    notice::Mail mail;
    mail.kind = std::move(kind);
    mail.person_name = std::move(name);
    mail.organisation_name = "Nordlys";
    mail.language = "en";
    return mail;
}

TEST(AKindOfMail, has_its_words_in_the_catalogue) {
    for (auto const* kind : notice::kKinds) {
        std::string const name(kind->name);
        if (kind->is_mailed()) {
            EXPECT_TRUE(i18n::ours().has("mail." + name + ".subject")) << name;
            EXPECT_TRUE(i18n::ours().has("mail." + name + ".body")) << name;
        }
        EXPECT_EQ(i18n::ours().has("notice." + name), kind->is_in_inbox()) << name;
    }
}

TEST(AKindOfMail, is_found_by_its_name_alone) {
    for (auto const* kind : notice::kKinds) EXPECT_EQ(notice::find_kind(kind->name), kind);
    EXPECT_EQ(notice::find_kind("suggestion_declined"), nullptr);
}

TEST(AMail, says_that_something_waits_and_nothing_private) {
    for (auto const* kind : notice::kKinds) {
        if (!kind->is_mailed()) continue;
        auto const text = notice::write_mail(mail_to("Ana", std::string(kind->name)), "");
        for (auto const* word : {"decline", "rather not", "happy", "topic", "feedback", "mentor", "mentee", "agree"})
            EXPECT_EQ((text.subject + text.body).find(word), std::string::npos) << kind->name << ": " << word;
    }
}

TEST(AMail, ends_with_its_link_and_greets_by_name) {
    auto const text = notice::write_mail(mail_to("Ana", "activation"), "https://obverse.example/activation/abc");
    EXPECT_EQ(text.subject, "Your sign-in for Nordlys");
    EXPECT_TRUE(text.body.starts_with("Hello Ana,\n\n"));
    EXPECT_TRUE(text.body.ends_with("https://obverse.example/activation/abc"));
}

TEST(AMail, keeps_a_name_on_its_line) {
    auto mail = mail_to("Ana\r\nBcc: everybody@example.org", "activation");
    mail.organisation_name = "Nordlys\nSubject: free";
    auto const text = notice::write_mail(mail, "");
    EXPECT_EQ(text.subject.find_first_of("\r\n"), std::string::npos);
    EXPECT_TRUE(text.body.starts_with("Hello Ana Bcc: everybody@example.org,\n\n"));
}

using std::chrono::hours;
using std::chrono::minutes;

constexpr base::Instant kNoon{1'795'348'800'000'000};

notice::Mail waiting_mail() {
    auto mail = mail_to("Ana", "activation");
    mail.address = "ana@example.org";
    mail.queued_at = kNoon;
    mail.next_try_at = kNoon;
    return mail;
}

TEST(AMailOnItsWay, is_sent_once_it_was_taken) {
    auto const tried = notice::begin_try(waiting_mail(), kNoon);
    EXPECT_EQ(tried.tries, 1);
    EXPECT_EQ(tried.state, notice::MailState::waiting);
    auto const sent = notice::end_try(tried, mail::Outcome::accepted, kNoon + minutes(1));
    EXPECT_EQ(sent.state, notice::MailState::sent);
    EXPECT_EQ(sent.sent_at, kNoon + minutes(1));
    EXPECT_EQ(sent.next_try_at, std::nullopt);
    EXPECT_EQ(sent.trouble, std::nullopt);
    EXPECT_TRUE(notice::allowed_actions(sent).empty());
}

TEST(AMailOnItsWay, is_tried_seven_times_with_growing_waits_and_then_has_failed) {
    auto mail = waiting_mail();
    auto now = kNoon;
    for (base::Duration const wait : notice::kMailWaits) {
        mail = notice::end_try(notice::begin_try(mail, now), mail::Outcome::try_later, now);
        ASSERT_EQ(mail.state, notice::MailState::waiting) << mail.tries;
        EXPECT_EQ(mail.next_try_at, now + wait);
        EXPECT_EQ(mail.trouble, notice::MailTrouble::try_later);
        now = *mail.next_try_at;
    }
    mail = notice::end_try(notice::begin_try(mail, now), mail::Outcome::unreachable, now);
    EXPECT_EQ(mail.tries, 7);
    EXPECT_EQ(mail.state, notice::MailState::failed);
    EXPECT_EQ(mail.trouble, notice::MailTrouble::unreachable);
    EXPECT_EQ(mail.next_try_at, std::nullopt);
}

TEST(AMailOnItsWay, fails_at_once_where_nothing_would_change) {
    for (auto const outcome : {mail::Outcome::recipient_refused, mail::Outcome::content_refused}) {
        auto const mail = notice::end_try(notice::begin_try(waiting_mail(), kNoon), outcome, kNoon);
        EXPECT_EQ(mail.state, notice::MailState::failed);
        EXPECT_EQ(mail.tries, 1);
    }
}

TEST(AMailOnItsWay, that_breaks_whoever_sends_it_is_not_tried_for_ever) {
    auto mail = waiting_mail();
    auto now = kNoon;
    for (int crashes = 0; crashes < 7; ++crashes) {
        mail = notice::begin_try(mail, now);
        ASSERT_EQ(mail.state, notice::MailState::waiting);
        now = *mail.next_try_at;
    }
    mail = notice::begin_try(mail, now);
    EXPECT_EQ(mail.state, notice::MailState::failed);
    EXPECT_EQ(mail.trouble, notice::MailTrouble::broken_answer);
}

TEST(AMailOnItsWay, costs_no_try_when_it_is_put_off) {
    auto const mail = notice::put_off(notice::begin_try(waiting_mail(), kNoon), kNoon + minutes(1));
    EXPECT_EQ(mail.tries, 0);
    EXPECT_EQ(mail.next_try_at, kNoon + minutes(1));
}

TEST(AMailOnItsWay, needs_an_address_and_some_haste) {
    auto without = waiting_mail();
    without.address.reset();
    EXPECT_EQ(notice::begin_try(without, kNoon).trouble, notice::MailTrouble::no_address);
    EXPECT_EQ(notice::begin_try(waiting_mail(), kNoon + hours(24 * 7)).state, notice::MailState::waiting);
    auto const late = notice::begin_try(waiting_mail(), kNoon + hours(24 * 7) + minutes(1));
    EXPECT_EQ(late.state, notice::MailState::failed);
    EXPECT_EQ(late.trouble, notice::MailTrouble::too_old);
}

TEST(AMailThatFailed, is_sent_again_from_the_beginning) {
    auto const failed =
        notice::end_try(notice::begin_try(waiting_mail(), kNoon), mail::Outcome::recipient_refused, kNoon);
    EXPECT_EQ(notice::allowed_actions(failed), std::vector{notice::MailAction::send_again});
    auto const again = notice::send_again(failed, kNoon + hours(24 * 30)).value();
    EXPECT_EQ(again.state, notice::MailState::waiting);
    EXPECT_EQ(again.tries, 0);
    EXPECT_EQ(notice::begin_try(again, kNoon + hours(24 * 30)).state, notice::MailState::waiting);
    EXPECT_EQ(notice::send_again(again, kNoon).refusal().code, "mail_not_failed");
}

TEST(AnOutcome, has_its_trouble_by_the_same_name) {
    for (auto const outcome :
         {mail::Outcome::unreachable, mail::Outcome::tls_refused, mail::Outcome::login_refused,
          mail::Outcome::sender_refused, mail::Outcome::recipient_refused, mail::Outcome::content_refused,
          mail::Outcome::try_later, mail::Outcome::broken_answer}) {
        auto const tried = notice::end_try(notice::begin_try(waiting_mail(), kNoon), outcome, kNoon);
        EXPECT_EQ(meta::name_of(tried.trouble.value()), meta::name_of(outcome));
    }
}

TEST(ATrouble, has_its_sentence_in_the_catalogue) {
    for (auto const& trouble : meta::of<notice::MailTrouble>().values)
        EXPECT_TRUE(i18n::ours().has("mails.trouble_" + std::string(trouble.name))) << trouble.name;
}

}  // namespace
