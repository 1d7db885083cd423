import type { PasswordLink } from "features/signin/api/make-letters";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { SpokenIn } from "lib/i18n/spoken-in";
import { Letter } from "ui/letter/letter";

/** The programme a letter invites to. */
export interface InvitedTo {
  name: string;
  purpose: string | null;
}

interface ActivationLetterProps {
  house: string;
  link: PasswordLink;
  programme?: InvitedTo | undefined;
}

/** How somebody without an address comes in: one page, in their own language, with the link to scan or to type. */
export function ActivationLetter(props: ActivationLetterProps) {
  return (
    <SpokenIn language={props.link.language}>
      <Written {...props} />
    </SpokenIn>
  );
}

function Written({ house, link, programme }: ActivationLetterProps) {
  const say = useSay();
  const dates = useDates();
  return (
    <Letter
      label={say("letter.to", { name: link.name })}
      from={house}
      to={
        <>
          <strong>{link.name}</strong>
          {link.department && (
            <>
              <br />
              {link.department}
            </>
          )}
        </>
      }
      language={link.language}
      about={
        programme
          ? say("letter.about_programme", { programme: programme.name })
          : say("letter.about_house", { house })
      }
      code={<img src={`/api/password-links/${link.id}/qr-code`} alt={say("letter.code")} />}
      link={link.url}
      way={
        <>
          <p>{say("letter.way")}</p>
          <p>{say("letter.sign_in_name", { name: link.sign_in_name })}</p>
        </>
      }
      foot={say("letter.foot", { day: dates.day(link.expires_at.slice(0, 10)) })}
    >
      {programme ? (
        <>
          {programme.purpose && <p>{programme.purpose}</p>}
          <p>{say("letter.words_programme", { name: link.name })}</p>
          <p>{say("invitation.nobody_learns")}</p>
        </>
      ) : (
        <p>{say("letter.words_house", { name: link.name })}</p>
      )}
    </Letter>
  );
}
