import { answer, api, onSignedOut } from "lib/api-client/api";
import { Broken, Refusal } from "lib/api-client/refusal";
import { HttpResponse, http } from "msw";
import { refuses, server } from "testing/server";
import { describe, expect, it, vi } from "vitest";

const signIn = () =>
  answer(api.POST("/api/session", { body: { sign_in_name: "ana", password: "correct horse" } }));

/** Answers each request with the next of `outcomes`; returns the keys that came. */
function keysOf(...outcomes: (() => Response)[]): string[] {
  const keys: string[] = [];
  server.use(
    http.post("*/api/session", ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key") ?? "none");
      return outcomes[keys.length - 1]?.() ?? HttpResponse.json({});
    }),
  );
  return keys;
}

describe("the key of an intention", () => {
  it("stays the same while no answer came", async () => {
    const keys = keysOf(() => HttpResponse.error());
    await expect(signIn()).rejects.toBeInstanceOf(Broken);
    await signIn();
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it("is a new one after an answer", async () => {
    const keys = keysOf();
    await signIn();
    await signIn();
    expect(keys[1]).not.toBe(keys[0]);
  });
});

describe("an answer that is no success", () => {
  it("is a refusal with its code and fields", async () => {
    refuses("post", "/api/session", 422, "invalid_fields", [{ pointer: "/password", code: "required" }]);
    const refusal: unknown = await signIn().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      status: 422,
      code: "invalid_fields",
      fields: [{ pointer: "/password" }],
    });
  });

  it("is broken when it comes from the server's own trouble", async () => {
    refuses("post", "/api/session", 500, "internal");
    await expect(signIn()).rejects.toMatchObject({ name: "Broken", requestId: "r-1" });
  });

  it("is broken when it is not our JSON", async () => {
    server.use(http.post("*/api/session", () => new HttpResponse("<h1>proxy</h1>", { status: 502 })));
    await expect(signIn()).rejects.toBeInstanceOf(Broken);
  });

  it("tells that nobody is signed in any more, except where nobody needs to be", async () => {
    const told = vi.fn();
    const stop = onSignedOut(told);
    refuses("get", "/api/session", 401, "signed_out");
    await answer(api.GET("/api/session")).catch(() => {});
    expect(told).not.toHaveBeenCalled();
    stop();
  });
});
