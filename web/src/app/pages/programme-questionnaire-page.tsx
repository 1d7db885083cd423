import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { usePeople } from "features/person/api/list-people";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { type Form, useForm } from "features/questionnaire/api/forms";
import { ChangeDraftForm, NewDraftForm } from "features/questionnaire/components/draft-form";
import { OpeningCard } from "features/questionnaire/components/opening-card";
import { Preview } from "features/questionnaire/components/preview";
import { useTitle } from "features/questionnaire/components/use-title";
import { useNow } from "features/signin/api/now";
import { useDates } from "lib/dates/dates";
import type { Called } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";
import { toast } from "ui/toast/toast";

function useProgramme() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const setUp = useSetUpOf(programme_id).data;
  const locale = useIntl().locale;
  return { programme_id, called: setUp && calledHere(setUp, locale) };
}

/** Looks colleagues up by name. */
function useFoundReaders() {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const people = usePeople({ search });
  const found = people.data?.pages.flatMap((page) => page.items) ?? [];
  return { found, search: typed, onSearch: setTyped };
}

/** Questions of a coordinator's own, before anybody has seen them. */
export function NewQuestionnairePage() {
  const say = useSay();
  const navigate = useNavigate();
  const { programme_id, called } = useProgramme();
  const look = useFoundReaders();
  return (
    <Page
      above={called?.name}
      title={say("asking.write")}
      sentence={say("asking.new_sentence")}
      below={say("asking.new_below")}
    >
      <NewDraftForm
        programmeId={programme_id}
        called={called}
        {...look}
        onDone={(questionnaire_id) =>
          void navigate({
            to: "/programmes/$programme_id/questions/$questionnaire_id",
            params: { programme_id, questionnaire_id },
          })
        }
      />
    </Page>
  );
}

/** One of a programme's: changed, looked at as the people see it, and opened. */
export function ProgrammeQuestionnairePage() {
  const { questionnaire_id } = useParams({ strict: false }) as { questionnaire_id: string };
  const { programme_id, called } = useProgramme();
  return (
    <AnsweredPage query={useForm(questionnaire_id)}>
      {(form) => <QuestionnaireOf key={form.id} form={form} programmeId={programme_id} called={called} />}
    </AnsweredPage>
  );
}

interface QuestionnaireOfProps {
  form: Form;
  programmeId: string;
  called: Called | undefined;
}

function QuestionnaireOf({ form, programmeId, called }: QuestionnaireOfProps) {
  const say = useSay();
  const dates = useDates();
  const navigate = useNavigate();
  const today = useNow()?.slice(0, 10);
  const title = useTitle()(form);
  const look = useFoundReaders();
  const day = form.closes_on ? dates.day(form.closes_on) : "";
  const programme = { programme_id: programmeId };
  const mayChange = form.allowed_actions.includes("change");
  const preview = (
    <Preview key={form.version} form={form} called={called} closesOn={form.closes_on ?? today ?? ""} />
  );
  return (
    <Page
      above={called?.name}
      title={title}
      sentence={title}
      below={[
        say(`asking.below_${form.state}`, { day, count: form.asked }),
        say(form.is_anonymous ? "asking.anonymous" : "asking.confidential"),
      ].join(" · ")}
      actions={
        <>
          {form.state === "closed" && (
            <ButtonLink kind="filled" to="/results/$questionnaire_id" params={{ questionnaire_id: form.id }}>
              {say("questionnaire.to_results")}
            </ButtonLink>
          )}
          <ButtonLink to="/programmes/$programme_id/questions" params={programme}>
            {say("asking.to_all")}
          </ButtonLink>
        </>
      }
    >
      {mayChange ? (
        <div className="columns even">
          <div className="stack">
            <ChangeDraftForm
              key={form.version}
              draft={form}
              called={called}
              {...look}
              onDone={() => toast(say("ui.saved"))}
            />
            {today && (
              <OpeningCard
                key={`open ${form.version}`}
                draft={form}
                today={today}
                onRemoved={() =>
                  void navigate({ to: "/programmes/$programme_id/questions", params: programme })
                }
              />
            )}
          </div>
          {preview}
        </div>
      ) : (
        <div className="columns even">{preview}</div>
      )}
    </Page>
  );
}
