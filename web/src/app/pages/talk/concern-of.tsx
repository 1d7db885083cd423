import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type Concern, useConcern } from "features/care/api/concerns";
import { ConcernCard } from "features/care/components/concern-card";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Page } from "ui/page/page";

/** The concern of the address, and below it the ways on. */
export function ConcernOf({ children }: { children: (concern: Concern) => ReactNode }) {
  const say = useSay();
  const { concern_id } = useParams({ strict: false }) as { concern_id: string };
  const concern = useConcern(concern_id);
  return (
    <AnsweredPage query={concern}>
      {(shown) => (
        <Page
          above={shown.programme.name}
          sentence={say("concern.between", { name: shown.with })}
          title={say("nav.talk")}
        >
          <ConcernCard key={shown.id} concern={shown} />
          {children(shown)}
        </Page>
      )}
    </AnsweredPage>
  );
}
