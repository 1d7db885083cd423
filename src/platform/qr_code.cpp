#include "platform/qr_code.hpp"

#include <iterator>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <qrencode.h>

namespace qr_code {

namespace {

constexpr int kQuietZone = 4;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

Code encode(std::string_view text) {
    Code code(QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<unsigned char const*>(text.data()), 0,
                                QR_ECLEVEL_M));
    if (!code) throw std::length_error("a QR code cannot hold this text");
    return code;
}

bool is_dark(QRcode const& code, int row, int column) {
    return (code.data[row * code.width + column] & 1) != 0;
}

// One rectangle a run of dark modules: a tenth of the elements that one a module would need.
std::string draw_row(QRcode const& code, int row) {
    std::string path;
    for (int column = 0; column < code.width; ++column) {
        int const start = column;
        while (column < code.width && is_dark(code, row, column)) ++column;
        if (column > start)
            fmt::format_to(std::back_inserter(path), "M{} {}h{}v1h-{}z", start + kQuietZone, row + kQuietZone,
                           column - start, column - start);
    }
    return path;
}

}  // namespace

std::string svg(std::string_view text) {
    Code const code = encode(text);
    std::string path;
    for (int row = 0; row < code->width; ++row) path += draw_row(*code, row);
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
                       R"(<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{1}"/></svg>)",
                       code->width + 2 * kQuietZone, path);
}

}  // namespace qr_code
