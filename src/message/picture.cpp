#include "message/picture.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include <png.h>
#include <turbojpeg.h>

namespace message {
namespace {

constexpr int kQuality = 88;
constexpr std::size_t kColours = 3;

base::Result<bool> check_size(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1) return broken_picture();
    if (width > kLongestEdge || height > kLongestEdge || width * height > kMostPixels) return picture_too_large();
    return true;
}

// What libpng holds for a picture goes with it.
struct PngImage : png_image {
    PngImage() : png_image{} { version = PNG_IMAGE_VERSION; }
    PngImage(PngImage const&) = delete;
    PngImage& operator=(PngImage const&) = delete;
    ~PngImage() { png_image_free(this); }
};

struct CloseTurbo {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Turbo = std::unique_ptr<void, CloseTurbo>;

struct FreeTurbo {
    void operator()(unsigned char* octets) const { tjFree(octets); }
};

struct Pixels {
    std::vector<unsigned char> colours;  // red, green, blue, row by row
    std::int32_t width = 0;
    std::int32_t height = 0;
};

unsigned octet_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// Numbers of a TIFF block, in the order of octets it announces.
struct Tiff {
    std::string_view block;
    bool is_little = false;

    [[nodiscard]] unsigned two(std::size_t at) const {
        auto const first = octet_at(block, at);
        auto const second = octet_at(block, at + 1);
        return is_little ? second << 8U | first : first << 8U | second;
    }
    [[nodiscard]] std::size_t four(std::size_t at) const {
        return is_little ? two(at + 2) << 16U | two(at) : two(at) << 16U | two(at + 2);
    }
};

int orientation_in(std::string_view tiff_block) {
    constexpr unsigned kOrientation = 0x0112;
    constexpr std::size_t kEntry = 12;
    Tiff const tiff{tiff_block, tiff_block.starts_with("II")};
    auto const directory = tiff.four(4);
    if (directory >= tiff_block.size()) return 1;
    auto const entries = tiff.two(directory);
    for (std::size_t entry = 0; entry < entries; ++entry) {
        auto const at = directory + 2 + entry * kEntry;
        if (at + kEntry > tiff_block.size()) break;
        if (tiff.two(at) != kOrientation) continue;
        auto const turned = static_cast<int>(tiff.two(at + 8));
        return turned >= 1 && turned <= 8 ? turned : 1;
    }
    return 1;
}

// Where the pixel at (x, y) of the turned picture comes from.
struct Turn {
    bool swaps = false;  // rows become columns
    bool mirrors_x = false;
    bool mirrors_y = false;
};
Turn turn_of(int orientation) {
    switch (orientation) {
        case 2:
            return {false, true, false};
        case 3:
            return {false, true, true};
        case 4:
            return {false, false, true};
        case 5:
            return {true, false, false};
        case 6:
            return {true, false, true};
        case 7:
            return {true, true, true};
        case 8:
            return {true, true, false};
        default:
            return {};
    }
}

Pixels turned(Pixels pixels, int orientation) {
    if (orientation == 1) return pixels;
    auto const turn = turn_of(orientation);
    Pixels result{std::vector<unsigned char>(pixels.colours.size()), turn.swaps ? pixels.height : pixels.width,
                  turn.swaps ? pixels.width : pixels.height};
    auto* into = result.colours.data();
    for (std::int32_t y = 0; y < result.height; ++y)
        for (std::int32_t x = 0; x < result.width; ++x) {
            auto from_x = turn.swaps ? y : x;
            auto from_y = turn.swaps ? x : y;
            if (turn.mirrors_x) from_x = pixels.width - 1 - from_x;
            if (turn.mirrors_y) from_y = pixels.height - 1 - from_y;
            auto const at = (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(pixels.width) +
                             static_cast<std::size_t>(from_x)) *
                            kColours;
            into = std::copy_n(pixels.colours.data() + at, kColours, into);
        }
    return result;
}

base::Result<Pixels> decoded_jpeg(std::string_view jpeg) {
    Turbo const turbo(tjInitDecompress());
    auto const* octets = reinterpret_cast<unsigned char const*>(jpeg.data());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(turbo.get(), octets, jpeg.size(), &width, &height, &subsampling, &colours) != 0)
        return broken_picture();
    TRY_VOID(check_size(width, height));
    Pixels pixels{
        std::vector<unsigned char>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kColours),
        width, height};
    // A picture of very many scans costs the time of each.
    if (tjDecompress2(turbo.get(), octets, jpeg.size(), pixels.colours.data(), width, 0, height, TJPF_RGB,
                      TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING) != 0)
        return broken_picture();
    return pixels;
}

base::Result<Picture> encoded_jpeg(Pixels const& pixels) {
    Turbo const turbo(tjInitCompress());
    unsigned char* octets = nullptr;
    unsigned long size = 0;  // NOLINT(google-runtime-int): as libjpeg-turbo has it
    bool const is_done = tjCompress2(turbo.get(), pixels.colours.data(), pixels.width, 0, pixels.height, TJPF_RGB,
                                     &octets, &size, TJSAMP_420, kQuality, 0) == 0;
    std::unique_ptr<unsigned char, FreeTurbo> const owner(octets);
    if (!is_done) return broken_picture();
    return Picture{std::string(reinterpret_cast<char const*>(octets), size), pixels.width, pixels.height};
}

base::Result<Picture> encoded_png(PngImage& image, std::vector<unsigned char> const& pixels) {
    Picture drawn{{}, static_cast<std::int32_t>(image.width), static_cast<std::int32_t>(image.height)};
    png_alloc_size_t size = 0;
    if (png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr) == 0) return broken_picture();
    drawn.octets.resize(size);
    if (png_image_write_to_memory(&image, drawn.octets.data(), &size, 0, pixels.data(), 0, nullptr) == 0)
        return broken_picture();
    drawn.octets.resize(size);
    return drawn;
}

}  // namespace

base::Result<Picture> redraw_png(std::string_view png) {
    PngImage image;
    if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) return broken_picture();
    TRY_VOID(check_size(image.width, image.height));
    image.format = PNG_FORMAT_RGBA;
    std::vector<unsigned char> pixels(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0) return broken_picture();
    PngImage fresh;
    fresh.width = image.width;
    fresh.height = image.height;
    fresh.format = PNG_FORMAT_RGBA;
    return encoded_png(fresh, pixels);
}

base::Result<Picture> redraw_jpeg(std::string_view jpeg) {
    TRY(pixels, decoded_jpeg(jpeg));
    return encoded_jpeg(turned(std::move(pixels), orientation_of(jpeg)));
}

int orientation_of(std::string_view jpeg) {
    constexpr unsigned kScan = 0xDA;
    constexpr unsigned kExif = 0xE1;
    for (std::size_t at = 2; at + 4 <= jpeg.size() && octet_at(jpeg, at) == 0xFF;) {
        auto const marker = octet_at(jpeg, at + 1);
        auto const length = octet_at(jpeg, at + 2) << 8U | octet_at(jpeg, at + 3);
        if (marker == kScan || length < 2) break;
        auto const segment = jpeg.substr(at + 4, length - 2);
        if (marker == kExif && segment.starts_with(std::string_view("Exif\0\0", 6)))
            return orientation_in(segment.substr(6));
        at += 2 + length;
    }
    return 1;
}

base::Refusal broken_picture() {
    return base::invalid("", "broken_picture");
}
base::Refusal picture_too_large() {
    return base::invalid("", "picture_too_large",
                         {{"pixels", std::to_string(kMostPixels)}, {"edge", std::to_string(kLongestEdge)}});
}

}  // namespace message
