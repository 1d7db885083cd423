#pragma once

namespace platform {

// Before the first use of libcurl, from any thread, as often as one likes. A server that hangs up while OpenSSL writes
// is a failed try, and not the end of the program.
void start_curl();

}  // namespace platform
