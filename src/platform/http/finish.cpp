#include "platform/http/finish.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

#include <sodium.h>

#include "platform/http/compression.hpp"
#include "platform/http/problem.hpp"
#include "platform/meta_text.hpp"

namespace http {

namespace {

// Below this a coding saves nothing worth its time.
constexpr std::size_t kLeastToCompress = 1024;

void add_default(Response& response, char const* name, char const* value) {
    if (!response.headers.find(name)) response.headers.add(name, value);
}

void add_security_headers(Response& response, FinishOptions const& options) {
    add_default(response, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    add_default(response, "Cache-Control", "no-store");
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.headers.add("X-Frame-Options", "DENY");
    response.headers.add("Referrer-Policy", "no-referrer");
    response.headers.add("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.add("Cross-Origin-Resource-Policy", "same-origin");
    if (options.is_https) response.headers.add("Strict-Transport-Security", "max-age=31536000");
}

std::string tag_of(std::string_view octets) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(octets.data()), octets.size(),
                       nullptr, 0);
    // Weak: the same for every coding of the representation.
    return "W/\"" + meta::to_base64(hash) + "\"";
}

void empty(Response& response) {
    response.body.clear();
    response.fixed = {};
}

// True when the answer became a 304.
bool answer_not_modified(Request const& request, Response& response) {
    bool reads = request.method == Method::get || request.method == Method::head;
    if (!reads || response.status != 200) return false;
    if (!response.headers.find("etag") && response.fixed.empty())
        response.headers.add("ETag", tag_of(response.octets()));
    auto tag = response.headers.find("etag");
    auto wanted = request.header("if-none-match");
    if (!tag || !wanted || !names_tag(*wanted, *tag)) return false;
    response.status = 304;
    empty(response);
    return true;
}

void compress_answer(Request const& request, Response& response, FinishOptions const& options) {
    if (!is_compressible(response.content_type) || response.headers.find("content-encoding")) return;
    if (!options.may_compress || response.octets().size() < kLeastToCompress) return;
    response.headers.add("Vary", "Accept-Encoding");
    auto coding = choose_coding(request.header("accept-encoding").value_or(""));
    if (coding == Coding::identity) return;
    response.body = compress(coding, response.octets(), Effort::quick);
    response.fixed = {};
    response.headers.add("Content-Encoding", std::string(name_of(coding)));
}

// RFC 9110 IMF-fixdate, in English whatever the locale.
std::string date_now() {
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    thread_local std::time_t made = 0;
    thread_local std::string text;
    auto now = std::time(nullptr);
    if (now == made) return text;
    std::tm parts{};
    static_cast<void>(gmtime_r(&now, &parts));
    std::array<char, 40> buffer{};
    auto const* day = kDays.at(static_cast<std::size_t>(parts.tm_wday));
    auto const* month = kMonths.at(static_cast<std::size_t>(parts.tm_mon));
    auto written = std::snprintf(buffer.data(), buffer.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", day,
                                 parts.tm_mday, month, parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
    text.assign(buffer.data(), static_cast<std::size_t>(written));
    made = now;
    return text;
}

bool could_split(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos;
}

}  // namespace

void finish(Request const& request, Response& response, FinishOptions const& options) {
    add_security_headers(response, options);
    if (!request.request_id.empty()) response.headers.add("X-Request-Id", request.request_id);
    response.headers.add("Date", date_now());
    if (!options.keeps_alive) response.headers.add("Connection", "close");
    if (response.stream != nullptr) return;
    if (!answer_not_modified(request, response)) compress_answer(request, response, options);
    bool has_no_length = response.status == 204 || response.status == 304;
    if (!has_no_length) response.headers.add("Content-Length", std::to_string(response.octets().size()));
    if (request.method == Method::head) empty(response);
}

std::string head_of(Response const& response) {
    std::string head = "HTTP/1.1 ";
    head.append(std::to_string(response.status)).append(" ").append(reason_of(response.status)).append("\r\n");
    if (!response.content_type.empty() && response.status != 204 && response.status != 304)
        head.append("Content-Type: ").append(response.content_type).append("\r\n");
    for (auto const& header : response.headers.all()) {
        if (could_split(header.name) || could_split(header.value))
            throw std::logic_error("a header field holds a line end: " + header.name);
        head.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    return head.append("\r\n");
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    if (if_none_match == "*") return true;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    for (auto at = if_none_match.find(tag); at != std::string_view::npos; at = if_none_match.find(tag, at + 1))
        if (!tag.empty()) return true;
    return false;
}

}  // namespace http
