#include "platform/http/compression.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>

#include <brotli/encode.h>
#include <zlib.h>

#include "platform/http/message.hpp"

namespace http {

namespace {

std::string_view next_part(std::string_view& rest, char separator) {
    auto end = std::min(rest.find(separator), rest.size());
    auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (part.starts_with(' ') || part.starts_with('\t')) part.remove_prefix(1);
    while (part.ends_with(' ') || part.ends_with('\t')) part.remove_suffix(1);
    return part;
}

// "q=0.5" -> 0.5; anything else counts as wanted.
double quality_of(std::string_view parameters) {
    while (!parameters.empty()) {
        auto parameter = next_part(parameters, ';');
        if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
        double quality = 0;
        std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), quality);
        return quality;
    }
    return 1;
}

std::string to_gzip(std::string_view octets, int level) {
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib does not start");
    std::string out(deflateBound(&stream, octets.size()), '\0');
    // zlib's interface is older than const; it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(octets.data()));
    stream.avail_in = static_cast<uInt>(octets.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    int ended = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END) throw std::runtime_error("zlib does not finish");
    return out;
}

std::string to_brotli(std::string_view octets, int quality) {
    std::size_t size = BrotliEncoderMaxCompressedSize(octets.size());
    std::string out(size, '\0');
    auto const* in = reinterpret_cast<std::uint8_t const*>(octets.data());
    bool done = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, octets.size(), in, &size,
                                      reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
    if (!done) throw std::runtime_error("brotli does not finish");
    out.resize(size);
    return out;
}

}  // namespace

std::string_view name_of(Coding coding) {
    switch (coding) {
        case Coding::brotli:
            return "br";
        case Coding::gzip:
            return "gzip";
        case Coding::identity:
            break;
    }
    return "identity";
}

Coding choose_coding(std::string_view accept_encoding) {
    double brotli = 0;
    double gzip = 0;
    while (!accept_encoding.empty()) {
        auto parameters = next_part(accept_encoding, ',');
        auto name = next_part(parameters, ';');
        if (equal_without_case(name, "br")) brotli = quality_of(parameters);
        if (equal_without_case(name, "gzip")) gzip = quality_of(parameters);
    }
    if (brotli <= 0 && gzip <= 0) return Coding::identity;
    return brotli >= gzip ? Coding::brotli : Coding::gzip;
}

bool is_compressible(std::string_view content_type) {
    auto type = media_type(content_type);
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
           type == "application/javascript" || type == "application/wasm";
}

std::string compress(Coding coding, std::string_view octets, Effort effort) {
    bool is_quick = effort == Effort::quick;
    switch (coding) {
        case Coding::brotli:
            return to_brotli(octets, is_quick ? 4 : 10);
        case Coding::gzip:
            return to_gzip(octets, is_quick ? 5 : 9);
        case Coding::identity:
            break;
    }
    return std::string(octets);
}

}  // namespace http
