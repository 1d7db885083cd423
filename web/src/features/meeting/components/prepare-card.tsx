import { type Notebook, useGuides } from "features/meeting/api/notebook";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";

interface PrepareCardProps {
  notebook: Notebook;
  partner: string;
}

/** Before a date: for whoever learns, what they promised, what waits on the agenda, one question; for the other, a rehearsal. */
export function PrepareCard({ notebook, partner }: PrepareCardProps) {
  const say = useSay();
  if (notebook.side === "mentor" && !notebook.rehearsal) return null;
  return (
    <Card title={say("prepare.title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      {notebook.side === "mentee" ? (
        <Brief notebook={notebook} partner={partner} />
      ) : (
        <RehearsalPack rehearsal={notebook.rehearsal} />
      )}
    </Card>
  );
}

function Brief({ notebook, partner }: PrepareCardProps) {
  const say = useSay();
  const guide = useGuides().data?.items.find(({ key }) => key === notebook.guide);
  const promised = notebook.promises.filter(({ side, is_done }) => side === "mentee" && !is_done).at(-1);
  const topics = notebook.agenda.filter(({ lane }) => lane === "mentor").map(({ text }) => text);
  return (
    <>
      <ul>
        <li>
          {promised ? say("prepare.promised", { text: promised.text }) : say("prepare.nothing_promised")}
        </li>
        <li>
          {topics.length > 0
            ? say("prepare.today", { partner, topics: topics.join(" · ") })
            : say("prepare.nothing_yet", { partner })}
        </li>
      </ul>
      {guide && (
        <section>
          <h3>{say("prepare.question")}</h3>
          <p>{guide.question}</p>
        </section>
      )}
    </>
  );
}

function RehearsalPack({ rehearsal }: { rehearsal: Notebook["rehearsal"] }) {
  const say = useSay();
  if (!rehearsal) return null;
  return (
    <>
      <p>{say("prepare.useful")}</p>
      <div className="columns even">
        {(["opening_lines", "first_questions"] as const).map((part) => (
          <section key={part}>
            <h3>{say(`prepare.${part}`)}</h3>
            <ul>
              {rehearsal[part].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section>
        <h3>{say("prepare.what_ifs")}</h3>
        {rehearsal.what_ifs.map(({ happens, then }) => (
          <details key={happens}>
            <summary>{happens}</summary>
            <p>{then}</p>
          </details>
        ))}
      </section>
    </>
  );
}
