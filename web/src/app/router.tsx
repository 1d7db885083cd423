import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { SignedInLayout } from "app/layouts/signed-in-layout";
import { SignedOutLayout } from "app/layouts/signed-out-layout";
import { BrokenPage } from "app/pages/broken-page";
import { NotFoundPage } from "app/pages/not-found-page";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});
const signedIn = createRoute({ getParentRoute: () => root, id: "signed-in", component: SignedInLayout });
const signedOut = createRoute({ getParentRoute: () => root, id: "signed-out", component: SignedOutLayout });

/** A page for people who are signed in. */
function inside<const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({ getParentRoute: () => signedIn, path, component });
}

/** A page anyone may open. */
function outside<const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) {
  return createRoute({
    getParentRoute: () => signedOut,
    path,
    component,
    validateSearch: (search): { next?: string } =>
      typeof search.next === "string" ? { next: search.next } : {},
  });
}

/** The table of pages; each is a download of its own. Keep it sorted: signed out, everybody, programme, administration. */
const routeTree = root.addChildren([
  signedOut.addChildren([
    outside(
      "/sign-in",
      lazyRouteComponent(() => import("app/pages/sign-in-page"), "SignInPage"),
    ),
  ]),
  signedIn.addChildren([
    inside(
      "/",
      lazyRouteComponent(() => import("app/pages/home-page"), "HomePage"),
    ),
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
