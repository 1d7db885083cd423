import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import {
  type FrontLineThemes,
  type ReleasedNote,
  type Theme,
  useReleasedNotes,
  useThemes,
  useThrowThemeAway,
} from "features/voice/api/front-line";
import { ComposeForm } from "features/voice/components/compose-card";
import { NoteRead } from "features/voice/components/note-as-read";
import { ThemeCard } from "features/voice/components/theme-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** What people see from where they stand, by the week and without authors, and the themes made of it. */
export function ProgrammeNotesPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const notes = useReleasedNotes(programme_id).data?.items ?? [];
  return (
    <AnsweredPage query={useThemes(programme_id)}>
      {(themes) => <Notes notes={notes} themes={themes} />}
    </AnsweredPage>
  );
}

function Notes({ notes, themes }: { notes: ReleasedNote[]; themes: FrontLineThemes }) {
  const say = useSay();
  const { day } = useDates();
  const [isComposing, setComposing] = useState(false);
  const weeks = [...new Set(notes.map(({ week_on }) => week_on))];
  const free = notes.filter((note) => isForThemes(note) && note.theme_id === null);
  return (
    <Page
      above={themes.programme.name}
      title={say("front_line.programme_title")}
      sentence={
        notes.length > 0
          ? say("front_line.programme_sentence", { day: day(weeks[0] ?? "") })
          : say("front_line.programme_none")
      }
      below={say("front_line.programme_below")}
    >
      {themes.items.length > 0 && (
        <section className="cards" aria-label={say("front_line.themes")}>
          {themes.items.map((theme) => (
            <OwnTheme key={theme.id} theme={theme} programmeId={themes.programme_id} notes={notes} />
          ))}
        </section>
      )}
      {free.length > 0 && (
        <Card title={say("front_line.compose_title")} beside={<Sees>{say("front_line.sees_theme")}</Sees>}>
          <p>{say("front_line.compose_below")}</p>
          {isComposing ? (
            <ComposeForm programmeId={themes.programme_id} notes={free} onDone={() => setComposing(false)} />
          ) : (
            <div>
              <Button kind="filled" onClick={() => setComposing(true)}>
                {say("front_line.compose")}
              </Button>
            </div>
          )}
        </Card>
      )}
      {weeks.map((week) => (
        <Card key={week} title={say("front_line.week_of", { day: day(week) })}>
          {notes
            .filter(({ week_on }) => week_on === week)
            .map((note) => (
              <NoteRead key={note.id} note={note.note} />
            ))}
        </Card>
      ))}
    </Page>
  );
}

const isForThemes = ({ note }: ReleasedNote) => note.audience === "sponsor";

function OwnTheme({
  theme,
  programmeId,
  notes,
}: {
  theme: Theme;
  programmeId: string;
  notes: ReleasedNote[];
}) {
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const throwAway = useThrowThemeAway(programmeId, theme.id);
  const may = (action: Theme["allowed_actions"][number]) => theme.allowed_actions.includes(action);
  return (
    <ThemeCard theme={theme} programmeId={programmeId}>
      {theme.is_looked_at && !theme.shown_on && <p className="quiet">{say("front_line.not_yet_below")}</p>}
      {isChanging ? (
        <ComposeForm
          programmeId={programmeId}
          theme={theme}
          notes={notes.filter(
            (note) => isForThemes(note) && (note.theme_id === null || note.theme_id === theme.id),
          )}
          onDone={() => setChanging(false)}
        />
      ) : (
        <div className="row">
          {may("change") && (
            <Button onClick={() => setChanging(true)}>{say("front_line.change_theme")}</Button>
          )}
          {may("remove") && (
            <Button kind="bare" busy={throwAway.isPending} onClick={() => throwAway.mutate(undefined)}>
              {say("front_line.throw_away")}
            </Button>
          )}
        </div>
      )}
      <Trouble of={throwAway.error} />
    </ThemeCard>
  );
}
