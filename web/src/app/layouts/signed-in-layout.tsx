import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { TopBar } from "app/layouts/top-bar";
import { type MySession, useMySession } from "features/signin/api/my-session";
import { hasSignedInHere } from "features/signin/api/signed-in-here";
import { useHints } from "lib/api-client/hints";
import { lazy, Suspense, useEffect, useState } from "react";
import { Answered, Loading } from "ui/state/states";

// Fetched once the page stands: it has to be here when the house knows nobody any more.
const fetchDoor = () => import("app/layouts/sign-in-again");
const SignInAgain = lazy(async () => ({ default: (await fetchDoor()).SignInAgain }));

/** For everything that needs somebody: whoever is signed out goes to sign in, and comes back to the same page. */
export function SignedInLayout() {
  const session = useMySession();
  useHints(Boolean(session.data));
  return <Answered query={session}>{(mine) => <PageOf mine={mine} />}</Answered>;
}

/**
 * The page of whoever opened it. When their session ends while they write, the page waits out of sight with all that
 * stands in it; nobody else gets to see it.
 */
function PageOf({ mine }: { mine: MySession | null }) {
  const [openedBy] = useState(mine);
  const wanted = useRouterState({ select: (state) => state.location.href });
  const queries = useQueryClient();
  const isSomebodyElse = mine !== null && mine.person.id !== openedBy?.person.id;
  useEffect(() => {
    if (isSomebodyElse) window.location.reload();
  }, [isSomebodyElse]);
  useEffect(() => {
    fetchDoor().catch(() => undefined);
  }, []);

  // Whoever signed out themselves is on the way to the sign-in page.
  if (!openedBy || (!mine && !hasSignedInHere())) return <SignInFirst wanted={wanted} />;
  const isTheirs = mine !== null && !isSomebodyElse;
  return (
    <>
      {isTheirs ? (
        <TopBar session={mine} />
      ) : (
        <Suspense fallback={<Loading />}>
          <SignInAgain
            organisation={openedBy.organisation.slug}
            onDone={() => void queries.invalidateQueries({ predicate: isNoSession })}
          />
        </Suspense>
      )}
      <div hidden={!isTheirs}>
        <Outlet />
      </div>
    </>
  );
}

const isNoSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "session";

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
