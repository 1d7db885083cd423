import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { act, render as draw, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SignedInLayout } from "app/layouts/signed-in-layout";
import { type MySession, mySession } from "features/signin/api/my-session";
import { rememberSignedIn } from "features/signin/api/signed-in-here";
import en from "locales/en.json";
import { IntlProvider } from "react-intl";
import { answers, example } from "testing/server";
import { ThemeProvider } from "ui/theme/theme-provider";
import { describe, expect, it, vi } from "vitest";

// The stream is the browser's own.
vi.mock("lib/api-client/hints", () => ({ useHints: () => {} }));

const mine = example<MySession>("session/my_session");

/** A page with one field, opened by whoever is signed in. */
async function open() {
  rememberSignedIn(true);
  answers("get", "/api/session", mine);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root = createRootRoute();
  const layout = createRoute({ getParentRoute: () => root, id: "in", component: SignedInLayout });
  const page = createRoute({
    getParentRoute: () => layout,
    path: "/",
    component: () => <input aria-label="Words" />,
  });
  const door = createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    component: () => <p>The door</p>,
  });
  const router = createRouter({
    routeTree: root.addChildren([layout.addChildren([page]), door]),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  draw(
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <IntlProvider locale="en" messages={en} timeZone="UTC">
          <RouterProvider router={router as never} />
        </IntlProvider>
      </ThemeProvider>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Words"), "half a sentence");
  return { user, queries };
}

describe("a session that ends while somebody writes", () => {
  it("hides the page, asks to sign in, and brings back what was written", async () => {
    const { user, queries } = await open();
    act(() => void queries.setQueryData(mySession.queryKey, null));

    expect(await screen.findByRole("heading", { name: "You have been signed out." })).toBeVisible();
    expect(screen.getByLabelText("Words")).not.toBeVisible();

    const sent = answers("post", "/api/session", undefined, 204);
    await user.type(screen.getByLabelText("Sign-in name"), "ana");
    await user.type(screen.getByLabelText("Password"), "correct horse");
    await user.click(screen.getByRole("button", { name: "Sign in" }));

    await vi.waitFor(() => expect(screen.getByLabelText("Words")).toBeVisible());
    expect(screen.getByLabelText("Words")).toHaveValue("half a sentence");
    expect(sent).toMatchObject([{ organisation: mine.organisation.slug }]);
  });

  it("keeps nothing for whoever signed out themselves", async () => {
    const { queries } = await open();
    act(() => {
      rememberSignedIn(false);
      queries.setQueryData(mySession.queryKey, null);
    });

    expect(await screen.findByText("The door")).toBeVisible();
    expect(screen.queryByLabelText("Words")).toBeNull();
  });
});
