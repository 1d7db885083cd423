#include "platform/log.hpp"

#include <gtest/gtest.h>

using platform::LogFormat;
using platform::LogLevel;

TEST(ALogLine, is_one_json_object_of_codes_and_numbers) {
    EXPECT_EQ(platform::log_line(LogFormat::json, LogLevel::info, "request",
                                 {{"route", "/api/people"}, {"status", std::int64_t{200}}, {"seconds", 0.5}}),
              R"("level":"info","event":"request","route":"/api/people","status":200,"seconds":0.5)");
    EXPECT_EQ(platform::log_line(LogFormat::text, LogLevel::warning, "crowded", {{"waiting", std::int64_t{7}}}),
              "warning crowded waiting=7");
}

TEST(ALogLine, stays_one_line_whatever_is_put_in) {
    auto line = platform::log_line(LogFormat::text, LogLevel::info, "request", {{"route", "/a\r\n\x1b[31mfake\t"}});
    EXPECT_EQ(line, "info request route=\"/a\\r\\n\\u001b[31mfake\\t\"");
}
