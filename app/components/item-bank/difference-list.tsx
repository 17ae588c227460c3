import { useMessages } from "~/components/language";
import type { PartDifference } from "~/examination/authoring/item-difference";
import { itemBankMessages } from "./item-bank-messages";

/** Part by part: what was taken away struck through, what came in its place underlined. */
export function DifferenceList({ differences }: { differences: readonly PartDifference[] }) {
  const words = useMessages(itemBankMessages);
  return (
    <dl className="divide-y divide-line">
      {differences.map(({ id, part, ordinal, language, stretches }) => (
        <div key={`${id}/${language}`} className="grid gap-x-6 py-2 sm:grid-cols-[minmax(9rem,1fr)_3fr]">
          <dt className="text-sm text-muted">
            {words.parts[part]}
            {ordinal !== null && ` ${ordinal}`}
            {language !== null && <span className="block">{words.languages[language]}</span>}
          </dt>
          <dd className="min-w-0 whitespace-pre-wrap wrap-anywhere" lang={language ?? undefined}>
            {stretches.map(({ text, change }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one comparison never change places
              <StretchText key={index} text={text} change={change} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StretchText({ text, change }: PartDifference["stretches"][number]) {
  if (change === "added") return <ins className="bg-good-soft text-good">{text}</ins>;
  if (change === "removed") return <del className="bg-bad-soft text-bad">{text}</del>;
  return text;
}
