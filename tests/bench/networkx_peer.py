"""networkx_peer.py < instance: networkx's network simplex on what `engine_bench print` wrote."""
import json
import sys
import time

import networkx

mentors, mentees, places = map(int, sys.stdin.readline().split())
most = min(mentors, mentees) * places
graph = networkx.DiGraph()
worth_of_a_pair = 1000 * (most + 1)
benefits = {}
for line in sys.stdin:
    mentor, mentee, benefit = map(int, line.split())
    benefits[mentor, mentee] = benefit
    graph.add_edge(("mentor", mentor), ("mentee", mentee), capacity=1, weight=-(worth_of_a_pair + benefit))
for mentor in range(mentors):
    graph.add_edge("gives", ("mentor", mentor), capacity=places, weight=0)
for mentee in range(mentees):
    graph.add_edge(("mentee", mentee), "takes", capacity=places, weight=0)
graph.add_edge("gives", "takes", capacity=most, weight=0)
graph.add_node("gives", demand=-most)
graph.add_node("takes", demand=most)
begin = time.process_time()
_, flow = networkx.network_simplex(graph)
seconds = time.process_time() - begin
pairs = [(i, j) for (i, j) in benefits if flow["mentor", i]["mentee", j]]
print(json.dumps({"seconds": seconds, "pairs": len(pairs), "total": sum(benefits[pair] for pair in pairs)}))
