import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { TopBar } from "app/layouts/top-bar";
import { useMySession } from "features/signin/api/my-session";
import { useHints } from "lib/api-client/hints";
import { useEffect, useState } from "react";
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
          <SignInFirst wanted={wanted} />
        )
      }
    </Answered>
  );
}

/**
 * Goes to sign in once: the page that was wanted is the one that stood here first, not where we are on the way to. Whoever
 * signs out is on the way to the sign-in page already, and wants nothing else.
 */
function SignInFirst({ wanted }: { wanted: string }) {
  const navigate = useNavigate();
  const [next] = useState(wanted);
  useEffect(() => {
    void navigate({
      to: "/sign-in",
      search: next === "/" || next.startsWith("/sign-in") ? {} : { next },
      replace: true,
    });
  }, [navigate, next]);
  return null;
}
