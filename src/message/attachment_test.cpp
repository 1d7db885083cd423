#include "message/attachment.hpp"

#include <array>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>
#include <turbojpeg.h>

#include "base/text.hpp"
#include "message/picture.hpp"

namespace message {
namespace {

using namespace std::literals;
using testing::HasSubstr;
using testing::Not;

std::string made_png(std::uint32_t width, std::uint32_t height, unsigned char shade = 90) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_GRAY;
    std::vector<unsigned char> const pixels(static_cast<std::size_t>(width) * height, shade);
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
    std::string octets(size, '\0');
    png_image_write_to_memory(&image, octets.data(), &size, 0, pixels.data(), 0, nullptr);
    octets.resize(size);
    return octets;
}

// The left half red, the right half blue.
std::string made_jpeg(int width, int height) {
    std::vector<unsigned char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (std::size_t i = 0; i < pixels.size() / 3; ++i)
        pixels[i * 3 + (i % static_cast<std::size_t>(width) < static_cast<std::size_t>(width) / 2 ? 0 : 2)] = 220;
    auto* turbo = tjInitCompress();
    unsigned char* octets = nullptr;
    unsigned long size = 0;  // NOLINT(google-runtime-int)
    tjCompress2(turbo, pixels.data(), width, 0, height, TJPF_RGB, &octets, &size, TJSAMP_444, 95, 0);
    std::string jpeg(reinterpret_cast<char const*>(octets), size);
    tjFree(octets);
    tjDestroy(turbo);
    return jpeg;
}

std::string with_segment(std::string const& jpeg, std::string const& payload, char marker = '\xE1') {
    auto const length = payload.size() + 2;
    std::string segment{'\xFF', marker, static_cast<char>(length >> 8U), static_cast<char>(length & 0xFFU)};
    return jpeg.substr(0, 2) + segment + payload + jpeg.substr(2);
}

// Exif with an orientation, and a place somebody would not want to send.
std::string exif(char orientation) {
    return "Exif\0\0"s + "MM\0*\0\0\0\x08"s + "\0\x01"s + "\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0"s +
           "\0\0\0\0"s + "GPS 52.5200 N 13.4050 E";
}

std::array<int, 3> colour_at(std::string const& jpeg, int x, int y, int& width, int& height) {
    auto* turbo = tjInitDecompress();
    auto const* octets = reinterpret_cast<unsigned char const*>(jpeg.data());
    int subsampling = 0;
    int colours = 0;
    tjDecompressHeader3(turbo, octets, jpeg.size(), &width, &height, &subsampling, &colours);
    std::vector<unsigned char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    tjDecompress2(turbo, octets, jpeg.size(), pixels.data(), width, 0, height, TJPF_RGB, 0);
    tjDestroy(turbo);
    auto const at = static_cast<std::size_t>(y * width + x) * 3;
    return {pixels[at], pixels[at + 1], pixels[at + 2]};
}

std::uint32_t crc_of(std::string_view text) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (auto const c : text) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
    }
    return ~crc;
}
std::string four(std::uint32_t value) {
    return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U & 0xFFU),
            static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}
std::string chunk(std::string const& name, std::string const& payload) {
    return four(static_cast<std::uint32_t>(payload.size())) + name + payload + four(crc_of(name + payload));
}

std::string refused(std::string const& name, std::string content) {
    auto const admitted = admit({}, name, std::move(content));
    return admitted ? "admitted" : admitted.refusal().errors.front().code;
}

