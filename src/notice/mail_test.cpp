#include "notice/mail.hpp"

#include <gtest/gtest.h>

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

}  // namespace
