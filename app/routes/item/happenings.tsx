import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";
import type { ItemData } from "./route";

/** Who saved each version, and the steps of all of them, the newest first. */
export function Happenings({ happenings }: Pick<ItemData, "happenings">) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <Section title={words.happenings}>
      {happenings.length === 0 ? (
        <p className="text-muted">{words.nothingHappened}</p>
      ) : (
        <ul className="divide-y divide-line">
          {happenings.map((happening) => (
            <li key={`${happening.version}/${happening.at}/${happening.kind}`} className="py-2">
              <p className="text-sm text-muted">
                {words.happened[happening.kind]} <span className="font-semibold text-ink">{happening.personName}</span>{" "}
                · {words.about(happening.version)} · {formatInstant(happening.at, language, policy.staffTimeZone)}
              </p>
              {happening.words && <p className="whitespace-pre-wrap wrap-anywhere">{happening.words}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
