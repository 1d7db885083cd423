#pragma once
// Where one request ends and the next begins. Pure and strict: whoever disagrees about framing with the proxy in front
// lets one person's request be answered to another, so everything that two parsers could read in two ways is refused.
// No socket here; both readers are fuzzed (tests/fuzz).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"

namespace http {

// An answer that ends the connection.
struct BadRequest {
    int status = 400;
    std::string_view code;
    std::string_view detail;
};

struct HeadLimits {
    std::size_t octets = std::size_t{16} << 10U;
    std::size_t target = std::size_t{4} << 10U;
    std::size_t fields = 100;
};

// Checks a request's head line by line as it arrives: request line, field lines, the empty line. Refuses bare CR or LF,
// NUL and other controls, folded lines, space before a colon, anything but HTTP/1.0 and 1.1.
class HeadReader {
  public:
    explicit HeadReader(HeadLimits limits = {}) : limits_(limits) {}

    // `octets` is everything received so far of this request; true when the head is complete or refused.
    bool read(std::string_view octets);
    [[nodiscard]] std::optional<BadRequest> const& refused() const { return refused_; }
    // Of a complete head, with its empty line.
    [[nodiscard]] std::size_t size() const { return line_; }

  private:
    bool refuse(int status, std::string_view code, std::string_view detail);
    bool check_line(std::string_view line);
    bool check_request_line(std::string_view line);
    bool check_field(std::string_view line);

    HeadLimits limits_;
    std::size_t line_ = 0;      // where the current line begins
    std::size_t searched_ = 0;  // no line feed before this
    std::size_t lines_ = 0;
    std::optional<BadRequest> refused_;
};

// How the body of a request is delimited, or why the request is refused. `minor` is of HTTP/1.x.
struct Framing {
    std::optional<BadRequest> refused;
    bool is_chunked = false;
    std::uint64_t length = 0;
    bool wants_continue = false;

    [[nodiscard]] bool has_body() const { return is_chunked || length > 0; }
};

Framing framing_of(Headers const& headers, int minor);

// Reads a chunked body: chunk lines of hex digits alone (no extensions), no trailers, `limit` octets in all.
class ChunkReader {
  public:
    explicit ChunkReader(std::size_t limit) : limit_(limit) {}

    // Takes what it can from the front of `octets` into `body`; how many octets it took. After the last chunk, or a
    // refusal, it takes no more.
    std::size_t read(std::string_view octets, std::string& body);
    [[nodiscard]] bool is_complete() const { return state_ == State::complete; }
    [[nodiscard]] std::optional<BadRequest> const& refused() const { return refused_; }

  private:
    enum class State { size, octets, octets_end, last_end, complete, refused };

    void refuse(int status, std::string_view code, std::string_view detail);
    std::size_t read_size(std::string_view octets);
    std::size_t read_line_end(std::string_view octets, State next);
    void begin_chunk(std::size_t total);

    std::size_t limit_;
    State state_ = State::size;
    std::size_t left_ = 0;   // of this chunk
    std::string line_ = {};  // of what is not yet a whole line
    std::optional<BadRequest> refused_ = {};
};

}  // namespace http
