#pragma once
// A QR code as an SVG image: printed on letters, so that a link need not be typed.

#include <string>
#include <string_view>

namespace qr_code {

// Black on white with the quiet zone of four modules that scanners ask for; error correction M (15 %).
// `text` of up to 2,000 bytes; scales to the size of its box.
std::string svg(std::string_view text);

}  // namespace qr_code
