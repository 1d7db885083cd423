#include "app/settings.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "platform/http/origin.hpp"

namespace app {

namespace {

struct Listen {
    std::string address;
    std::uint16_t port = 0;
};

base::Refusal setting_refusal(std::string code, std::string sentence) {
    return {base::RefusalKind::invalid, std::move(code), std::move(sentence), {}, {}};
}

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080".
base::Result<Listen> parse_listen(std::string_view text) {
    auto wrong = setting_refusal("listen_malformed", "listen: an address and a port, such as 127.0.0.1:8080.");
    auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return wrong;
    Listen listen;
    auto address = text.substr(0, colon);
    bool is_bracketed = address.starts_with('[') && address.ends_with(']');
    listen.address = is_bracketed ? address.substr(1, address.size() - 2) : address;
    auto const* end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data() + colon + 1, end, listen.port);
    if (error != std::errc{} || at != end) return wrong;
    return listen;
}

base::Result<std::string> public_url_of(Settings const& settings, bool has_tls) {
    std::string url = settings.public_url;
    if (url.empty()) url = (has_tls ? "https://" : "http://") + settings.listen;
    while (url.ends_with('/')) url.pop_back();
    // A path would not be part of the origin that browsers name.
    bool is_http = url.starts_with("http://") || url.starts_with("https://");
    if (!is_http || http::origin_of(url).size() + (url.ends_with(":443") ? 4U : 0U) < url.size())
        return setting_refusal("public_url_malformed", "public_url: https://, a host, and nothing behind it.");
    return url;
}

std::string host_of(std::string_view url) {
    auto const host = url.substr(url.find("://") + 3);
    return std::string(host.starts_with('[') ? host.substr(1, host.find(']') - 1) : host.substr(0, host.find(':')));
}

bool is_loopback_url(std::string_view url) {
    return http::is_loopback(host_of(url));
}

// engineering.md 11: sign-in cookies and WebCrypto need a secure context, and a browser drops them without a word.
base::Result<bool> check_secure(Settings const& settings, Listen const& listen, std::string const& public_url) {
    bool has_tls = !settings.tls_certificate.empty();
    if (has_tls != !settings.tls_key.empty())
        return setting_refusal("tls_incomplete", "tls_certificate and tls_key: both, or none.");
    bool is_https = public_url.starts_with("https://");
    bool is_reached_locally = http::is_loopback(listen.address) && (is_https || is_loopback_url(public_url));
    bool has_proxy = is_https && !settings.trusted_proxies.empty();
    bool has_own_tls = is_https && has_tls;
    if (is_reached_locally || has_proxy || has_own_tls) return true;
    return setting_refusal(
        "insecure_address",
        "On " + settings.listen + " for " + public_url +
            " nobody could sign in: browsers keep sign-in cookies over https or on this machine only. Give "
            "--public-url https://... with --trusted-proxies for the proxy in front, or --tls-certificate and "
            "--tls-key, or listen on 127.0.0.1.");
}

base::Result<bool> check_files(Settings const& settings) {
    for (auto const& file : {settings.tls_certificate, settings.tls_key})
        if (!file.empty() && !std::ifstream(file))
            return setting_refusal("tls_unreadable", "tls_certificate, tls_key: " + file + " cannot be read.");
    TRY_VOID(http::check_tls({settings.tls_certificate, settings.tls_key}));
    if (!settings.assets.empty() && !std::filesystem::is_directory(settings.assets))
        return setting_refusal("assets_missing", "assets: there is no folder " + settings.assets + ".");
    return true;
}

// "smtp://mail.example:587", "smtps://[::1]", and nothing behind it.
base::Result<mail::Server> parse_mail_server(std::string_view url) {
    auto const wrong = setting_refusal("mail_server_malformed",
                                       "mail_server: smtp:// or smtps://, a host and perhaps a port, such as "
                                       "smtp://mail.example:587; name and password are settings of their own.");
    mail::Server server;
    bool const is_implicit = url.starts_with("smtps://");
    if (!is_implicit && !url.starts_with("smtp://")) return wrong;
    auto rest = url.substr(url.find("://") + 3);
    if (rest.empty() || rest.find_first_of("/@?# ") != std::string_view::npos) return wrong;
    server.port = is_implicit ? 465 : 587;
    auto const colon = rest.rfind(':');
    if (colon != std::string_view::npos && rest.back() != ']') {
        auto const* end = rest.data() + rest.size();
        auto const [at, error] = std::from_chars(rest.data() + colon + 1, end, server.port);
        if (error != std::errc{} || at != end || server.port == 0) return wrong;
        rest = rest.substr(0, colon);
    }
    if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
    if (rest.empty()) return wrong;
    server.host = rest;
    server.encryption = is_implicit                      ? mail::Encryption::implicit
                        : http::is_loopback(server.host) ? mail::Encryption::none
                                                         : mail::Encryption::starttls;
    return server;
}

base::Result<std::optional<mail::Server>> mail_server_of(Settings const& settings, std::string const& public_url) {
    if (settings.mail_server.empty()) return std::optional<mail::Server>();
    TRY(server, parse_mail_server(settings.mail_server));
    if (!mail::wire_address(settings.mail_from))
        return setting_refusal("mail_from_malformed", "mail_from: the address that mails come from.");
    server.from = settings.mail_from;
    server.hello = host_of(public_url);
    server.authorities = settings.mail_authorities;
    if (!server.authorities.empty() && !std::ifstream(server.authorities))
        return setting_refusal("mail_authorities_unreadable",
                               "mail_authorities: " + server.authorities + " cannot be read.");
    if (settings.mail_user.empty() != settings.mail_password_file.empty())
        return setting_refusal("mail_login_incomplete", "mail_user and mail_password_file: both, or none.");
    if (settings.mail_user.empty()) return std::optional(std::move(server));
    server.user = settings.mail_user;
    std::ifstream file(settings.mail_password_file);
    if (!std::getline(file, server.password) || server.password.empty())
        return setting_refusal("mail_password_unreadable",
                               "mail_password_file: " + settings.mail_password_file + " holds no password.");
    if (server.password.ends_with('\r')) server.password.pop_back();
    return std::optional(std::move(server));
}

base::Result<http::TrustedProxies> networks_of(std::string const& setting, std::vector<std::string> const& texts) {
    auto networks = http::TrustedProxies::parse(texts);
    if (networks) return networks;
    return setting_refusal(setting + "_malformed",
                           setting + ": addresses and networks, such as 10.0.0.7 and 192.168.0.0/16.");
}

}  // namespace

