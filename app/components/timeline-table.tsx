import { lastDay } from "~/kernel/calendar";
import { formatDay } from "./format";
import { useLanguage, useMessages } from "./language";
import { ScrollFrame } from "./scroll-frame";
import { timelineMessages } from "./timeline-messages";
import type { TimelinePerson } from "./timeline-scale";

/** The timeline in rows and columns, for those who do not see it or want to copy it. */
export function TimelineTable({ people, labelledBy }: { people: readonly TimelinePerson[]; labelledBy: string }) {
  const words = useMessages(timelineMessages);
  const language = useLanguage();
  const heads = [words.person, words.state, words.validFrom, words.validThrough];
  return (
    <ScrollFrame labelledBy={labelledBy}>
      <table className="w-full text-left text-sm">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="border-b border-edge py-1 pr-4 font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.flatMap(({ key, name, bars, away = [] }) => [
            ...(bars.length === 0
              ? [<Row key={key} name={name} cells={[words.none, "–", "–"]} />]
              : bars.map((bar) => (
                  <Row
                    key={key + bar.start}
                    name={name}
                    cells={[words.states[bar.state], formatDay(bar.start, language), formatDay(lastDay(bar), language)]}
                  />
                ))),
            ...away.map((days) => (
              <Row
                key={`${key}${days.start} away`}
                name={name}
                cells={[words.away, formatDay(days.start, language), formatDay(lastDay(days), language)]}
              />
            )),
          ])}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function Row({ name, cells }: { name: string; cells: readonly [string, string, string] }) {
  const cell = "border-b border-line py-1 pr-4";
  return (
    <tr>
      <th scope="row" className={`${cell} font-normal`}>
        {name}
      </th>
      <td className={cell}>{cells[0]}</td>
      <td className={`${cell} whitespace-nowrap`}>{cells[1]}</td>
      <td className={`${cell} whitespace-nowrap`}>{cells[2]}</td>
    </tr>
  );
}
