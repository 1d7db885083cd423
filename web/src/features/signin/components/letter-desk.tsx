import type { PasswordLink } from "features/signin/api/make-letters";
import { useMySession } from "features/signin/api/my-session";
import { ActivationLetter, type InvitedTo } from "features/signin/components/activation-letter";
import type { Found } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TickList } from "ui/form/tick-list";
import type { Finding } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";
import { Page } from "ui/page/page";
import { Trouble } from "ui/state/trouble";

/** Somebody a letter may be for, by their id. */
interface Addressee {
  id: string;
  name: string;
  where?: string | undefined;
}

interface LetterDeskProps {
  above?: string;
  below: string;
  /** What the programme that the letters invite to is called in a language; otherwise they let in, and no more. */
  programme?: (language: string) => InvitedTo;
  /** Whom one may choose, as far as they have been found. */
  found: Found<Addressee>;
  finding: Finding;
  /** Said when the list is empty. */
  nobody: string;
  /** Makes letters for these people, or for all whom this desk is for. A letter that was made before stays good. */
  make: {
    busy: boolean;
    error: Error | null;
    /** Nobody need be chosen: those whom it is for are known. */
    isForAll?: boolean;
    send: (people: string[], onMade: (made: PasswordLink[]) => void) => void;
  };
}

/** Letters for whoever no mail reaches: chosen, made, looked at and printed, one page each. */
export function LetterDesk({ above, below, programme, found, finding, nobody, make }: LetterDeskProps) {
  const say = useSay();
  const house = useMySession().data?.organisation.name ?? "";
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<ReadonlyMap<string, PasswordLink>>(new Map());
  // Who was asked for and can sign in already.
  const [needless, setNeedless] = useState(0);
  const letters = [...made.values()].filter(({ person_id }) => chosen.has(person_id));
  const waiting = [...chosen].filter((id) => !made.has(id));
  const isForAll = Boolean(make.isForAll) && made.size === 0;

  const send = () =>
    make.send(waiting, (links) => {
      setMade((now) => new Map([...now, ...links.map((link) => [link.person_id, link] as const)]));
      const isMade = new Set(links.map((link) => link.person_id));
      setChosen((now) => new Set([...[...now].filter((id) => made.has(id)), ...isMade]));
      setNeedless(waiting.filter((id) => !isMade.has(id)).length);
    });

  return (
    <Page
      above={above}
      sentence={say("letter.sentence", { count: letters.length })}
      title={say("nav.letters")}
      below={below}
      actions={
        <>
          {(isForAll || waiting.length > 0) && (
            <Button kind="filled" busy={make.busy} onClick={send}>
              {say("letter.make", { count: isForAll ? 0 : waiting.length })}
            </Button>
          )}
          {letters.length > 0 && (
            <Button kind={waiting.length > 0 ? "plain" : "filled"} onClick={() => window.print()}>
              {say("letter.print", { count: letters.length })}
            </Button>
          )}
        </>
      }
    >
      <Trouble of={make.error} />
      {needless > 0 && <p aria-live="polite">{say("letter.needless", { count: needless })}</p>}
      <div data-screen>
        <Card title={say("letter.for_whom")}>
          <FoundList finding={finding} list={found} empty={nobody}>
            {(rows) => (
              <TickList
                rows={rows.map(({ id, name, where }) => ({
                  id,
                  label: name,
                  ...(where ? { hint: where } : {}),
                }))}
                chosen={chosen}
                onChange={setChosen}
              />
            )}
          </FoundList>
        </Card>
      </div>
      {letters.map((link) => (
        <ActivationLetter key={link.id} house={house} link={link} programme={programme?.(link.language)} />
      ))}
    </Page>
  );
}
