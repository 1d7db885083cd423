#include "app/cli/send_test_mail.hpp"

#include <ostream>

#include <CLI/CLI.hpp>

#include "app/cli.hpp"
#include "app/settings.hpp"
#include "platform/clock.hpp"
#include "platform/i18n.hpp"

namespace app {

namespace {

using MailTestId = base::Id<struct MailTestTag>;

base::Refusal no_mail_server() {
    return base::conflict("no_mail_server", "No mail server is set: give --mail-server and --mail-from.");
}

mail::WrittenMail test_mail(mail::Server const& server, Place const& place, std::string const& address) {
    i18n::Arguments const words{{"link", place.public_url}};
    mail::WrittenMail mail;
    mail.id = MailTestId::make(*base::system_random()).text() + "@" + server.hello;
    mail.written_at = platform::Clock().wall();
    mail.from = {"Obverse", server.from};
    mail.to = {"", address};
    mail.subject = i18n::ours().format("en", "mail.test.subject", words);
    mail.text = i18n::ours().format("en", "mail.test.body", words);
    return mail;
}

}  // namespace

int send_test_mail(std::span<std::string const> arguments, std::ostream& out, std::ostream& err) {
    CLI::App command("Send one mail by the configured server, and say how it fared", "obverse mail test");
    SettingFlags flags(command);
    std::string address;
    command.add_option("address", address, "Whom to write to")->required();
    if (auto exit = parse_arguments(command, arguments, out, err)) return static_cast<int>(*exit);
    auto const settings = flags.read(err);
    if (!settings) return static_cast<int>(Exit::wrong_arguments);
    auto const place = place_of(*settings).value();
    if (!place.mail_server) return static_cast<int>(say(no_mail_server(), err));
    auto const& server = *place.mail_server;
    auto const outcome = mail::Session(server).send(test_mail(server, place, address));
    auto const name = mail::address_of(server);
    if (outcome != mail::Outcome::accepted)
        return static_cast<int>(say({base::RefusalKind::unavailable,
                                     std::string(meta::name_of(outcome)),
                                     name + " did not take the mail.",
                                     {},
                                     {}},
                                    err));
    out << name << " has taken a mail to " << address << ".\n";
    return static_cast<int>(Exit::done);
}

}  // namespace app
