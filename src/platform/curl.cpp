#include "platform/curl.hpp"

#include <csignal>
#include <stdexcept>

#include <curl/curl.h>

namespace platform {

void start_curl() {
    static bool const is_started = [] {
        if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl does not start");
        static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
        return true;
    }();
    static_cast<void>(is_started);
}

}  // namespace platform
