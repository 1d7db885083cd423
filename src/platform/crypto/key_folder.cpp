#include "platform/crypto/key_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace crypto {

namespace {

namespace fs = std::filesystem;

constexpr int kMostKeys = 255;
constexpr std::size_t kFingerprintLetters = 22;

base::Refusal key_refusal(std::string code, std::string sentence) {
    return base::conflict(std::move(code), std::move(sentence));
}

std::string key_file_name(int number) {
    return fmt::format("{:03}.key", number);
}

void make_private_folder(fs::path const& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

// O_EXCL: an existing key is never written over, whatever raced us here.
void write_key(fs::path const& file, Key const& key) {
    int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), file.string());
    bool const is_written =
        ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!is_written) throw std::system_error(errno, std::generic_category(), file.string());
}

std::optional<KeyNumber> number_of(fs::path const& file) {
    std::string const name = file.filename().string();
    for (int number = 1; number <= kMostKeys; ++number)
        if (name == key_file_name(number)) return static_cast<KeyNumber>(number);
    return std::nullopt;
}

base::Result<Key> read_key(fs::path const& file) {
    auto const open_to_others = fs::perms::group_all | fs::perms::others_all;
    if ((fs::status(file).permissions() & open_to_others) != fs::perms::none)
        return key_refusal("key_open_to_others",
                           fmt::format("The key {} may be read by others; set its mode to 0600.", file.string()));
    std::ifstream in(file, std::ios::binary);
    std::string const content{std::istreambuf_iterator<char>(in), {}};
    Key key;
    if (content.size() != key.size())
        return key_refusal("not_a_key", fmt::format("{} is not a key of {} bytes.", file.string(), key.size()));
    std::ranges::copy(bytes_of(content), key.begin());
    return key;
}

base::Result<NumberedKeys> read_numbered(fs::path const& folder) {
    NumberedKeys keys;
    if (fs::exists(folder)) {
        for (auto const& entry : fs::directory_iterator(folder)) {
            auto const number = number_of(entry.path());
            if (!number) continue;
            TRY(key, read_key(entry.path()));
            keys.emplace(*number, key);
        }
    }
    if (keys.empty())
        return key_refusal("keys_missing",
                           fmt::format("There is no key in {}; `obverse keys new` makes one.", folder.string()));
    return keys;
}

std::string fingerprint(Key const& key) {
    // Of the digest of the key, so that the database learns nothing it could seal or sign with.
    return to_base64url(sha256(key)).substr(0, kFingerprintLetters);
}

void add_marks(std::vector<KeyMark>& marks, std::string_view purpose, NumberedKeys const& keys) {
    for (auto const& [number, key] : keys) marks.push_back({std::string(purpose), number, fingerprint(key)});
}

void write_all(fs::path const& folder, NumberedKeys const& keys) {
    make_private_folder(folder);
    for (auto const& [number, key] : keys) write_key(folder / key_file_name(number), key);
}

bool holds_files(fs::path const& folder) {
    return fs::exists(folder) && fs::directory_iterator(folder) != fs::directory_iterator();
}

}  // namespace

std::vector<KeyMark> marks_of(Keys const& keys) {
    std::vector<KeyMark> marks;
    add_marks(marks, "seal", keys.seal);
    add_marks(marks, "link", keys.link);
    return marks;
}

std::vector<KeyMark> missing_from(Keys const& keys, std::vector<KeyMark> const& expected) {
    auto const present = marks_of(keys);
    std::vector<KeyMark> missing;
    std::ranges::copy_if(expected, std::back_inserter(missing),
                         [&](KeyMark const& mark) { return std::ranges::find(present, mark) == present.end(); });
    return missing;
}

bool has_keys(fs::path const& folder) {
    return holds_files(folder / "seal") || holds_files(folder / "link");
}

base::Result<Keys> make_keys(fs::path const& folder) {
    if (has_keys(folder))
        return key_refusal("keys_exist", fmt::format("There are keys in {} already.", folder.string()));
    Keys const keys{{{1, random_key()}}, {{1, random_key()}}};
    make_private_folder(folder);
    write_all(folder / "seal", keys.seal);
    write_all(folder / "link", keys.link);
    make_private_folder(folder / "ballot");
    return keys;
}

base::Result<Keys> read_keys(fs::path const& folder) {
    TRY(seal, read_numbered(folder / "seal"));
    TRY(link, read_numbered(folder / "link"));
    return Keys{std::move(seal), std::move(link)};
}

base::Result<Keys> rotate_keys(fs::path const& folder) {
    TRY(keys, read_keys(folder));
    for (auto* numbered : {&keys.seal, &keys.link}) {
        int const next = numbered->rbegin()->first + 1;
        if (next > kMostKeys) return key_refusal("too_many_keys", "A key folder holds 255 keys of a purpose.");
        auto const added = numbered->emplace(static_cast<KeyNumber>(next), random_key()).first;
        write_key(folder / (numbered == &keys.seal ? "seal" : "link") / key_file_name(next), added->second);
    }
    return keys;
}

base::Result<Keys> export_keys(fs::path const& folder, fs::path const& target) {
    TRY(keys, read_keys(folder));
    if (holds_files(target)) return key_refusal("target_not_empty", fmt::format("{} is not empty.", target.string()));
    make_private_folder(target);
    write_all(target / "seal", keys.seal);
    write_all(target / "link", keys.link);
    make_private_folder(target / "ballot");
    for (auto const& entry : fs::directory_iterator(folder / "ballot"))
        fs::copy(entry.path(), target / "ballot" / entry.path().filename());
    return keys;
}

}  // namespace crypto
