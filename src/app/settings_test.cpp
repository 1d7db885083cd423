#include "app/settings.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace {

std::string refusal_code(app::Settings const& settings) {
    auto place = app::place_of(settings);
    return place ? "" : place.refusal().code;
}

app::Settings listening(std::string listen, std::string public_url = "", std::vector<std::string> proxies = {}) {
    app::Settings settings;
    settings.listen = std::move(listen);
    settings.public_url = std::move(public_url);
    settings.trusted_proxies = std::move(proxies);
    return settings;
}

std::string text_of_file(std::string const& path) {
    std::ifstream file(std::string(OBVERSE_SOURCE_DIR) + "/" + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST(AnInstallation, listens_on_this_machine_without_further_ado) {
    EXPECT_EQ(refusal_code(listening("127.0.0.1:8080")), "");
    EXPECT_EQ(refusal_code(listening("localhost:0")), "");
    EXPECT_EQ(refusal_code(listening("[::1]:8080")), "");
    auto place = app::place_of(listening("127.0.0.1:8080"));
    EXPECT_EQ(place->public_url, "http://127.0.0.1:8080");
    EXPECT_FALSE(place->server.is_public_https);
}

TEST(AnInstallation, refuses_an_address_where_nobody_could_sign_in) {
    EXPECT_EQ(refusal_code(listening("0.0.0.0:8080")), "insecure_address");
    EXPECT_EQ(refusal_code(listening("192.168.1.2:8080", "http://obverse.example")), "insecure_address");
    EXPECT_EQ(refusal_code(listening("192.168.1.2:8080", "https://obverse.example")), "insecure_address");
    EXPECT_EQ(refusal_code(listening("127.0.0.1:8080", "http://obverse.example")), "insecure_address");
    EXPECT_EQ(refusal_code(listening("127.0.0.1:8080", "https://obverse.example")), "");
    EXPECT_EQ(refusal_code(listening("0.0.0.0:8080", "https://obverse.example", {"10.0.0.0/8"})), "");
    auto with_tls = listening("0.0.0.0:443", "https://obverse.example");
    with_tls.tls_certificate = std::string(OBVERSE_SOURCE_DIR) + "/README.md";
    EXPECT_EQ(refusal_code(with_tls), "tls_incomplete");
    with_tls.tls_key = with_tls.tls_certificate;
    EXPECT_EQ(refusal_code(with_tls), "tls_unreadable") << "no certificate stands in there";
    with_tls.tls_key = "/nowhere/key.pem";
    EXPECT_EQ(refusal_code(with_tls), "tls_unreadable");
}

TEST(AnInstallation, refuses_addresses_that_are_none) {
    for (auto const* listen : {"8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "127.0.0.1:80x"})
        EXPECT_EQ(refusal_code(listening(listen)), "listen_malformed") << listen;
    for (auto const* url : {"obverse.example", "ftp://obverse.example", "https://obverse.example/a", "https://"})
        EXPECT_NE(refusal_code(listening("127.0.0.1:1", url)), "") << url;
    EXPECT_EQ(refusal_code(listening("127.0.0.1:1", "", {"10.0.0"})), "trusted_proxies_malformed");
}

TEST(AMailServerOfTheSettings, is_reached_with_TLS_except_on_this_machine) {
    support::TemporaryFolder const folder;
    app::Settings settings = listening("127.0.0.1:8080", "https://obverse.example");
    EXPECT_EQ(app::place_of(settings)->mail_server, std::nullopt);
    settings.mail_from = "obverse@nordlys.example";
    settings.mail_user = "obverse";
    settings.mail_password_file = folder.write("password", "a long and quiet evening\r\nand another line\n");
    struct Case {
        char const* url;
        char const* host;
        std::uint16_t port;
        mail::Encryption encryption;
    };
    for (auto const& [url, host, port, encryption] :
         {Case{"smtp://mail.example", "mail.example", 587, mail::Encryption::starttls},
          Case{"smtp://mail.example:25", "mail.example", 25, mail::Encryption::starttls},
          Case{"smtps://mail.example", "mail.example", 465, mail::Encryption::implicit},
          Case{"smtps://127.0.0.1:4650", "127.0.0.1", 4650, mail::Encryption::implicit},
          Case{"smtp://127.0.0.1:1025", "127.0.0.1", 1025, mail::Encryption::none},
          Case{"smtp://localhost", "localhost", 587, mail::Encryption::none},
          Case{"smtp://[::1]:25", "::1", 25, mail::Encryption::none},
          Case{"smtp://[2001:db8::1]", "2001:db8::1", 587, mail::Encryption::starttls}}) {
        settings.mail_server = url;
        auto const server = app::place_of(settings)->mail_server.value();
        EXPECT_EQ(server.host, host);
        EXPECT_EQ(server.port, port) << url;
        EXPECT_EQ(server.encryption, encryption) << url;
        EXPECT_EQ(server.hello, "obverse.example");
        EXPECT_EQ(server.password, "a long and quiet evening");
    }
}

TEST(AMailServerOfTheSettings, is_refused_when_it_is_none) {
    support::TemporaryFolder const folder;
    auto const refused = [](app::Settings settings, auto change) {
        settings.mail_server = "smtp://mail.example";
        settings.mail_from = "obverse@nordlys.example";
        change(settings);
        return refusal_code(settings);
    };
    auto const plain = listening("127.0.0.1:8080");
    for (auto const* url : {"mail.example", "http://mail.example", "smtp://", "smtp://a:0", "smtp://a:70000",
                            "smtp://user:secret@mail.example", "smtp://mail.example/path", "smtp://a b", "smtp://:25"})
        EXPECT_EQ(refused(plain, [&](auto& settings) { settings.mail_server = url; }), "mail_server_malformed") << url;
    for (auto const* from : {"", "obverse", "Obverse <obverse@nordlys.example>", "a@b\r\nBcc: c@d"})
        EXPECT_EQ(refused(plain, [&](auto& settings) { settings.mail_from = from; }), "mail_from_malformed") << from;
    EXPECT_EQ(refused(plain, [](auto& settings) { settings.mail_user = "a"; }), "mail_login_incomplete");
    EXPECT_EQ(refused(plain, [](auto& settings) { settings.mail_password_file = "/a"; }), "mail_login_incomplete");
    EXPECT_EQ(refused(plain, [](auto& settings) { settings.mail_authorities = "/nowhere.pem"; }),
              "mail_authorities_unreadable");
    for (auto const& file : {std::string("/nowhere"), folder.write("empty", "")})
        EXPECT_EQ(refused(plain,
                          [&](auto& settings) {
                              settings.mail_user = "a";
                              settings.mail_password_file = file;
                          }),
                  "mail_password_unreadable");
    EXPECT_EQ(refused(plain, [](auto&) {}), "");
}

TEST(ThePageOfSettings, lists_what_the_program_reads) {
    app::Settings defaults;
    auto page = text_of_file("docs/operate/configuration.md");
    EXPECT_NE(page.find(config::table(meta::of<app::Settings>(), &defaults)), std::string::npos)
        << "docs/operate/configuration.md should hold:\n"
        << config::table(meta::of<app::Settings>(), &defaults);
}
