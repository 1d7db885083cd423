#include "platform/http/framing.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace {

int head_status(std::string_view head) {
    http::HeadReader whole;
    bool done = whole.read(head);
    // Octet by octet the answer is the same.
    http::HeadReader slow;
    bool slow_done = false;
    for (std::size_t n = 1; n <= head.size() && !slow_done; ++n) slow_done = slow.read(head.substr(0, n));
    EXPECT_EQ(done, slow_done) << head;
    EXPECT_EQ(whole.refused().has_value(), slow.refused().has_value()) << head;
    if (!done) return 0;
    return whole.refused() ? whole.refused()->status : 200;
}

std::string with_fields(std::string_view fields) {
    return "GET / HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

http::Headers headers(std::vector<http::Header> all) {
    http::Headers made;
    made.add("Host", "a");
    for (auto& header : all) made.add(header.name, header.value);
    return made;
}

int framing_status(std::vector<http::Header> all, int minor = 1) {
    auto framing = http::framing_of(headers(std::move(all)), minor);
    return framing.refused ? framing.refused->status : 200;
}

struct Chunked {
    int status;  // 0: wants more
    std::string body;
    std::size_t taken;
};

Chunked read_chunks(std::string_view octets, std::size_t limit, std::size_t step) {
    http::ChunkReader reader(limit);
    std::string body;
    std::size_t taken = 0;
    while (taken < octets.size() && !reader.is_complete() && !reader.refused()) {
        auto part = octets.substr(taken, step);
        std::size_t part_taken = 0;
        while (part_taken < part.size() && !reader.is_complete() && !reader.refused())
            part_taken += reader.read(part.substr(part_taken), body);
        taken += part_taken;
    }
    int status = reader.refused() ? reader.refused()->status : reader.is_complete() ? 200 : 0;
    return {status, body, taken};
}

int chunked_status(std::string_view octets) {
    auto whole = read_chunks(octets, 1000, octets.size());
    auto slow = read_chunks(octets, 1000, 1);
    EXPECT_EQ(whole.status, slow.status) << octets;
    EXPECT_EQ(whole.body, slow.body) << octets;
    return whole.status;
}

}  // namespace

TEST(AHead, is_complete_at_its_empty_line) {
    EXPECT_EQ(head_status(with_fields("")), 200);
    EXPECT_EQ(head_status("GET / HTTP/1.0\r\n\r\n"), 200);
    EXPECT_EQ(head_status("\r\nGET / HTTP/1.1\r\n\r\n"), 200);
    EXPECT_EQ(head_status("GET / HTTP/1.1\r\nHost: a\r\n"), 0);
    http::HeadReader reader;
    auto pipelined = with_fields("") + "GET /next HTTP/1.1\r\n";
    EXPECT_TRUE(reader.read(pipelined));
    EXPECT_EQ(reader.size(), with_fields("").size());
}

TEST(AHead, is_refused_when_two_parsers_could_differ) {
    for (auto const* line :
         {"GET /\r\n", "GET  / HTTP/1.1\r\n", "GET / HTTP/1.1 \r\n", "GET / x HTTP/1.1\r\n", " GET / HTTP/1.1\r\n",
          "GET /\t HTTP/1.1\r\n", "G\x01T / HTTP/1.1\r\n", "GET / http/1.1\r\n", "GET / HTTP/1.1\n",
          "GET /\xC3\xA9 HTTP/1.1\r\n", "\r\n\r\n", "GET / HTTP/1.1\r\r\n"})
        EXPECT_EQ(head_status(line), 400) << line;
    for (auto const* field : {"A : b\r\n", " A: b\r\n", "A: b\r\n c\r\n", "A: b\n", "A: b\rc\r\n", ": b\r\n", "A\r\n",
                              "A: \x01\r\n", "A\tB: c\r\n", "\xC3\xA9: c\r\n", "A: \x7F\r\n"})
        EXPECT_EQ(head_status(with_fields(field)), 400) << field;
    EXPECT_EQ(head_status(with_fields(std::string_view("A: b\0c\r\n", 8))), 400);
}

