#include "platform/http/framing.hpp"

#include <algorithm>
#include <charconv>

namespace http {

namespace {

// RFC 9110 `tchar`.
bool is_token_letter(char letter) {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           kMarks.find(letter) != std::string_view::npos;
}

bool is_token(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_token_letter);
}

bool is_visible(char letter) {
    return letter > ' ' && letter < '\x7F';
}

bool may_stand_in_value(char letter) {
    auto octet = static_cast<unsigned char>(letter);
    return letter == '\t' || (octet >= 0x20 && octet != 0x7F);
}

bool may_stand_in_host(char letter) {
    constexpr std::string_view kMarks = ".-:[]_";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           kMarks.find(letter) != std::string_view::npos;
}

Framing refuse_framing(std::string_view code, std::string_view detail, int status = 400) {
    Framing framing;
    framing.refused = BadRequest{status, code, detail};
    return framing;
}

std::optional<std::uint64_t> parse_length(std::string_view text) {
    constexpr std::size_t kMostDigits = 15;
    std::uint64_t length = 0;
    if (text.empty() || text.size() > kMostDigits) return std::nullopt;
    auto const* end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), end, length);
    if (error != std::errc{} || at != end) return std::nullopt;
    return length;
}

}  // namespace

bool HeadReader::refuse(int status, std::string_view code, std::string_view detail) {
    refused_ = BadRequest{status, code, detail};
    return true;
}

bool HeadReader::read(std::string_view octets) {
    while (!refused_) {
        auto end = octets.find('\n', searched_);
        searched_ = std::min(end, octets.size());
        auto so_far = searched_ - line_;
        if (lines_ == 0 && so_far > limits_.target)
            return refuse(414, "target_too_long", "the request line is too long");
        if (searched_ >= limits_.octets) return refuse(431, "header_too_large", "the header is too large");
        if (end == std::string_view::npos) return false;
        auto line = octets.substr(line_, end - line_);
        if (!line.ends_with('\r')) return refuse(400, "bad_line", "a line ends with CR and LF");
        line.remove_suffix(1);
        if (line.find('\r') != std::string_view::npos) return refuse(400, "bad_line", "a line ends with CR and LF");
        bool is_lead = lines_ == 0 && line_ == 0 && line.empty();  // one empty line before the request is let pass
        line_ = searched_ = end + 1;
        if (is_lead) continue;
        if (lines_ > 0 && line.empty()) return true;
        if (check_line(line)) return true;
    }
    return true;
}

// True when refused.
bool HeadReader::check_line(std::string_view line) {
    if (lines_++ == 0) return check_request_line(line);
    if (lines_ > limits_.fields + 1) return refuse(431, "too_many_fields", "the header has too many fields");
    return check_field(line);
}

bool HeadReader::check_request_line(std::string_view line) {
    auto first = line.find(' ');
    auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return refuse(400, "bad_request_line", "a request line is a method, a target and a version");
    auto target = line.substr(first + 1, last - first - 1);
    auto version = line.substr(last + 1);
    bool is_well_formed = is_token(line.substr(0, first)) && !target.empty() && std::ranges::all_of(target, is_visible);
    if (!is_well_formed || !version.starts_with("HTTP/"))
        return refuse(400, "bad_request_line", "a request line is a method, a target and a version");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(505, "version", "only version 1.1 is spoken here");
    return false;
}

bool HeadReader::check_field(std::string_view line) {
    auto colon = line.find(':');
    bool is_well_formed = colon != std::string_view::npos && is_token(line.substr(0, colon)) &&
                          std::ranges::all_of(line.substr(colon + 1), may_stand_in_value);
    if (!is_well_formed) return refuse(400, "bad_field", "a header field is not well formed");
    return false;
}

