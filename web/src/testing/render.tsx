import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render as draw, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import en from "locales/en.json";
import type { ReactElement } from "react";
import { IntlProvider } from "react-intl";
import { theme, variables } from "ui/theme/theme";

/**
 * Draws something as the program would, in English, in UTC, at `path`; returns somebody who can click and type.
 * Links may lead anywhere: where they led is `path()`. A page that reads its address is given its `route`.
 */
export async function render(element: ReactElement, path = "/", route = "$") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root = createRootRoute();
  const anywhere = createRoute({ getParentRoute: () => root, path: route, component: () => element });
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await router.load();
  draw(
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
        <IntlProvider locale="en" messages={en} timeZone="UTC">
          <RouterProvider router={router as never} />
        </IntlProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), queries, path: () => router.state.location.pathname };
}

export { screen };
