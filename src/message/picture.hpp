#pragma once
// Pictures drawn anew: decoded and encoded again, so that position, device, owner, thumbnails and whatever else a file
// carries beside its picture are gone. The size is read from the header and refused before anything is decoded.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace message {

inline constexpr std::int64_t kMostPixels = 24'000'000;
inline constexpr std::int32_t kLongestEdge = 16'384;  // pixels

struct Picture {
    std::string octets;
    std::int32_t width = 0;
    std::int32_t height = 0;
};

// Eight bits a channel, with transparency.
base::Result<Picture> redraw_png(std::string_view png);
// Turned as its Exif orientation says, since the new file says nothing.
base::Result<Picture> redraw_jpeg(std::string_view jpeg);

// Exif tag 0x0112, 1 to 8; 1 where there is none that can be read.
int orientation_of(std::string_view jpeg);

base::Refusal broken_picture();
base::Refusal picture_too_large();

}  // namespace message
