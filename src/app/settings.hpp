#pragma once
// Everything an operator can set, once: file, environment and flag are read by this table, and
// docs/operate/configuration.md is printed from it.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "platform/config.hpp"
#include "platform/http/server.hpp"
#include "platform/log.hpp"
#include "platform/mail/session.hpp"
#include "platform/outbound/fetch.hpp"

namespace app {

struct Settings {
    std::string data = "var";
    std::string database;
    std::string keys;
    std::string listen = "127.0.0.1:8080";
    std::string public_url;
    std::vector<std::string> trusted_proxies;
    std::string tls_certificate;
    std::string tls_key;
    std::vector<std::string> metrics_from{"127.0.0.0/8", "::1"};
    std::string mail_server;
    std::string mail_from;
    std::string mail_user;
    std::string mail_password_file;
    std::string mail_authorities;
    std::vector<std::string> free_busy_from;
    std::string assets;
    platform::LogLevel log_level = platform::LogLevel::info;
    platform::LogFormat log_format = platform::LogFormat::json;
    std::int32_t connections = 4096;
    std::int32_t workers = 0;
    std::int32_t job_workers = 2;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (data, database, keys, listen, public_url, trusted_proxies, tls_certificate, tls_key,
                       metrics_from, mail_server, mail_from, mail_user, mail_password_file, mail_authorities,
                       free_busy_from, assets, log_level, log_format, connections, workers, job_workers))

// What follows from the settings for the server, after checking that people's browsers will reach it in a secure
// context: on another address than loopback that needs TLS here, or an https public address with a trusted proxy.
// Refusals: `listen_malformed`, `public_url_malformed`, `insecure_address`, `tls_incomplete`, `tls_unreadable`,
// `assets_missing`, `trusted_proxies_malformed`, `metrics_from_malformed`, `mail_server_malformed`,
// `mail_from_malformed`, `mail_login_incomplete`, `mail_password_unreadable`, `mail_authorities_unreadable`,
// `free_busy_from_malformed`.
struct Place {
    http::ServerOptions server;
    http::TrustedProxies metrics_readers;
    std::string public_url;  // without a slash at its end
    std::string database;    // address or path
    std::string keys;        // folder
    std::optional<mail::Server> mail_server;
    outbound::AllowList free_busy;
};
base::Result<Place> place_of(Settings const& settings);

}  // namespace app

template <>
inline constexpr auto meta::limits<app::Settings> = std::array{
    meta::Limit{"data", 1, 4096, "Folder of the SQLite database and of the key folder"},
    meta::doc("database", "`postgresql://...`, or the path of a SQLite file; empty: `obverse.db` in the data folder"),
    meta::doc("keys", "The key folder; empty: `keys` in the data folder. Back it up apart from the database"),
    meta::Limit{"listen", 1, 300, "Address and port; anything but loopback needs TLS or a public https address"},
    meta::doc("public_url",
              "Where people's browsers find Obverse, the only source of links: `https://obverse.example`; "
              "empty: the listening address"),
    meta::doc("trusted_proxies", "Addresses and networks whose `X-Forwarded-For` and `-Proto` are believed"),
    meta::doc("tls_certificate", "PEM file with the certificate and its chain: TLS without a proxy"),
    meta::doc("tls_key", "PEM file with the certificate's key"),
    meta::doc("metrics_from", "Who may read `/metrics`"),
    meta::doc("mail_server",
              "Where mails go: `smtp://mail.example:587` (TLS is asked for, except on this machine) or "
              "`smtps://mail.example:465`; empty: mails wait"),
    meta::doc("mail_from", "The address that mails come from"),
    meta::doc("mail_user", "Name to log in to the mail server with; empty: no login"),
    meta::doc("mail_password_file", "File with the password for it, on its first line"),
    meta::doc("mail_authorities", "PEM file of whose certificates are believed for it; empty: the system's"),
    meta::doc("free_busy_from",
              "Whose free/busy addresses people may paste when they look for a time: host names, `*` for the public "
              "internet, or an origin such as `http://calendar.internal:8080`, which may be private; empty: nobody's"),
    meta::doc("assets", "Folder of a built front end, read again at every request; for development"),
    meta::doc("log_level", "`debug`, `info`, `warning` or `error`"),
    meta::doc("log_format", "`json` or `text`, to standard error"),
    meta::Limit{"connections", 1, 1'000'000, "Most open connections; more are closed at once"},
    meta::Limit{"workers", 0, 1024, "Threads that answer requests; 0: four per core, at least 16"},
    meta::Limit{"job_workers", 1, 64, "Threads that do jobs"}};