TEST(AHead, speaks_one_version) {
    EXPECT_EQ(head_status("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505);
    EXPECT_EQ(head_status("GET / HTTP/1.2\r\n\r\n"), 505);
    EXPECT_EQ(head_status("GET / HTTP/11\r\n\r\n"), 505);
}

TEST(AHead, has_limits) {
    EXPECT_EQ(head_status("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\n\r\n"), 414);
    EXPECT_EQ(head_status(std::string(20'000, 'G')), 414);
    EXPECT_EQ(head_status(with_fields("A: " + std::string(200'000, 'a') + "\r\n")), 431);
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "A: b\r\n";
    EXPECT_EQ(head_status(with_fields(many)), 431);
    std::string hundred;
    for (int i = 0; i < 99; ++i) hundred += "A: b\r\n";
    EXPECT_EQ(head_status(with_fields(hundred)), 200);
    EXPECT_EQ(head_status(with_fields(hundred + "A: b\r\n")), 431);
}

TEST(Framing, is_said_in_one_way_only) {
    EXPECT_EQ(framing_status({{"Content-Length", "5"}}), 200);
    EXPECT_EQ(framing_status({{"Transfer-Encoding", "Chunked"}}), 200);
    EXPECT_EQ(framing_status({{"Transfer-Encoding", "chunked"}}, 0), 400);
    EXPECT_EQ(framing_status({{"Transfer-Encoding", "gzip"}, {"Content-Length", "5"}}), 400);
    EXPECT_EQ(framing_status({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}}), 400);
    EXPECT_EQ(framing_status({{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}), 400);
    for (auto const* coding : {"xchunked", "chunked, chunked", "gzip, chunked", "chunked, identity", "identity", ""})
        EXPECT_EQ(framing_status({{"Transfer-Encoding", coding}}), 400) << coding;
    EXPECT_EQ(framing_status({{"Content-Length", "5"}, {"Content-Length", "5"}}), 400);
    for (auto const* length : {"+5", "-5", "5, 5", "0x5", "", "5 5", "99999999999999999999"})
        EXPECT_EQ(framing_status({{"Content-Length", length}}), 400) << length;
    EXPECT_EQ(framing_status({{"Expect", "something"}}), 417);
}

TEST(Framing, needs_one_host) {
    EXPECT_EQ(framing_status({{"Host", "b"}}), 400);
    EXPECT_TRUE(http::framing_of({}, 1).refused.has_value());
    EXPECT_FALSE(http::framing_of({}, 0).refused.has_value());
    http::Headers odd;
    odd.add("Host", "a/b@c");
    EXPECT_TRUE(http::framing_of(odd, 1).refused.has_value());
}

TEST(AChunkedBody, is_put_together) {
    auto read = read_chunks("5\r\nhello\r\n00A\r\n, you all.\r\n0\r\n\r\nGET /", 1000, 1000);
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.body, "hello, you all.");
    EXPECT_EQ(read.taken, 32U);
    EXPECT_EQ(chunked_status("0\r\n\r\n"), 200);
    EXPECT_EQ(chunked_status("5\r\nhel"), 0);
}

TEST(AChunkedBody, is_refused_when_it_is_anything_more) {
    for (auto const* octets : {"5;name=value\r\nhello\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n", "5\nhello\r\n0\r\n\r\n",
                               "5\r\nhello0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "+5\r\nhello\r\n", "0x5\r\nhello\r\n",
                               " 5\r\nhello\r\n", "5 \r\nhello\r\n", "\r\n", "g\r\n", "0\r\nTrailer: a\r\n\r\n",
                               "0\r\nX", "5\r\r\nhello", "-1\r\n", "000000001\r\na\r\n0\r\n\r\n"})
        EXPECT_EQ(chunked_status(octets), 400) << octets;
    EXPECT_EQ(chunked_status("0\r\n" + std::string(2'000'000, 'a')), 400);
    EXPECT_EQ(chunked_status("5;" + std::string(1'000'000, 'a')), 400);
}

TEST(AChunkedBody, stops_at_its_limit_before_it_is_read) {
    EXPECT_EQ(chunked_status("3e9\r\n"), 413);
    EXPECT_EQ(chunked_status("3e8\r\n"), 0);
    EXPECT_EQ(chunked_status("ffffffff\r\n"), 413);
    auto two = read_chunks("5\r\nhello\r\n6\r\nhello!\r\n0\r\n\r\n", 10, 100);
    EXPECT_EQ(two.status, 413);
    EXPECT_EQ(two.body, "hello");
}

TEST(AChunkedBody, gives_back_any_text_cut_anywhere) {
    auto random = base::seeded_random(3);
    for (int round = 0; round < 2000; ++round) {
        std::string body;
        std::string octets;
        constexpr std::string_view kHex = "0123456789abcdef";
        for (auto n = random->below(5); n > 0; --n) {
            std::string chunk(1 + random->below(15), 'x');
            for (auto& letter : chunk) letter = static_cast<char>(random->next());
            octets.append(1, kHex[chunk.size()]).append("\r\n").append(chunk).append("\r\n");
            body += chunk;
        }
        auto read = read_chunks(octets + "0\r\n\r\n", 1000, 1 + random->below(7));
        ASSERT_EQ(read.status, 200);
        ASSERT_EQ(read.body, body);
    }
}
