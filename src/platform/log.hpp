#pragma once
// What the house writes down about itself: one line an event, JSON or for people to read. Never bodies, query values,
// names, addresses of mail, tokens or what somebody wrote: fields are codes, numbers, ids of requests and paths of
// routes. Values are escaped, so that nothing a visitor sends makes a line of its own.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include <boost/describe/enum.hpp>

namespace platform {

enum class LogLevel { debug, info, warning, error };
BOOST_DESCRIBE_ENUM(LogLevel, debug, info, warning, error)
enum class LogFormat { json, text };
BOOST_DESCRIBE_ENUM(LogFormat, json, text)

struct LogField {
    std::string_view key;
    std::variant<std::string_view, std::int64_t, double> value;
};

// To standard error from now on. Before this, warnings and errors are written as text.
void start_log(LogLevel least, LogFormat format);
// While running, for a closer look.
void set_log_level(LogLevel least);

// log(LogLevel::info, "request", {{"route", route}, {"status", std::int64_t{200}}});
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

// The line as it is written, without its time.
std::string log_line(LogFormat format, LogLevel level, std::string_view event, std::initializer_list<LogField> fields);

}  // namespace platform
