import type { PasswordLink } from "features/signin/api/make-letters";
import { useMySession } from "features/signin/api/my-session";
import { ActivationLetter, type InvitedTo } from "features/signin/components/activation-letter";
import { useSay } from "lib/i18n/say";
import { type ReactNode, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { TickList } from "ui/form/tick-list";
import { Page } from "ui/page/page";
import { Empty } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** Somebody a letter may be for, by their id. */
export interface Addressee {
  id: string;
  name: string;
  where?: string | undefined;
}

interface LetterDeskProps {
  above?: string;
  below: string;
  /** The programme the letters invite to; otherwise they let in, and no more. */
  programme?: InvitedTo;
  /** Whom one may choose, as far as they have been found. */
  found: { rows: Addressee[]; isPending: boolean; more?: { busy: boolean; onMore: () => void } | undefined };
  search: { typed: string; onType: (typed: string) => void };
  /** What else narrows the list. */
  filters?: ReactNode;
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
export function LetterDesk({
  above,
  below,
  programme,
  found,
  search,
  filters,
  nobody,
  make,
}: LetterDeskProps) {
  const say = useSay();
  const house = useMySession().data?.organisation.name ?? "";
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<ReadonlyMap<string, PasswordLink>>(new Map());
  // Who was asked for and can sign in already.
  const [needless, setNeedless] = useState(0);
  const letters = [...made.values()].filter(({ person_id }) => chosen.has(person_id));
  const waiting = [...chosen].filter((id) => !made.has(id));
  const isForAll = Boolean(make.isForAll) && made.size === 0;
  const isEmpty = found.rows.length === 0 && made.size === 0 && search.typed === "";

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
      title={say("letter.title")}
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
          {isEmpty && !found.isPending && !filters ? (
            <Empty sentence={nobody} />
          ) : (
            <>
              <div className="thirds">
                <TextField
                  type="search"
                  label={say("people.search")}
                  value={search.typed}
                  onChange={(event: { target: { value: string } }) => search.onType(event.target.value)}
                />
                {filters}
              </div>
              {found.rows.length === 0 && (
                <p className="quiet">
                  {say(
                    found.isPending
                      ? "ui.loading"
                      : search.typed
                        ? "people.nobody_found"
                        : "letter.nobody_left",
                  )}
                </p>
              )}
              <TickList
                rows={found.rows.map(({ id, name, where }) => ({
                  id,
                  label: name,
                  ...(where ? { hint: where } : {}),
                }))}
                chosen={chosen}
                onChange={setChosen}
                more={found.more}
              />
            </>
          )}
        </Card>
      </div>
      {letters.map((link) => (
        <ActivationLetter key={link.id} house={house} link={link} programme={programme} />
      ))}
    </Page>
  );
}
