#include "platform/zip.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <zlib.h>

namespace zip {
namespace {

// APPNOTE 4.3.7, 4.3.12 and 4.3.16: signatures of a file, of its line in the directory, of the directory's end.
constexpr std::uint32_t kFile = 0x04034b50;
constexpr std::uint32_t kDirectoryLine = 0x02014b50;
constexpr std::uint32_t kDirectoryEnd = 0x06054b50;
constexpr std::uint16_t kVersion = 20;
constexpr std::uint16_t kNamesAreUtf8 = 1U << 11U;
constexpr std::uint16_t kStored = 0;
constexpr int kFirstYear = 1980;

void put(std::string& out, std::uint16_t number) {
    out.push_back(static_cast<char>(number & 0xffU));
    out.push_back(static_cast<char>(number >> 8U));
}

void put(std::string& out, std::uint32_t number) {
    put(out, static_cast<std::uint16_t>(number & 0xffffU));
    put(out, static_cast<std::uint16_t>(number >> 16U));
}

// APPNOTE 4.4.6: MS-DOS time and date, here in UTC.
struct Stamp {
    std::uint16_t time = 0;
    std::uint16_t date = 0;
};

Stamp stamp_of(base::Instant made_at) {
    auto const text = base::to_text(made_at);  // 2026-11-23T16:40:00Z
    auto const number = [&](std::size_t from, std::size_t digits) { return std::stoi(text.substr(from, digits)); };
    auto const year = std::max(0, number(0, 4) - kFirstYear);
    return {static_cast<std::uint16_t>(number(11, 2) << 11 | number(14, 2) << 5 | number(17, 2) / 2),
            static_cast<std::uint16_t>(year << 9 | number(5, 2) << 5 | number(8, 2))};
}

// What stands alike before a file and in its line of the directory.
std::string described(File const& file, Stamp const& stamp) {
    auto const* octets = reinterpret_cast<Bytef const*>(file.content.data());
    auto const size = static_cast<std::uint32_t>(file.content.size());
    std::string out;
    put(out, kVersion);
    put(out, kNamesAreUtf8);
    put(out, kStored);
    put(out, stamp.time);
    put(out, stamp.date);
    put(out, static_cast<std::uint32_t>(crc32_z(0, octets, file.content.size())));
    put(out, size);
    put(out, size);
    put(out, static_cast<std::uint16_t>(file.path.size()));
    put(out, std::uint16_t{0});  // no extra field
    return out;
}

void check_fits(std::span<File const> files) {
    std::uint64_t octets = 0;
    for (auto const& file : files) octets += file.content.size() + 2 * file.path.size() + 128;
    if (files.size() >= std::numeric_limits<std::uint16_t>::max() ||
        octets >= std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("too much for one ZIP archive");
}

}  // namespace

std::string write(std::span<File const> files, base::Instant made_at) {
    check_fits(files);
    auto const stamp = stamp_of(made_at);
    std::string archive;
    std::string directory;
    for (auto const& file : files) {
        auto const begins = static_cast<std::uint32_t>(archive.size());
        auto const description = described(file, stamp);
        put(archive, kFile);
        archive += description + file.path + file.content;
        put(directory, kDirectoryLine);
        put(directory, kVersion);
        directory += description;
        put(directory, std::uint16_t{0});  // no remark
        put(directory, std::uint16_t{0});  // on the first disk
        put(directory, std::uint16_t{0});  // no attributes inside
        put(directory, std::uint32_t{0});  // nor outside
        put(directory, begins);
        directory += file.path;
    }
    auto const directory_begins = static_cast<std::uint32_t>(archive.size());
    auto const count = static_cast<std::uint16_t>(files.size());
    archive += directory;
    put(archive, kDirectoryEnd);
    put(archive, std::uint16_t{0});  // this disk
    put(archive, std::uint16_t{0});  // and the directory's
    put(archive, count);
    put(archive, count);
    put(archive, static_cast<std::uint32_t>(directory.size()));
    put(archive, directory_begins);
    put(archive, std::uint16_t{0});  // no remark
    return archive;
}

}  // namespace zip
