#pragma once
// A client of a real server on this machine: one request, one connection, the whole answer.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.hpp"

namespace support {

struct PlainAnswer {
    int status = 0;  // 0: nobody answered
    std::string head;
    std::string body;
};

// Sends the octets as they are and reads until the server closes, at most `seconds`.
PlainAnswer ask_plainly(std::uint16_t port, std::string_view octets, int seconds = 20);
// A well-formed HTTP/1.1 request that closes afterwards; a body is application/json unless a header says otherwise.
PlainAnswer ask(std::uint16_t port, http::Method method, std::string const& target, std::string const& body = "",
                std::vector<http::Header> const& headers = {});

}  // namespace support
