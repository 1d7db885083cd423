#pragma once
// A PostgreSQL server for one test program, in a folder of its own and reachable by its socket only.

#include <filesystem>
#include <string>

#include <sys/types.h>

namespace support {

class PostgresqlCluster {
  public:
    explicit PostgresqlCluster(std::filesystem::path folder);
    ~PostgresqlCluster();
    PostgresqlCluster(PostgresqlCluster const&) = delete;
    PostgresqlCluster& operator=(PostgresqlCluster const&) = delete;

    [[nodiscard]] std::string socket_folder() const { return folder_.string(); }
    // For tests of a server that goes away and comes back.
    void stop();
    void start();

  private:
    void watch();

    std::filesystem::path folder_;
    pid_t watcher_ = -1;
    int lifeline_ = -1;
};

// Throws with the server's words when it refuses.
void run_postgresql(std::string const& address, std::string const& sql);

}  // namespace support
