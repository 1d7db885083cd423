import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

/** The network of a test. It answers only what a test has told it to; anything else fails the test. */
export const server = setupServer();

// What the HTTP tests of the program recorded: the same files that the API pages show.
const examples = import.meta.glob<{ default: unknown }>("../../../docs/api/examples/**/*.json", {
  eager: true,
});

/** A recorded answer: `example("session/my_session")` is `docs/api/examples/session/my_session.json`. */
export function example<Shape = unknown>(name: string): Shape {
  const found = examples[`../../../docs/api/examples/${name}.json`];
  if (!found) throw new Error(`docs/api/examples/${name}.json has not been recorded`);
  return found.default as Shape;
}

type Method = "get" | "post" | "put" | "patch" | "delete";

/** From now on `method path` is answered with `body`. Returns the bodies it was sent. */
export function answers(method: Method, path: string, body: unknown, status = 200): unknown[] {
  const sent: unknown[] = [];
  server.use(
    http[method](`*${path}`, async ({ request }) => {
      const text = await request.text();
      sent.push(text ? JSON.parse(text) : undefined);
      return status === 204
        ? new HttpResponse(null, { status })
        : HttpResponse.json(body as never, { status });
    }),
  );
  return sent;
}

/** From now on `method path` is refused with this code, and these field errors. */
export function refuses(
  method: Method,
  path: string,
  status: number,
  code: string,
  errors: { pointer: string; code: string; params?: Record<string, unknown> }[] = [],
): unknown[] {
  const problem = { type: "about:blank", title: code, status, code, detail: code, request_id: "r-1", errors };
  return answers(method, path, problem, status);
}
