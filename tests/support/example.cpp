#include "support/example.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace support {
namespace {

using boost::json::value;

constexpr std::size_t kWidth = 110;

// As a person would write it: what fits on a line stands on one.
void write_indented(std::string& out, value const& node, std::size_t depth) {
    auto const whole = boost::json::serialize(node);
    auto const* object = node.if_object();
    auto const* array = node.if_array();
    bool const is_long = whole.size() + 2 * depth > kWidth;
    if ((object == nullptr && array == nullptr) || (!is_long && depth > 0)) {
        out += whole;
        return;
    }
    char const* separator = "\n";
    out += object != nullptr ? '{' : '[';
    auto const begin_line = [&] {
        out.append(separator).append(2 * (depth + 1), ' ');
        separator = ",\n";
    };
    if (object != nullptr)
        for (auto const& member : *object) {
            begin_line();
            out.append(boost::json::serialize(value(member.key()))).append(": ");
            write_indented(out, member.value(), depth + 1);
        }
    else
        for (auto const& item : *array) {
            begin_line();
            write_indented(out, item, depth + 1);
        }
    out.append("\n").append(2 * depth, ' ');
    out += object != nullptr ? '}' : ']';
}

std::string recorded_in(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void expect_example(std::string const& name, Reply const& reply, std::vector<std::string> const& secrets) {
    ASSERT_LT(reply.status, 300) << name << ": " << reply.body;
    auto answer = reply.json();
    for (auto const& pointer : secrets) {
        boost::json::error_code error;
        auto* secret = answer.find_pointer(pointer, error);
        ASSERT_NE(secret, nullptr) << name << " has no " << pointer;
        *secret = "…";
    }
    std::string text;
    write_indented(text, answer, 0);
    text += '\n';

    auto const path = std::filesystem::path(OBVERSE_SOURCE_DIR) / "docs/api/examples" / (name + ".json");
    if (std::getenv("OBVERSE_RECORD") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    EXPECT_EQ(text, recorded_in(path)) << name << " is another answer than the recorded one. When that is right: "
                                       << "OBVERSE_RECORD=1 with this test, then bin/setup api.";
}

}  // namespace support
