import type { FormOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Differences } from "~/components/programme-differences";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { PageVersion } from "./page-version.server";

/** To whoever was about to publish, or to check a plan, when somebody else had published: what the versions since then changed, the first of them first. */
export function Meanwhile({
  outcome,
  checkedOn,
  versions,
}: {
  outcome: FormOutcome | undefined;
  checkedOn: number | undefined;
  versions: readonly PageVersion[];
}) {
  const words = useMessages(messages);
  const known =
    outcome?.rejection?.code === "programme_changed_meanwhile" ? Number(outcome.initialValue.basedOn) : checkedOn;
  if (known === undefined) return null;
  const since = versions.filter(({ version }) => version > known).reverse();
  const last = since.at(-1)?.version;
  return (
    <>
      {known === checkedOn && last !== undefined && <Notice tone="warning">{words.publishedSince(last)}</Notice>}
      {since.map(({ version, differences }) => (
        <Section key={version} title={words.meanwhile(version)}>
          <Differences differences={differences} />
        </Section>
      ))}
    </>
  );
}
