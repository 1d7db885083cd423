#include "platform/http/pages.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>

#include <sodium.h>

#include "platform/embedded.hpp"
#include "platform/http/compression.hpp"
#include "platform/meta_text.hpp"

namespace http {

namespace {

constexpr std::string_view kBuilt = "web/dist";
constexpr std::string_view kNoncePlace = "__NONCE__";
// engineering.md 14.17, with what default-src does not reach.
constexpr std::string_view kPolicy =
    "default-src 'self'; style-src 'self' 'nonce-__NONCE__'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";
constexpr std::string_view kNotBuilt =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Obverse</title>"
    "<p>The front end has not been built into this program. The API answers; bin/run builds both.</p></html>";

constexpr std::string_view kUnknownType = "application/octet-stream";

std::string_view content_type_of(std::string_view path) {
    static std::map<std::string_view, std::string_view> const kTypes{{"html", "text/html; charset=utf-8"},
                                                                     {"js", "text/javascript; charset=utf-8"},
                                                                     {"css", "text/css; charset=utf-8"},
                                                                     {"json", "application/json"},
                                                                     {"svg", "image/svg+xml"},
                                                                     {"png", "image/png"},
                                                                     {"ico", "image/x-icon"},
                                                                     {"woff2", "font/woff2"},
                                                                     {"webmanifest", "application/manifest+json"},
                                                                     {"txt", "text/plain; charset=utf-8"},
                                                                     {"wasm", "application/wasm"}};
    auto dot = path.rfind('.');
    auto found = dot == std::string_view::npos ? kTypes.end() : kTypes.find(path.substr(dot + 1));
    return found == kTypes.end() ? kUnknownType : found->second;
}

// The bundler puts files with a hash in their names into assets/.
bool is_hashed(std::string_view path) {
    return path.starts_with("/assets/");
}

std::string make_nonce() {
    std::array<unsigned char, 18> octets{};
    randombytes_buf(octets.data(), octets.size());
    return meta::to_base64(octets);
}

std::string with_nonce(std::string_view text, std::string_view nonce) {
    std::string filled(text);
    for (auto at = filled.find(kNoncePlace); at != std::string::npos; at = filled.find(kNoncePlace, at))
        filled.replace(at, kNoncePlace.size(), nonce);
    return filled;
}

Response page(std::string_view text) {
    auto nonce = make_nonce();
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.body = with_nonce(text, nonce);
    response.headers.add("Content-Security-Policy", with_nonce(kPolicy, nonce));
    response.headers.add("Cache-Control", "no-store");
    return response;
}

Response file_response(std::string_view path) {
    Response response;
    response.content_type = content_type_of(path);
    response.headers.add("Cache-Control", is_hashed(path) ? "public, max-age=31536000, immutable" : "no-cache");
    return response;
}

// Files of the binary, compressed thoroughly once, at the first request that wants it.
class CompressedFiles {
  public:
    std::string_view find(std::string_view path, std::string_view octets, Coding coding) {
        std::lock_guard lock(mutex_);
        auto [at, fresh] = files_.try_emplace({std::string(path), coding});
        if (fresh) at->second = compress(coding, octets, Effort::thorough);
        return at->second;
    }

  private:
    std::mutex mutex_;
    std::map<std::pair<std::string, Coding>, std::string> files_;
};

Response answer_from_binary(Request const& request) {
    static CompressedFiles compressed;
    auto octets = embedded::find(std::string(kBuilt) + request.path);
    if (!octets || request.path == "/index.html")
        return page(embedded::find(std::string(kBuilt) + "/index.html").value_or(kNotBuilt));
    auto response = file_response(request.path);
    response.fixed = *octets;
    if (!is_compressible(response.content_type)) return response;
    response.headers.add("Vary", "Accept-Encoding");
    auto coding = choose_coding(request.header("accept-encoding").value_or(""));
    if (coding == Coding::identity) return response;
    response.headers.add("Content-Encoding", std::string(name_of(coding)));
    response.fixed = compressed.find(request.path, *octets, coding);
    return response;
}

std::optional<std::string> read_file(std::filesystem::path const& path) {
    if (!std::filesystem::is_regular_file(path)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Response answer_from_folder(std::filesystem::path const& folder, Request const& request) {
    // A request path holds no `..`, so it stays inside the folder.
    auto octets = read_file(folder / request.path.substr(1));
    if (!octets || request.path == "/index.html")
        return page(read_file(folder / "index.html").value_or(std::string(kNotBuilt)));
    auto response = file_response(request.path);
    response.headers.set("Cache-Control", "no-store");
    response.body = std::move(*octets);
    return response;
}

// A missing script or picture is not a page. A dot alone says nothing: the tokens of links have one.
bool asks_for_missing_file(Request const& request) {
    return is_hashed(request.path) || content_type_of(request.path) != kUnknownType;
}

}  // namespace

Handler pages(std::string folder) {
    return [folder = std::move(folder)](Request const& request) -> base::Result<Response> {
        auto response = folder.empty() ? answer_from_binary(request) : answer_from_folder(folder, request);
        bool is_page = response.content_type.starts_with("text/html");
        if (is_page && request.path != "/index.html" && asks_for_missing_file(request))
            return base::not_found("this file");
        return response;
    };
}

}  // namespace http
