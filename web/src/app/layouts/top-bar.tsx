import { Link, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import styles from "app/layouts/top-bar.module.css";
import { areaOf, areasOf, destinationsOf } from "app/navigation";
import type { MySession } from "features/signin/api/my-session";
import { useSignOut } from "features/signin/api/sign-out";
import { useSay } from "lib/i18n/say";
import { Mark } from "ui/mark/mark";
import { Menu } from "ui/menu/menu";

// Destinations that others lie below.
const exactly = ["/", "/programmes", "/programmes/$programme_id"];

/** The coin, the destinations of the area, and the person's own menu. */
export function TopBar({ session }: { session: MySession }) {
  const say = useSay();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { programme_id } = useParams({ strict: false }) as { programme_id?: string };
  const roles = session.roles.map((one) => one.role);
  // Whoever only takes part and opened a door that is not theirs is told so on the page, and keeps their own bar.
  const onlyTakesPart = areasOf(roles).length === 1;
  const area = onlyTakesPart ? "taking_part" : areaOf(path);
  const destinations = destinationsOf(area, roles, Boolean(programme_id));

  return (
    <header className={styles.bar}>
      <a className={styles.skip} href="#page">
        {say("nav.skip")}
      </a>
      <Link className={styles.mark} to="/">
        <Mark />
        <span className={styles.name}>Obverse</span>
      </Link>
      <nav className={styles.destinations} aria-label={say("nav.main")}>
        {destinations.map((one) => (
          <Link
            key={one.to}
            to={one.to as never}
            params={{ programme_id } as never}
            activeOptions={{ exact: exactly.includes(one.to) }}
          >
            {say(one.says)}
          </Link>
        ))}
      </nav>
      <PersonMenu session={session} />
    </header>
  );
}

function PersonMenu({ session }: { session: MySession }) {
  const say = useSay();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const areas = areasOf(session.roles.map((one) => one.role));
  const name = session.person.name;
  const short = initials(name);
  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: "/sign-in" }) });

  return (
    <Menu face={short} label={say("nav.your_menu", { short, name })}>
      <p>{name}</p>
      {areas.length > 1 &&
        areas.map((one) => (
          <Link key={one.area} to={one.to as never}>
            {say(one.says)}
          </Link>
        ))}
      {areas.length > 1 && <hr />}
      <Link to="/settings">{say("nav.settings")}</Link>
      <button type="button" onClick={leave}>
        {say("nav.sign_out")}
      </button>
    </Menu>
  );
}

/** The first letters of the first and the last word of a name; people with one name have one letter. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => Array.from(word ?? "")[0] ?? "").join("");
}
