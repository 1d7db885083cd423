import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** What the stream says: that something of this kind, with this id, is no longer what it was. Never what it is. */
export interface Hint {
  kind: string;
  id: string;
}

const streamPath = "/api/stream";
const channelName = "obverse-hints";
const everything: Hint = { kind: "everything", id: "" };

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
  const heard = (hint: Hint) => forget(queries, hint);
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

/** Query keys begin with the kind: `["pairing", id]`, `["people", filter]`. */
function forget(queries: QueryClient, hint: Hint): void {
  if (hint.kind === everything.kind) {
    void queries.invalidateQueries();
    return;
  }
  void queries.invalidateQueries({ queryKey: [hint.kind] });
}
