import { Menu } from "@mantine/core";
import { Link, useNavigate, useParams, useRouterState } from "@tanstack/react-router";
import styles from "app/layouts/top-bar.module.css";
import { areaOf, areasOf, navigation } from "app/navigation";
import type { MySession } from "features/signin/api/my-session";
import { useSignOut } from "features/signin/api/sign-out";
import { useSay } from "lib/i18n/say";
import { Mark } from "ui/mark/mark";

/** The coin, the destinations of the area, and the person's own menu. */
export function TopBar({ session }: { session: MySession }) {
  const say = useSay();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { programme_id } = useParams({ strict: false }) as { programme_id?: string };
  const area = areaOf(path);
  const destinations = navigation[area].filter((one) => programme_id || !one.to.includes("$programme_id"));

  return (
    <header className={styles.bar}>
      <a className={styles.skip} href="#page">
        {say("nav.skip")}
      </a>
      <Link className={styles.mark} to="/" aria-label={say("nav.first_page")}>
        <Mark />
        <span className={styles.name}>Obverse</span>
      </Link>
      <nav className={styles.destinations} aria-label={say("nav.main")}>
        {destinations.map((one) => (
          <Link
            key={one.to}
            to={one.to as never}
            params={{ programme_id } as never}
            activeOptions={{ exact: one.to === "/" || one.to.endsWith("$programme_id") }}
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
  const goTo = (to: string) => void navigate({ to: to as never });

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className={styles.who}
          aria-label={say("nav.your_menu", { name: session.person.name })}
        >
          <span aria-hidden="true">{initials(session.person.name)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.person.name}</Menu.Label>
        {areas.length > 1 &&
          areas.map((one) => (
            <Menu.Item key={one.area} onClick={() => goTo(one.to)}>
              {say(one.says)}
            </Menu.Item>
          ))}
        {areas.length > 1 && <Menu.Divider />}
        <Menu.Item onClick={() => goTo("/settings")}>{say("nav.settings")}</Menu.Item>
        <Menu.Item onClick={() => signOut.mutate(undefined, { onSuccess: () => goTo("/sign-in") })}>
          {say("nav.sign_out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The first letters of the first and the last word of a name; people with one name have one letter. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => Array.from(word ?? "")[0] ?? "").join("");
}
