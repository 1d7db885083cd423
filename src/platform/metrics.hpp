#pragma once
// Figures for Prometheus, about requests and the house, never about people: labels are routes, methods and statuses.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace platform {

class Metrics {
  public:
    Metrics();
    ~Metrics();

    void count_request(std::string_view method, std::string_view route, int status, std::chrono::microseconds took);
    // Asked anew at each scrape.
    void add_gauge(std::string const& name, std::string const& words, std::function<double()> value);
    // The text of /metrics (text/plain; version=0.0.4).
    [[nodiscard]] std::string text() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace platform
