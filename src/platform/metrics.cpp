#include "platform/metrics.hpp"

#include <mutex>
#include <vector>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace platform {

struct Metrics::Inside {
    struct Asked {
        prometheus::Gauge* gauge;
        std::function<double()> value;
    };
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("obverse_http_requests_total")
                                                            .Help("Answers sent, by route and status.")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                             .Name("obverse_http_request_seconds")
                                                             .Help("From the first octet of a request to its answer.")
                                                             .Register(registry);
    std::mutex mutex;
    std::vector<Asked> asked;
};

Metrics::Metrics() : inside_(std::make_unique<Inside>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view method, std::string_view route, int status,
                            std::chrono::microseconds took) {
    static prometheus::Histogram::BucketBoundaries const kBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                                  0.25,  0.5,    1,     2.5,  5,     10};
    prometheus::Labels const where{{"method", std::string(method)}, {"route", std::string(route)}};
    auto labels = where;
    labels["status"] = std::to_string(status);
    inside_->requests.Add(labels).Increment();
    inside_->seconds.Add(where, kBuckets).Observe(std::chrono::duration<double>(took).count());
}

void Metrics::add_gauge(std::string const& name, std::string const& words, std::function<double()> value) {
    auto& family = prometheus::BuildGauge().Name(name).Help(words).Register(inside_->registry);
    std::lock_guard lock(inside_->mutex);
    inside_->asked.push_back({&family.Add({}), std::move(value)});
}

std::string Metrics::text() const {
    {
        std::lock_guard lock(inside_->mutex);
        for (auto const& asked : inside_->asked) asked.gauge->Set(asked.value());
    }
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

}  // namespace platform
