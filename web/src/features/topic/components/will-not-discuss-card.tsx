import type { Catalogue } from "features/topic/api/list-topics";
import { useWillNotDiscuss, useWriteWillNotDiscuss } from "features/topic/api/will-not-discuss";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface WillNotDiscussCardProps {
  enrolmentId: string;
  catalogue: Catalogue;
}

/** What one leaves out: a topic or a whole family. Kept at once, each by itself. */
export function WillNotDiscussCard({ enrolmentId, catalogue }: WillNotDiscussCardProps) {
  const say = useSay();
  const list = useWillNotDiscuss(enrolmentId);
  const write = useWriteWillNotDiscuss(enrolmentId);
  const subjects = list.data?.subjects ?? [];
  const all = [...catalogue.families, ...catalogue.topics];
  const nameOf = (key: string) => all.find((one) => one.key === key)?.name ?? key;
  return (
    <Card title={say("will_not_discuss.title")} beside={<Sees>{say("will_not_discuss.sees")}</Sees>}>
      {subjects.map((key) => (
        <div key={key} className="row spread">
          <span>{nameOf(key)}</span>
          <Button
            kind="bare"
            label={say("topic.remove_this", { topic: nameOf(key) })}
            onClick={() => write.mutate(subjects.filter((one) => one !== key))}
          >
            {say("topic.remove")}
          </Button>
        </div>
      ))}
      <SelectField
        label={say("will_not_discuss.add")}
        value=""
        options={[
          { value: "", label: say("will_not_discuss.choose") },
          ...all
            .filter((one) => !subjects.includes(one.key))
            .map((one) => ({ value: one.key, label: one.name })),
        ]}
        onChange={(event: { target: { value: string } }) =>
          event.target.value && write.mutate([...subjects, event.target.value])
        }
      />
      <Trouble of={write.error} />
    </Card>
  );
}
