import { LinkButton } from "~/components/button";
import { formatExactPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import type { PracticeResult } from "~/examination/practice-queries.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** The end of practice by section. */
export function RoundSummary({ result }: { result: PracticeResult | null }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const text =
    result && "answered" in result && result.answered > 0
      ? words.summary(result.answered, formatExactPercent(result.percent, language))
      : words.nothingAnswered;
  return (
    <div className="max-w-2xl">
      <Section title={words.finished}>
        <p className="mb-4">{text}</p>
        <LinkButton look="primary" to={paths.practice()}>
          {words.backToPractice}
        </LinkButton>
      </Section>
    </div>
  );
}
