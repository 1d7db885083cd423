import { type Thresholds, useChangeThresholds, useThresholds } from "features/care/api/thresholds";
import { signs } from "features/care/components/thresholds-in-words";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { NumberField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";

/** A programme's own figures; whoever takes part can read them. */
export function ThresholdsCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const thresholds = useThresholds(programmeId);
  return (
    <Card title={say("care.thresholds")} beside={<Sees>{say("care.thresholds_seen")}</Sees>}>
      <p>{say("care.thresholds_what")}</p>
      <Answered query={thresholds}>
        {(read) => (
          <ThresholdsForm
            key={read.thresholds.version}
            programmeId={programmeId}
            thresholds={read.thresholds}
          />
        )}
      </Answered>
    </Card>
  );
}

type Typed = Record<(typeof signs)[number], { amber: string; red: string }>;

const typedOf = (thresholds: Thresholds): Typed =>
  Object.fromEntries(
    signs.map((sign) => [sign, { amber: String(thresholds[sign].amber), red: String(thresholds[sign].red) }]),
  ) as Typed;

function ThresholdsForm({ programmeId, thresholds }: { programmeId: string; thresholds: Thresholds }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: typedOf(thresholds),
    request: useChangeThresholds(programmeId),
    body: (values): Thresholds => ({
      version: thresholds.version,
      ...(Object.fromEntries(
        signs.map((sign) => [sign, { amber: Number(values[sign].amber), red: Number(values[sign].red) }]),
      ) as Omit<Thresholds, "version">),
    }),
  });
  const field = form.fields.getInputProps;
  return (
    <RequestForm form={form} submit={say("care.keep")}>
      {signs.map((sign) => (
        <div key={sign} className="columns">
          <NumberField
            label={say("care.amber", { sign: say(`care.sign_${sign}`) })}
            {...field(`${sign}.amber`)}
          />
          <NumberField
            label={say("care.red", { sign: say(`care.sign_${sign}`) })}
            {...field(`${sign}.red`)}
          />
        </div>
      ))}
    </RequestForm>
  );
}
