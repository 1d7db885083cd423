import { useWhoSeesWhat } from "features/representative/api/open-pages";
import { MatrixCard } from "features/representative/components/matrix-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";
import { Answered } from "ui/state/states";

/** The table of who sees what, for everybody who is signed in. */
export function WhoSeesWhatPage() {
  const say = useSay();
  return (
    <Page
      title={say("open_pages.matrix")}
      sentence={say("open_pages.matrix_sentence")}
      below={say("open_pages.matrix_below")}
    >
      <Answered query={useWhoSeesWhat()}>{(matrix) => <MatrixCard matrix={matrix} />}</Answered>
    </Page>
  );
}
