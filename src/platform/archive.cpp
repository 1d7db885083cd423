#include "platform/archive.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include <zip.h>

namespace archive {
namespace {

constexpr int kFirstYear = 1980;

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

void must(bool is_fine) {
    if (!is_fine) throw std::runtime_error("a ZIP archive could not be written");
}

using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;
using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

void add(zip_t* archive, File const& file, Stamp const& stamp) {
    auto* content = zip_source_buffer(archive, file.content.data(), file.content.size(), 0);
    must(content != nullptr);
    auto const place = zip_file_add(archive, file.path.c_str(), content, ZIP_FL_ENC_UTF_8);
    if (place < 0) zip_source_free(content);
    must(place >= 0);
    auto const index = static_cast<zip_uint64_t>(place);
    must(zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0);
    must(zip_file_set_dostime(archive, index, stamp.time, stamp.date, 0) == 0);
}

std::string octets_of(zip_source_t* source) {
    zip_stat_t about;
    must(zip_source_open(source) == 0);
    must(zip_source_stat(source, &about) == 0);
    std::string octets(about.size, '\0');
    auto const read = zip_source_read(source, octets.data(), octets.size());
    zip_source_close(source);
    must(read >= 0 && static_cast<std::size_t>(read) == octets.size());
    return octets;
}

}  // namespace

std::string write(std::span<File const> files, base::Instant made_at) {
    Source const into(zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
    must(into != nullptr);
    zip_source_keep(into.get());  // the archive takes one of the two
    Archive made(zip_open_from_source(into.get(), ZIP_TRUNCATE, nullptr), &zip_discard);
    must(made != nullptr);
    for (auto const& file : files) add(made.get(), file, stamp_of(made_at));
    auto* const all = made.release();  // closing it frees it, unless it fails
    bool const is_written = zip_close(all) == 0;
    if (!is_written) zip_discard(all);
    must(is_written);
    return octets_of(into.get());
}

}  // namespace archive
