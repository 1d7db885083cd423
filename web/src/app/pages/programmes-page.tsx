import { Link, useNavigate } from "@tanstack/react-router";
import { useProgrammes } from "features/programme/api/list-programmes";
import { NewProgrammeForm } from "features/programme/components/new-programme-form";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";
import { Answered, Empty } from "ui/state/states";
import { PlainTable } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

/** The programmes one runs, and the way to one more. */
export function ProgrammesPage() {
  const say = useSay();
  const navigate = useNavigate();
  const programmes = useProgrammes();
  return (
    <Page
      sentence={say("programmes.sentence")}
      title={say("nav.programmes")}
      actions={<ButtonLink to="/programmes/preview">{say("programmes.preview")}</ButtonLink>}
    >
      <Answered query={programmes}>
        {(list) => {
          const run = list.items.filter((one) => one.coordinates);
          return (
            <>
              <Card>
                {run.length === 0 ? (
                  <Empty sentence={say("programmes.none")}>
                    <p className="quiet">{say("programmes.preview_first")}</p>
                  </Empty>
                ) : (
                  <PlainTable
                    caption={say("nav.programmes")}
                    rows={run}
                    rowKey={(one) => one.id}
                    columns={[
                      {
                        name: "name",
                        head: say("programme.name"),
                        cell: (one) => (
                          <Link to="/programmes/$programme_id" params={{ programme_id: one.id }}>
                            {one.name}
                          </Link>
                        ),
                      },
                      {
                        name: "state",
                        head: say("programme.stands"),
                        cell: (one) => <Tag>{say(`programme.state_${one.state}`)}</Tag>,
                      },
                      {
                        name: "pairs",
                        head: say("programme.planned_pairs"),
                        cell: (one) => one.planned_pairs,
                        isNumber: true,
                      },
                    ]}
                  />
                )}
              </Card>
              {list.may_create && (
                <Card title={say("programmes.one_more")}>
                  <NewProgrammeForm
                    onDone={(id) =>
                      void navigate({ to: "/programmes/$programme_id/set-up", params: { programme_id: id } })
                    }
                  />
                </Card>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
