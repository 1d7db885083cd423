import { Intentions } from "lib/api-client/idempotency";
import { errorOf, Unreachable } from "lib/api-client/refusal";
import type { components, paths } from "lib/api-client/schema";
import createClient, { type Middleware } from "openapi-fetch";

/** A shape of the API document by its name: `Shape<"MySession">`. */
export type Shape<Name extends keyof components["schemas"]> = components["schemas"][Name];

const intentions = new Intentions();
const signedOutListeners = new Set<() => void>();

/** Calls `listener` whenever the server says that this browser is not signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** fetch, with what every request of ours needs: a key for each POST, and a named error for each failure. */
async function send(request: Request): Promise<Response> {
  const intention = request.method === "POST" ? `${request.url} ${await request.clone().text()}` : undefined;
  if (intention) request.headers.set("Idempotency-Key", intentions.keyFor(intention));

  const response = await fetch(request).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    throw new Unreachable(String(error));
  });
  if (intention) intentions.answered(intention);
  return response;
}

const refusals: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok || response.status === 304) return undefined;
    // Asking who is signed in, or signing in, may be answered by "nobody": that is not the end of a session.
    if (response.status === 401 && schemaPath !== "/api/session") {
      for (const listener of signedOutListeners) listener();
    }
    throw await errorOf(response);
  },
};

/**
 * The API of the program, typed from its own document. A success is the value; everything else is thrown as a
 * `Refusal` or as `Broken`, so a request hook has only the happy line:
 *
 *     queryFn: ({ signal }) => answer(api.GET("/api/people", { params: { query }, signal }))
 */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });
api.use(refusals);

/** The body of a success. */
export async function answer<Body>(request: Promise<{ data?: Body; response: Response }>): Promise<Body> {
  return (await request).data as Body;
}
