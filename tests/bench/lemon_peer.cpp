// lemon_peer ALGORITHM < instance: what `engine_bench print` wrote as a flow of least cost by LEMON, whose result has
// most pairs first and then most benefit: a pair is worth more than all benefits together. Algorithms: cost_scaling,
// network_simplex. C++17, because LEMON 1.3 does not compile as C++20.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include "bench/figures.hpp"

namespace {

using Graph = lemon::StaticDigraph;

// Node 0 gives, then mentors, mentees, and the last node takes. Arcs stand by where they begin, as the graph wants it.
struct Flow {
    std::vector<std::pair<int, int>> arcs;
    std::vector<long long> costs;
    std::vector<int> places;
    std::vector<int> benefits;  // of the candidates
    int first_candidate = 0;    // among the arcs
    int nodes = 0;
    long long most = 0;

    void add(int from, int to, long long cost, int capacity) {
        arcs.emplace_back(from, to);
        costs.push_back(cost);
        places.push_back(capacity);
    }
};

Flow read_flow() {
    Flow flow;
    int mentors = 0;
    int mentees = 0;
    int places = 0;
    if (std::scanf("%d %d %d", &mentors, &mentees, &places) != 3) std::exit(2);
    auto const last = mentors + mentees + 1;
    flow.nodes = last + 1;
    flow.most = static_cast<long long>(std::min(mentors, mentees)) * places;
    flow.first_candidate = mentors + 1;
    for (int i = 0; i < mentors; ++i) flow.add(0, 1 + i, 0, places);
    flow.add(0, last, 0, static_cast<int>(flow.most));
    int mentor = 0;
    int mentee = 0;
    int benefit = 0;
    while (std::scanf("%d %d %d", &mentor, &mentee, &benefit) == 3) {
        flow.add(1 + mentor, 1 + mentors + mentee, -(1000 * (flow.most + 1) + benefit), 1);
        flow.benefits.push_back(benefit);
    }
    for (int j = 0; j < mentees; ++j) flow.add(1 + mentors + j, last, 0, places);
    return flow;
}

template <class Algorithm>
void run(Flow const& flow) {
    Graph graph;
    graph.build(flow.nodes, flow.arcs.begin(), flow.arcs.end());
    Graph::ArcMap<long long> costs(graph);
    Graph::ArcMap<int> places(graph);
    for (int a = 0; a < static_cast<int>(flow.arcs.size()); ++a) {
        costs[graph.arc(a)] = flow.costs[static_cast<std::size_t>(a)];
        places[graph.arc(a)] = flow.places[static_cast<std::size_t>(a)];
    }
    auto const megabytes = bench::most_megabytes();
    auto const begin = bench::processor_seconds();
    Algorithm algorithm(graph);
    algorithm.upperMap(places).costMap(costs);
    algorithm.stSupply(graph.node(0), graph.node(flow.nodes - 1), static_cast<int>(flow.most));
    if (algorithm.run() != Algorithm::OPTIMAL) std::abort();
    auto const seconds = bench::processor_seconds() - begin;
    long long pairs = 0;
    long long total = 0;
    for (std::size_t k = 0; k < flow.benefits.size(); ++k)
        if (algorithm.flow(graph.arc(flow.first_candidate + static_cast<int>(k))) != 0) {
            ++pairs;
            total += flow.benefits[k];
        }
    bench::print_figures(seconds, pairs, total, megabytes);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    auto const flow = read_flow();
    if (std::string(arguments[1]) == "cost_scaling")
        run<lemon::CostScaling<Graph, int, long long>>(flow);
    else
        run<lemon::NetworkSimplex<Graph, int, long long>>(flow);
}
