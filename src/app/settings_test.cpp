#include "app/settings.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

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

TEST(ThePageOfSettings, lists_what_the_program_reads) {
    app::Settings defaults;
    auto page = text_of_file("docs/operate/configuration.md");
    EXPECT_NE(page.find(config::table(meta::of<app::Settings>(), &defaults)), std::string::npos)
        << "docs/operate/configuration.md should hold:\n"
        << config::table(meta::of<app::Settings>(), &defaults);
}
