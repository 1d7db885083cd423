#include "platform/log.hpp"

#include <atomic>
#include <chrono>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/time.hpp"
#include "platform/json.hpp"
#include "platform/meta.hpp"

namespace platform {

namespace {

std::atomic<LogFormat> log_format{LogFormat::text};

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::err;
}

spdlog::logger& logger() {
    static auto const made = [] {
        auto fresh = spdlog::stderr_logger_mt("obverse");
        fresh->set_pattern("%v");
        fresh->set_level(spdlog::level::warn);
        fresh->flush_on(spdlog::level::debug);
        return fresh;
    }();
    return *made;
}

void write_value(std::string& line, LogField const& field) {
    if (auto const* text = std::get_if<std::string_view>(&field.value))
        json::write_text(line, *text);
    else if (auto const* number = std::get_if<std::int64_t>(&field.value))
        line += std::to_string(*number);
    else
        line += json::write(std::get<double>(field.value));
}

std::string time_now() {
    auto since = std::chrono::system_clock::now().time_since_epoch();
    return base::to_text(base::Instant{std::chrono::duration_cast<std::chrono::microseconds>(since).count()});
}

}  // namespace

void start_log(LogLevel least, LogFormat format) {
    log_format = format;
    set_log_level(least);
}

void set_log_level(LogLevel least) {
    logger().set_level(level_of(least));
}

std::string log_line(LogFormat format, LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    std::string line;
    if (format == LogFormat::json) {
        line.append("\"level\":\"").append(meta::name_of(level)).append("\",\"event\":");
        json::write_text(line, event);
        for (auto const& field : fields) {
            line += ',';
            json::write_text(line, field.key);
            line += ':';
            write_value(line, field);
        }
        return line;
    }
    line.append(meta::name_of(level)).append(" ").append(event);
    for (auto const& field : fields) {
        line.append(" ").append(field.key).append("=");
        write_value(line, field);
    }
    return line;
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    if (!logger().should_log(level_of(level))) return;
    auto format = log_format.load();
    auto line = log_line(format, level, event, fields);
    auto at = time_now();
    auto whole = format == LogFormat::json ? "{\"at\":\"" + at + "\"," + line + "}" : at + " " + line;
    logger().log(level_of(level), whole);
}

}  // namespace platform