Framing framing_of(Headers const& headers, int minor) {
    Framing framing;
    auto hosts = headers.count("host");
    if (hosts > 1 || (hosts == 0 && minor == 1)) return refuse_framing("host", "exactly one Host is needed");
    if (auto host = headers.find("host"); host && !std::ranges::all_of(*host, may_stand_in_host))
        return refuse_framing("host", "the Host is not well formed");

    auto lengths = headers.count("content-length");
    if (auto codings = headers.count("transfer-encoding"); codings > 0) {
        bool is_plain = codings == 1 && equal_without_case(*headers.find("transfer-encoding"), "chunked");
        if (!is_plain || lengths > 0 || minor == 0)
            return refuse_framing("framing", "only `Transfer-Encoding: chunked` in HTTP/1.1, without Content-Length");
        framing.is_chunked = true;
    } else if (lengths > 0) {
        auto length = lengths == 1 ? parse_length(*headers.find("content-length")) : std::nullopt;
        if (!length) return refuse_framing("framing", "Content-Length is one number");
        framing.length = *length;
    }
    if (auto expect = headers.find("expect")) {
        if (!equal_without_case(*expect, "100-continue"))
            return refuse_framing("expectation", "only 100-continue can be expected", 417);
        framing.wants_continue = minor == 1;
    }
    return framing;
}

void ChunkReader::refuse(int status, std::string_view code, std::string_view detail) {
    state_ = State::refused;
    refused_ = BadRequest{status, code, detail};
}

std::size_t ChunkReader::read(std::string_view octets, std::string& body) {
    std::size_t taken = 0;
    while (taken < octets.size() && state_ != State::complete && state_ != State::refused) {
        auto rest = octets.substr(taken);
        switch (state_) {
            case State::size:
                taken += read_size(rest);
                if (state_ == State::octets) begin_chunk(body.size());
                break;
            case State::octets: {
                auto part = rest.substr(0, left_);
                body.append(part);
                left_ -= part.size();
                taken += part.size();
                if (left_ == 0) state_ = State::octets_end;
                break;
            }
            case State::octets_end:
                taken += read_line_end(rest, State::size);
                break;
            case State::last_end:
                taken += read_line_end(rest, State::complete);
                break;
            case State::complete:
            case State::refused:
                break;
        }
    }
    return taken;
}

// One octet at a time: chunk lines are short, and may come one octet at a time.
std::size_t ChunkReader::read_size(std::string_view octets) {
    constexpr std::size_t kMostDigits = 8;
    std::size_t taken = 0;
    while (taken < octets.size()) {
        char letter = octets[taken++];
        if (letter == '\n') {
            if (line_.size() < 2 || line_.back() != '\r') break;
            line_.pop_back();
            std::from_chars(line_.data(), line_.data() + line_.size(), left_, 16);
            line_.clear();
            state_ = left_ == 0 ? State::last_end : State::octets;
            return taken;
        }
        bool is_hex = std::isxdigit(static_cast<unsigned char>(letter)) != 0;
        bool is_end = letter == '\r' && !line_.empty() && line_.back() != '\r';
        bool is_digit = is_hex && line_.size() < kMostDigits && !line_.ends_with('\r');
        if (!is_end && !is_digit) break;
        line_ += letter;
        if (taken == octets.size()) return taken;
    }
    refuse(400, "bad_chunk", "a chunk begins with its size in hexadecimal, and nothing else");
    return taken;
}

void ChunkReader::begin_chunk(std::size_t total) {
    if (left_ > limit_ - std::min(total, limit_)) refuse(413, "too_large", "the body is too large");
}

std::size_t ChunkReader::read_line_end(std::string_view octets, State next) {
    char expected = line_.empty() ? '\r' : '\n';
    if (octets.front() != expected) {
        bool is_trailer = state_ == State::last_end;
        refuse(400, is_trailer ? "trailer" : "bad_chunk",
               is_trailer ? "trailers are not taken" : "a chunk ends with CR and LF");
        return 0;
    }
    if (line_.empty()) {
        line_ = "\r";
    } else {
        line_.clear();
        state_ = next;
    }
    return 1;
}

}  // namespace http
