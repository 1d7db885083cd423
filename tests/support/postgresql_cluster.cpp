#include "support/postgresql_cluster.hpp"

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <fcntl.h>
#include <libpq-fe.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

namespace {

namespace fs = std::filesystem;

// Debian keeps the server's programs out of the path, one folder a version.
std::string server_program(std::string const& name) {
    fs::path found;
    if (fs::is_directory("/usr/lib/postgresql"))
        for (auto const& version : fs::directory_iterator("/usr/lib/postgresql"))
            if (fs::exists(version.path() / "bin" / name)) found = version.path() / "bin" / name;
    return found.empty() ? name : found.string();
}

// initdb and postgres refuse to run as root.
std::string as_postgres(std::string const& command) {
    return geteuid() == 0 ? "runuser -u postgres -- " + command : command;
}

void run_command(std::string const& command, fs::path const& log) {
    auto const whole = command + " >>" + log.string() + " 2>&1 </dev/null";
    if (std::system(whole.c_str()) != 0) throw std::runtime_error("failed, see " + log.string() + ": " + command);
}

}  // namespace

PostgresqlCluster::PostgresqlCluster(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    // The folder above was made for its owner alone.
    fs::permissions(folder_.parent_path(), fs::perms::all);
    fs::permissions(folder_, fs::perms::all);
    auto const log = folder_ / "log";
    run_command(as_postgres(server_program("initdb") +
                            " --no-sync --auth=trust --username=postgres --encoding=UTF8 --locale=C.UTF-8 -D " +
                            (folder_ / "data").string()),
                log);
    start();
    watch();
}

PostgresqlCluster::~PostgresqlCluster() {
    close(lifeline_);
    waitpid(watcher_, nullptr, 0);
}

void PostgresqlCluster::start() {
    auto const settings = "-F -c listen_addresses= -c unix_socket_directories=" + folder_.string() +
                          " -c full_page_writes=off -c synchronous_commit=off -c max_connections=200"
                          " -c shared_buffers=64MB -c max_wal_size=256MB -c autovacuum=off";
    run_command(as_postgres(server_program("pg_ctl") + " -w -t 60 -D " + (folder_ / "data").string() + " -o \"" +
                            settings + "\" -l " + (folder_ / "server.log").string() + " start"),
                folder_ / "log");
}

void PostgresqlCluster::stop() {
    run_command(as_postgres(server_program("pg_ctl") + " -w -m fast -D " + (folder_ / "data").string() + " stop"),
                folder_ / "log");
}

// A child that outlives a crash of the test program: when the other end of its pipe closes, for whatever reason,
// it stops the server and removes the folder.
void PostgresqlCluster::watch() {
    auto const script =
        "cat >/dev/null; " +
        as_postgres(server_program("pg_ctl") + " -w -m immediate -D " + (folder_ / "data").string() + " stop") +
        " >/dev/null 2>&1; rm -rf " + folder_.string() + "; rmdir " + folder_.parent_path().string() + " 2>/dev/null";
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe to watch the server with");
    watcher_ = fork();
    if (watcher_ == 0) {
        setsid();
        dup2(ends[0], STDIN_FILENO);
        execl("/bin/sh", "sh", "-c", script.c_str(), nullptr);
        _exit(127);
    }
    close(ends[0]);
    lifeline_ = ends[1];
}

void run_postgresql(std::string const& address, std::string const& sql) {
    std::unique_ptr<PGconn, decltype(&PQfinish)> const connection(PQconnectdb(address.c_str()), &PQfinish);
    std::unique_ptr<PGresult, decltype(&PQclear)> const result(PQexec(connection.get(), sql.c_str()), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
}

}  // namespace support
