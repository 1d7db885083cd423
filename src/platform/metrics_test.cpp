#include "platform/metrics.hpp"

#include <gtest/gtest.h>

TEST(Metrics, count_answers_by_route_and_status) {
    platform::Metrics metrics;
    metrics.count_request("GET", "/api/people/{id}", 200, std::chrono::milliseconds(3));
    metrics.count_request("GET", "/api/people/{id}", 200, std::chrono::milliseconds(30));
    metrics.add_gauge("obverse_open_connections", "Connections open now.", [] { return 7.0; });
    auto text = metrics.text();
    auto label = R"(obverse_http_requests_total{method="GET",route="/api/people/{id}",status="200"} 2)";
    EXPECT_NE(text.find(label), std::string::npos) << text;
    EXPECT_NE(text.find("obverse_open_connections 7"), std::string::npos);
    EXPECT_NE(text.find("obverse_http_request_seconds_bucket"), std::string::npos);
}
