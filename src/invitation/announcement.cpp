#include "invitation/announcement.hpp"

#include "programme/nearest_words.hpp"

namespace invitation {

std::optional<programme::Side> side_of(Audience audience) {
    if (audience == Audience::mentors) return programme::Side::mentor;
    if (audience == Audience::mentees) return programme::Side::mentee;
    return std::nullopt;
}

base::Result<std::vector<AnnouncementText>> check_announcement(std::vector<AnnouncementText> texts,
                                                               std::string_view own_language) {
    std::vector<base::FieldError> errors;
    programme::check_languages(texts, own_language, "/texts", errors);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const at = "/texts/" + std::to_string(i);
        programme::check_line(texts[i].title, at + "/title", errors);
        programme::check_lines(texts[i].text, at + "/text", errors);
    }
    if (!errors.empty()) return base::invalid(std::move(errors));
    return texts;
}

base::Result<bool> check_pace(std::int64_t sent_lately) {
    if (sent_lately >= kMostAnnouncementsADay) return too_many_announcements();
    return true;
}

base::Refusal too_many_announcements() {
    return {base::RefusalKind::throttled,
            "too_many_announcements",
            "three announcements went out in this programme within a day",
            {},
            {{"most", std::to_string(kMostAnnouncementsADay)}}};
}

base::Refusal nobody_to_tell() {
    return base::conflict("nobody_to_tell", "there is nobody to whom this could go");
}

}  // namespace invitation
