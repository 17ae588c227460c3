import type { SerializeFrom } from "@remix-run/node";
import { Disclosure } from "~/components/confirm";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import type { readOrganisation } from "~/eligibility/read-organisation.server";
import { lastDay } from "~/kernel/calendar";
import { lastSafeMessages } from "./last-safe-messages";
import { messages } from "./messages";

type Advice = NonNullable<SerializeFrom<Awaited<ReturnType<typeof readOrganisation>>>["advice"]>;

const endOf = ({ endsOn }: Advice["people"][number]) => ({ end: endsOn });

/** Where certificates end together and would take the number below the minimum: how the work, and the ends, can be spread. */
export function Staggering({ advice }: { advice: Advice }) {
  const { advice: words } = useMessages(lastSafeMessages);
  const { and } = useMessages(messages);
  const language = useLanguage();
  const { people, sittings, newChain, newcomerOn, countAfter } = advice;
  const names = people.map(({ name }) => name);
  const listed = [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(` ${and} `);
  const [first, last] = [people[0], people.at(-1)];
  if (!first || !last) return null;
  return (
    <Section title={words.title}>
      <p className="measure">
        {words.together(
          listed,
          [...new Set([first, last].map((end) => formatDay(lastDay(endOf(end)), language)))].join(" – "),
          countAfter,
        )}
      </p>
      <Disclosure label={words.whatToDo}>
        <p className="measure">{words.sittings}</p>
        <ul className="mt-1 mb-3 list-disc pl-5">
          {sittings.map(({ personId, name, sitOn }) => (
            <li key={personId}>{words.sitting(name, formatDay(sitOn, language, "weekday"))}</li>
          ))}
        </ul>
        <p className="measure">{words.keeps}</p>
        <ul className="mt-1 list-disc pl-5">
          <li className="measure">{words.newcomer(formatDay(newcomerOn, language, "weekday"))}</li>
          {newChain && <li className="measure">{words.newChain(newChain.name)}</li>}
        </ul>
      </Disclosure>
    </Section>
  );
}
