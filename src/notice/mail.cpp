#include "notice/mail.hpp"

#include "base/text.hpp"

namespace notice {

MailText write_mail(Mail const& mail, std::string const& link, std::string const& programme) {
    i18n::Arguments const words{{"name", base::squeeze(mail.person_name)},
                                {"organisation", base::squeeze(mail.organisation_name)},
                                {"about", programme.empty() ? "none" : "programme"},
                                {"programme", base::squeeze(programme)},
                                {"link", link}};
    return {i18n::ours().format(mail.language, "mail." + mail.kind + ".subject", words),
            i18n::ours().format(mail.language, "mail." + mail.kind + ".body", words)};
}

}  // namespace notice
