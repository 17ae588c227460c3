import type { FormOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { Differences } from "~/components/programme-differences";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { PageVersion } from "./page-version.server";

/** To whoever was about to publish when somebody else did: what the versions since then changed, the first of them first. */
export function Meanwhile({
  outcome,
  versions,
}: {
  outcome: FormOutcome | undefined;
  versions: readonly PageVersion[];
}) {
  const words = useMessages(messages);
  if (outcome?.rejection?.code !== "programme_changed_meanwhile") return null;
  const known = Number(outcome.initialValue.basedOn);
  const since = versions.filter(({ version }) => version > known).reverse();
  return since.map(({ version, differences }) => (
    <Section key={version} title={words.meanwhile(version)}>
      <Differences differences={differences} />
    </Section>
  ));
}
