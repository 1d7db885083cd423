import { Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { TopBar } from "app/layouts/top-bar";
import { useMySession } from "features/signin/api/my-session";
import { useHints } from "lib/api-client/hints";
import { Answered } from "ui/state/states";

/** For everything that needs somebody: whoever is signed out goes to sign in, and comes back to the same page. */
export function SignedInLayout() {
  const session = useMySession();
  const wanted = useRouterState({ select: (state) => state.location.href });
  useHints(Boolean(session.data));

  return (
    <Answered query={session}>
      {(mine) =>
        mine ? (
          <>
            <TopBar session={mine} />
            <Outlet />
          </>
        ) : (
          <Navigate to="/sign-in" search={wanted === "/" ? {} : { next: wanted }} replace />
        )
      }
    </Answered>
  );
}