base::Result<Place> place_of(Settings const& settings) {
    TRY(listen, parse_listen(settings.listen));
    TRY(public_url, public_url_of(settings, !settings.tls_certificate.empty()));
    TRY_VOID(check_secure(settings, listen, public_url));
    TRY_VOID(check_files(settings));
    TRY(proxies, networks_of("trusted_proxies", settings.trusted_proxies));
    TRY(mail_server, mail_server_of(settings, public_url));
    if (auto const entry = outbound::malformed_entry(settings.free_busy_from); !entry.empty())
        return setting_refusal("free_busy_from_malformed",
                               "free_busy_from: host names, * or origins such as https://calendar.example:8443, and "
                               "not " +
                                   entry + ".");
    TRY(metrics_readers, networks_of("metrics_from", settings.metrics_from));
    Place place;
    place.server.address = listen.address;
    place.server.port = listen.port;
    place.server.tls = {settings.tls_certificate, settings.tls_key};
    place.server.is_public_https = public_url.starts_with("https://");
    place.server.proxies = std::move(proxies);
    place.metrics_readers = std::move(metrics_readers);
    place.server.workers = static_cast<std::size_t>(settings.workers);
    place.server.most_connections = static_cast<std::size_t>(settings.connections);
    place.mail_server = std::move(mail_server);
    place.free_busy = settings.free_busy_from;
    place.public_url = std::move(public_url);
    place.database = settings.database.empty() ? settings.data + "/obverse.db" : settings.database;
    place.keys = settings.keys.empty() ? settings.data + "/keys" : settings.keys;
    return place;
}

}  // namespace app
