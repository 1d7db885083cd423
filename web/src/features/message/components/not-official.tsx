import { Link } from "@tanstack/react-router";
import { useSay } from "lib/i18n/say";

/** This is not the official reporting channel; that is on the page of people to talk to. */
export function NotOfficial() {
  const say = useSay();
  return (
    <p className="quiet">
      {say("unnamed.not_official")} <Link to="/talk">{say("unnamed.official_is_here")}</Link>
    </p>
  );
}
