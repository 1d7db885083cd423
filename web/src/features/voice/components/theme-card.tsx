import { type Theme, useAnswerTheme } from "features/voice/api/front-line";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Tag } from "ui/tag/tag";

interface ThemeCardProps {
  theme: Theme;
  programmeId: string;
  isNext?: boolean;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** A theme with its answer; its sponsor answers here. */
export function ThemeCard({ theme, programmeId, isNext = false, children }: ThemeCardProps) {
  const say = useSay();
  const { day } = useDates();
  return (
    <Card
      title={theme.text}
      beside={<Tag>{say(theme.answered_on ? "front_line.answered" : standing(theme))}</Tag>}
    >
      {theme.shown_on && <p className="quiet">{say("front_line.shown_on", { day: day(theme.shown_on) })}</p>}
      {theme.answer !== null && theme.answered_on && (
        <>
          <p>{theme.answer}</p>
          <p className="quiet">{say("front_line.answered_on", { day: day(theme.answered_on) })}</p>
        </>
      )}
      {theme.allowed_actions.includes("answer") && (
        <AnswerForm theme={theme} programmeId={programmeId} isNext={isNext} />
      )}
      {children}
    </Card>
  );
}

function standing({ shown_on, is_looked_at }: Theme) {
  if (shown_on) return "front_line.shown" as const;
  return is_looked_at ? ("front_line.not_yet" as const) : ("front_line.looked_at_monday" as const);
}

function AnswerForm({ theme, programmeId, isNext }: { theme: Theme; programmeId: string; isNext: boolean }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { text: "" },
    request: useAnswerTheme(programmeId, theme.id),
    body: ({ text }) => text,
    unsent: `answer to theme ${theme.id}`,
  });
  return (
    <RequestForm form={form} kind={isNext ? "filled" : "plain"} submit={say("front_line.answer_send")}>
      <LongTextField
        label={say("front_line.answer")}
        hint={say("front_line.answer_hint")}
        rows={4}
        maxLength={1000}
        {...form.fields.getInputProps("text")}
      />
    </RequestForm>
  );
}
