#pragma once
// Secrets that live as long as one thing does, a file each in a folder of its own: outside the database and outside its
// backups, mode 0600. With several nodes the folder is shared.

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "base/id.hpp"
#include "platform/crypto/secret.hpp"

namespace crypto {

class KeyFiles {
  public:
    explicit KeyFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // On the disk when it returns. Throws when there is one by this id, or the folder cannot be written.
    void save(base::AnyId id, std::span<std::uint8_t const> secret) const;
    [[nodiscard]] std::optional<Bytes> find(base::AnyId id) const;
    // Written over, then removed; nothing when it is gone.
    void destroy(base::AnyId id) const;
    [[nodiscard]] std::vector<base::AnyId> list() const;

  private:
    [[nodiscard]] std::filesystem::path file_of(base::AnyId id) const;

    std::filesystem::path folder_;
};

}  // namespace crypto
