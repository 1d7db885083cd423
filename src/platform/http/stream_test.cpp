#include "platform/http/stream.hpp"

#include <atomic>
#include <stdexcept>

#include <gtest/gtest.h>

namespace {

base::AnyId some_id(std::uint8_t n) {
    base::AnyId id;
    id.bytes[0] = n;
    return id;
}

http::Hint some_hint(std::vector<base::AnyId> readers = {}) {
    return {some_id(1), "people.imported", some_id(9), readers};
}

http::Listener listener(std::uint8_t organisation, std::uint8_t reader, bool may_hear = true) {
    return {some_id(organisation), some_id(reader), [may_hear](http::Hint const&) { return may_hear; }, {}};
}

}  // namespace

TEST(AHint, reaches_only_those_who_may_hear_it) {
    http::Hub hub;
    auto ana = hub.listen(listener(1, 1));
    auto bruno = hub.listen(listener(1, 2, false));
    auto outsider = hub.listen(listener(2, 1));
    hub.publish(some_hint());
    EXPECT_EQ(ana->take(), "data: {\"kind\":\"people.imported\",\"id\":\"09000000-0000-0000-0000-000000000000\"}\n\n");
    EXPECT_EQ(bruno->take(), "");
    hub.publish(some_hint({some_id(2)}));
    EXPECT_EQ(ana->take(), "");
    EXPECT_NE(bruno->take(), "");
    EXPECT_EQ(outsider->take(), "");
}

TEST(AStream, closes_when_its_listener_is_cut_off) {
    http::Hub hub;
    std::atomic<bool> valid = true;
    auto watched = listener(1, 1);
    watched.is_still_valid = [&] { return valid.load(); };
    auto stream = hub.listen(watched);
    hub.check();
    EXPECT_FALSE(stream->is_closed());
    valid = false;
    hub.check();
    EXPECT_TRUE(stream->is_closed());
    EXPECT_EQ(hub.count(), 0U);
}

TEST(AStream, stays_when_nobody_can_say_whether_its_listener_still_counts) {
    http::Hub hub;
    std::atomic<bool> is_away = true;
    auto watched = listener(1, 1);
    watched.is_still_valid = [&]() -> bool {
        if (is_away) throw std::runtime_error("every database connection stayed taken");
        return false;
    };
    auto stream = hub.listen(watched);
    hub.check();
    EXPECT_FALSE(stream->is_closed());
    is_away = false;
    hub.check();
    EXPECT_TRUE(stream->is_closed());
}

TEST(AStream, closes_when_its_listener_falls_behind) {
    http::Hub hub;
    auto slow = hub.listen(listener(1, 1));
    for (int i = 0; i < 2000; ++i) hub.publish(some_hint());
    EXPECT_TRUE(slow->is_closed());
}

TEST(AStream, is_refused_when_one_reader_has_too_many) {
    http::Hub hub;
    std::vector<std::shared_ptr<http::Stream>> open;
    for (int i = 0; i < 10; ++i) open.push_back(hub.listen(listener(1, 1)));
    EXPECT_EQ(hub.listen(listener(1, 1)), nullptr);
    EXPECT_NE(hub.listen(listener(1, 2)), nullptr);
    open.front()->close();
    EXPECT_NE(hub.listen(listener(1, 1)), nullptr);
}
