#include "platform/crypto/key_files.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crypto {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".key";

[[noreturn]] void fail(fs::path const& file) {
    throw std::system_error(errno, std::generic_category(), file.string());
}

class OpenFile {
  public:
    OpenFile(fs::path const& file, int flags)
        : file_(file), descriptor_(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {
        if (descriptor_ < 0) fail(file_);
    }
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;
    ~OpenFile() { ::close(descriptor_); }

    void write(std::span<std::uint8_t const> octets) const {
        if (::write(descriptor_, octets.data(), octets.size()) != static_cast<ssize_t>(octets.size())) fail(file_);
        flush();
    }
    void flush() const {
        if (::fsync(descriptor_) != 0) fail(file_);
    }

  private:
    fs::path const& file_;
    int descriptor_;
};

}  // namespace

fs::path KeyFiles::file_of(base::AnyId id) const {
    return folder_ / (id.text() + std::string(kEnding));
}

void KeyFiles::save(base::AnyId id, std::span<std::uint8_t const> secret) const {
    fs::create_directories(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
    OpenFile(file_of(id), O_WRONLY | O_CREAT | O_EXCL).write(secret);
    OpenFile(folder_, O_RDONLY | O_DIRECTORY).flush();
}

std::optional<Bytes> KeyFiles::find(base::AnyId id) const {
    std::ifstream in(file_of(id), std::ios::binary);
    if (!in) return std::nullopt;
    return Bytes{std::istreambuf_iterator<char>(in), {}};
}

void KeyFiles::destroy(base::AnyId id) const {
    auto const file = file_of(id);
    std::error_code missing;
    auto const size = fs::file_size(file, missing);
    if (missing) return;
    OpenFile(file, O_WRONLY).write(Bytes(size, 0));
    fs::remove(file);
    OpenFile(folder_, O_RDONLY | O_DIRECTORY).flush();
}

std::vector<base::AnyId> KeyFiles::list() const {
    std::vector<base::AnyId> ids;
    if (!fs::exists(folder_)) return ids;
    for (auto const& entry : fs::directory_iterator(folder_))
        if (entry.path().extension() == kEnding)
            if (auto const id = base::AnyId::parse(entry.path().stem().string())) ids.push_back(*id);
    return ids;
}

}  // namespace crypto