TEST(AnAttachment, is_what_its_content_says_whatever_it_is_called) {
    EXPECT_EQ(kind_of(made_png(2, 2)), AttachmentKind::png);
    EXPECT_EQ(kind_of(made_jpeg(8, 8)), AttachmentKind::jpeg);
    EXPECT_EQ(kind_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3"), AttachmentKind::pdf);
    EXPECT_EQ(kind_of("Grüße\r\n\tund mehr"), AttachmentKind::plain_text);
    EXPECT_EQ(admit({}, "holiday.png", "just words")->name, "holiday.txt");
}

TEST(AnAttachment, is_refused_when_it_is_anything_else) {
    for (auto const& content : {"PK\x03\x04\x14\0\x06\0"s, "GIF89a\x01\0"s,
                                "\x7F"
                                "ELF\x02"s,
                                "MZ\x90\0\x03"s, "\xD0\xCF\x11\xE0\xA1\xB1"s, "RIFF\x24\0\0\0WEBP"s, "\0\0\0 ftypheic"s,
                                "caf\xE9 in Latin-1"s, "\xFE\xFFt"s, "a\0b"s, "\x1B[31mred"s})
        EXPECT_EQ(refused("letter.txt", content), "unknown_kind") << content;
    EXPECT_EQ(refused("letter.txt", ""), "empty_file");
}

TEST(AnAttachment, that_is_a_page_or_a_drawing_in_words_is_kept_as_words) {
    for (auto const* content : {"<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>"}) {
        auto const admitted = admit({}, "x.html", content).value();
        EXPECT_EQ(admitted.kind, AttachmentKind::plain_text);
        EXPECT_EQ(admitted.name, "x.txt");
        EXPECT_THAT(content_disposition(admitted), testing::StartsWith("attachment;"));
        EXPECT_EQ(content_type(admitted.kind), "text/plain; charset=utf-8");
    }
}

TEST(APicture, is_drawn_anew_without_what_it_carried) {
    auto const png = made_png(30, 20);
    auto const told = png.substr(0, 33) + chunk("tEXt", "Comment"s + '\0' + "SECRET PLACE") +
                      chunk("eXIf", "MM\0*SECRET PLACE"s) + png.substr(33) + "SECRET PLACE behind the end";
    auto const drawn = admit({}, "a.png", told).value();
    EXPECT_THAT(drawn.content, Not(HasSubstr("SECRET")));
    EXPECT_EQ(drawn.width, 30);
    EXPECT_EQ(drawn.height, 20);
    EXPECT_EQ(kind_of(drawn.content), AttachmentKind::png);

    auto const jpeg = with_segment(with_segment(made_jpeg(32, 16), exif('\x01')), "SECRET PLACE", '\xFE');
    auto const redrawn = admit({}, "a.jpg", jpeg + "<script>SECRET</script>").value();
    EXPECT_THAT(redrawn.content, Not(HasSubstr("SECRET")));
    EXPECT_THAT(redrawn.content, Not(HasSubstr("Exif")));
    EXPECT_THAT(redrawn.content, Not(HasSubstr("GPS")));
}

TEST(APicture, stands_upright_without_the_note_that_it_should) {
    // Red on the left. Turned a quarter clockwise (6) it is on top, counter-clockwise (8) below, by half (3) right.
    struct Case {
        char orientation;
        int x, y;
    };
    for (auto const& turned : {Case{1, 4, 8}, Case{3, 28, 8}, Case{6, 8, 4}, Case{8, 8, 28}, Case{2, 28, 8},
                               Case{4, 4, 8}, Case{5, 8, 4}, Case{7, 8, 28}}) {
        auto const jpeg = with_segment(made_jpeg(32, 16), exif(turned.orientation));
        EXPECT_EQ(orientation_of(jpeg), turned.orientation);
        auto const drawn = redraw_jpeg(jpeg).value();
        bool const is_upright = turned.orientation >= 5;
        EXPECT_EQ(drawn.width, is_upright ? 16 : 32);
        int width = 0;
        int height = 0;
        auto const colour = colour_at(drawn.octets, turned.x, turned.y, width, height);
        EXPECT_EQ(height, is_upright ? 32 : 16);
        EXPECT_GT(colour[0], 150) << int{turned.orientation};
        EXPECT_LT(colour[2], 100) << int{turned.orientation};
    }
}

TEST(APicture, says_nothing_of_its_orientation_where_the_note_is_broken) {
    auto const jpeg = made_jpeg(8, 8);
    EXPECT_EQ(orientation_of(jpeg), 1);
    for (auto const& note : {"Exif\0\0"s, "Exif\0\0MM"s, "Exif\0\0II*\0\xFF\xFF\xFF\x7F"s,
                             "Exif\0\0MM\0*\0\0\0\x08\xFF\xFF"s, exif('\x09'), exif('\0')})
        EXPECT_EQ(orientation_of(with_segment(jpeg, note)), 1);
}

TEST(APicture, is_refused_by_its_size_before_it_is_decoded) {
    std::string const head = "\x89PNG\r\n\x1A\n";
    auto sized = [&](std::uint32_t width, std::uint32_t height) {
        return head + chunk("IHDR", four(width) + four(height) + std::string("\x08\x06\0\0\0", 5)) +
               chunk("IDAT", "\x78\x9C\x03\0\0\0\0\x01"s) + chunk("IEND", "");
    };
    EXPECT_EQ(refused("a.png", sized(50'000, 50'000)), "picture_too_large");
    EXPECT_EQ(refused("a.png", sized(20'000, 2)), "picture_too_large");
    EXPECT_EQ(refused("a.png", sized(5'000, 5'000)), "picture_too_large");
    EXPECT_EQ(refused("a.png", sized(100, 100)), "broken_picture") << "its pixels are not there";
    auto jpeg = made_jpeg(16, 16);
    auto const frame = jpeg.find("\xFF\xC0");
    ASSERT_NE(frame, std::string::npos);
    jpeg.replace(frame + 5, 4, "\xFF\xDC\xFF\xDC");
    EXPECT_EQ(refused("a.jpg", jpeg), "picture_too_large");
}

TEST(APicture, that_is_cut_is_refused_wherever_its_pixels_end) {
    for (auto const& whole : {made_png(40, 40, 7), made_jpeg(40, 40)})
        for (std::size_t length = 9; length + 12 < whole.size(); length += 1 + length / 7)
            EXPECT_EQ(refused("a", whole.substr(0, length)), "broken_picture") << length << " of " << whole.size();
}

TEST(AFileName, holds_no_folder_no_control_and_no_change_of_direction) {
    auto named = [](std::string_view name) { return clean_name(name, AttachmentKind::pdf); };
    EXPECT_EQ(named("../../etc/passwd"), "passwd.pdf");
    EXPECT_EQ(named("C:\\Users\\ana\\plan.pdf"), "plan.pdf");
    EXPECT_EQ(named("inv\u202Efdp.exe"), "invfdp.pdf");
    EXPECT_EQ(named("a\r\nSet-Cookie: b.pdf"), "aSet-Cookie_ b.pdf");
    EXPECT_EQ(named("con.pdf"), "_con.pdf");
    EXPECT_EQ(named("COM1.txt"), "_COM1.pdf");
    EXPECT_EQ(named("\"; filename=evil.exe"), "__ filename=evil.pdf");
    EXPECT_EQ(named(""), "file.pdf");
    EXPECT_EQ(named("...."), "file.pdf");
    EXPECT_EQ(named("\xFF\xFE"), "file.pdf");
    EXPECT_EQ(named("Größe  \u200B 2026.PDF"), "Größe 2026.pdf");
    EXPECT_EQ(base::length(named(std::string(300, 'a'))), kLongestFileName);
}

TEST(AFileName, is_sent_so_that_no_browser_reads_more_into_it) {
    Attachment attachment{{}, AttachmentKind::pdf, clean_name("Größe \"1\".pdf", AttachmentKind::pdf), {}, {}, {}};
    EXPECT_EQ(content_disposition(attachment),
              "attachment; filename=\"Gr__e _1_.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20_1_.pdf");
    attachment.width = 3;
    EXPECT_THAT(content_disposition(attachment), testing::StartsWith("inline;"));
}

}  // namespace
}  // namespace message
