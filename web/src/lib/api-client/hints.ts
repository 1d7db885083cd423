import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What the stream says: that something of this kind, with this id, is no longer what it was. Never what it is. */
interface Hint {
  kind: string;
  id: string;
}

const streamPath = "/api/stream";
const channelName = "obverse-hints";
const everything: Hint = { kind: "everything", id: "" };

// What else a page may show of what a hint names, besides the queries that begin with the same noun.
const alsoShown: Record<string, readonly string[]> = {
  agreement: ["pairing"],
  charter: ["pairing"],
  enrolment: ["programme", "match_run", "match_outlook"],
  exploratory_meeting: ["pairing"],
  invitations: ["invitation"],
  join_request: ["enrolment", "programme"],
  match_wishes: ["wish", "match_outlook"],
  // Whoever is told something has something new on one of these.
  notice: ["enrolment", "invitation", "pairing", "suggestion"],
  open_call: ["programme"],
  people_import: ["person"],
  // What today's people could give is reckoned anew for each who asks, so only what changes it says so: not how far a run
  // is.
  pairing: ["match_outlook"],
  programme: ["match_outlook"],
  reporting_lines: ["person", "match_run", "match_outlook"],
  role: ["person", "session"],
  sponsor: ["programme"],
  suggestions: ["suggestion", "match_run", "match_outlook"],
  waiting_list: ["enrolment"],
};

/** The nouns with which the keys begin of all that a hint makes old. */
export function nounsOf(kind: string): string[] {
  return [kind, ...(alsoShown[kind] ?? []), "audit_log"];
}

/**
 * Keeps what is on the page true: asks again for whatever a hint names. One stream serves all tabs of the browser:
 * the tab that holds the lock listens and tells the others; when it closes, the next one takes the lock.
 */
export function useHints(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => (signedIn ? listen(queries) : undefined), [queries, signedIn]);
}

function listen(queries: QueryClient): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(channelName);
  const heard = gathered((kinds) => forget(queries, kinds));
  channel.onmessage = (message: MessageEvent<Hint>) => heard(message.data);

  const tell = (hint: Hint) => {
    heard(hint);
    channel.postMessage(hint);
  };
  holdLock(stop.signal, () => openStream(tell, stop.signal));

  return () => {
    stop.abort();
    channel.close();
  };
}

// Without Web Locks (plain HTTP, not localhost) each tab has a stream of its own, which is right, only dearer.
function holdLock(signal: AbortSignal, whileHeld: () => Promise<void>): void {
  if (!("locks" in navigator)) {
    void whileHeld();
    return;
  }
  navigator.locks.request(channelName, { signal }, whileHeld).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

function openStream(tell: (hint: Hint) => void, signal: AbortSignal): Promise<void> {
  return new Promise((closed) => {
    const stream = new EventSource(streamPath);
    let wasCut = false;
    stream.onmessage = (message) => tell(JSON.parse(message.data) as Hint);
    // There is no replay log: what was missed while the stream was cut is asked for again.
    stream.onopen = () => wasCut && tell(everything);
    stream.onerror = () => {
      wasCut = true;
    };
    signal.addEventListener("abort", () => {
      stream.close();
      closed();
    });
  });
}

// Many hints come at once, of one import or one closing day; a page asks once for all of them.
const gatherMilliseconds = 150;

function gathered(act: (kinds: Set<string>) => void): (hint: Hint) => void {
  let kinds = new Set<string>();
  return ({ kind }) => {
    if (kinds.size === 0) {
      setTimeout(() => {
        const all = kinds;
        kinds = new Set();
        act(all);
      }, gatherMilliseconds);
    }
    kinds.add(kind);
  };
}

/** Query keys begin with the noun: `["pairing", id]`, `["person", filter]`. */
function forget(queries: QueryClient, kinds: Set<string>): void {
  if (kinds.has(everything.kind)) {
    void queries.invalidateQueries();
    return;
  }
  const nouns = new Set([...kinds].flatMap(nounsOf));
  void queries.invalidateQueries({ predicate: ({ queryKey }) => nouns.has(String(queryKey[0])) });
}
