import { useDebouncedValue } from "@mantine/hooks";
import { type PersonRow, usePeople } from "features/person/api/list-people";
import { type PasswordLink, useMakeLetters, usePasswordLinks } from "features/signin/api/list-password-links";
import { useMySession } from "features/signin/api/my-session";
import { ActivationLetter } from "features/signin/components/activation-letter";
import { LetterChoice } from "features/signin/components/letter-choice";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField, TextField, TickField } from "ui/form/fields";
import { Page } from "ui/page/page";
import { useRefusalSentence } from "ui/state/refusal-sentence";
import { Answered, Empty } from "ui/state/states";
import { toast } from "ui/toast/toast";

/** Letters for whoever no mail reaches: made, looked at, printed, one page each. */
export function AdministrationLettersPage() {
  const links = usePasswordLinks();
  return <Answered query={links}>{(open) => <Letters links={open} />}</Answered>;
}

function Letters({ links }: { links: PasswordLink[] }) {
  const say = useSay();
  const house = useMySession().data?.organisation.name ?? "";
  const activations = links.filter((one) => one.purpose === "activation");
  // Whoever has no address is to be printed unless taken out; whoever has one only when chosen.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(
    activations.filter((one) => one.has_address === turned.has(one.id)).map(({ id }) => id),
  );
  const toggle = (id: string) =>
    setTurned((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const choose = (made: PasswordLink[]) =>
    setTurned((now) => new Set([...now, ...made.filter((one) => one.has_address).map(({ id }) => id)]));
  const letters = activations.filter(({ id }) => chosen.has(id));
  return (
    <Page
      sentence={say("letter.sentence", { count: letters.length })}
      title={say("letter.title")}
      below={say("letter.below")}
      actions={
        letters.length > 0 && (
          <Button kind="filled" onClick={() => window.print()}>
            {say("letter.print", { count: letters.length })}
          </Button>
        )
      }
    >
      <div className="columns" data-screen>
        <Card title={say("letter.open_title")}>
          {activations.length === 0 ? (
            <Empty sentence={say("letter.none")} />
          ) : (
            <LetterChoice links={activations} chosen={chosen} onToggle={toggle} />
          )}
        </Card>
        <MakeLetters links={activations} onMade={choose} />
      </div>
      {letters.map((one) => (
        <ActivationLetter key={one.id} house={house} link={one} />
      ))}
    </Page>
  );
}

const shown = ["without_address", "active"] as const;

function MakeLetters({ links, onMade }: { links: PasswordLink[]; onMade: (made: PasswordLink[]) => void }) {
  const say = useSay();
  const sentenceOf = useRefusalSentence();
  const make = useMakeLetters();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const [state, setState] = useState<(typeof shown)[number]>("without_address");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const people = usePeople({ search, state });
  // A letter that is on its way stays good: nobody gets a second link while the first one opens.
  const hasLink = new Set(links.map((one) => one.person_id));
  const rows = (people.data?.pages.flatMap((page) => page.items) ?? []).filter(({ id }) => !hasLink.has(id));
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const all = () => setChosen(new Set(rows.map(({ id }) => id)));
  const send = () =>
    make.mutate([...chosen], {
      onSuccess: ({ items: made }) => {
        setChosen(new Set());
        onMade(made);
        toast(say("letter.made", { count: made.length }));
      },
    });
  return (
    <Card title={say("letter.make_title")}>
      <TextField
        type="search"
        label={say("people.search")}
        value={typed}
        onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
      />
      <ChoiceField
        label={say("people.show")}
        value={state}
        options={shown.map((one) => ({ value: one, label: say(`people.state_${one}`) }))}
        onChange={(value) => setState(shown.find((one) => one === value) ?? "without_address")}
      />
      {rows.length === 0 ? (
        <p className="quiet">{say(people.isPending ? "ui.loading" : "letter.nobody_left")}</p>
      ) : (
        rows.map((one) => (
          <TickField
            key={one.id}
            label={one.name}
            hint={whereOf(one)}
            checked={chosen.has(one.id)}
            onChange={() => toggle(one.id)}
          />
        ))
      )}
      {people.hasNextPage && (
        <div>
          <Button busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {say("ui.more")}
          </Button>
        </div>
      )}
      {make.error && <p role="alert">{sentenceOf(make.error)}</p>}
      {rows.length > 0 && (
        <div className="row">
          <Button busy={make.isPending} disabled={chosen.size === 0} onClick={send}>
            {say("letter.make", { count: chosen.size })}
          </Button>
          {chosen.size === 0 && (
            <Button kind="bare" onClick={all}>
              {say("letter.choose_all")}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

const whereOf = ({ job_title, department }: PersonRow) => [job_title, department].filter(Boolean).join(" · ");
