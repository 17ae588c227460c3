import { Disclosure } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { formatDay, formatExactPercent, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import type { PracticeDay } from "~/examination/practice-queries.server";
import { type Section as ExamSection, sectionNames, sections } from "~/examination/section-names";
import { messages } from "./messages";
import { ProgressCurve } from "./progress-curve";

/** Days of practice that a curve shows. */
const daysShown = 20;

const percentOf = ({ points, maxPoints }: PracticeDay): number => Math.floor((points / maxPoints) * 100);

interface PracticeProgressProps {
  progress: readonly PracticeDay[];
  cutScorePercent: number;
}

/** How practice has gone, a curve a section; the same as a table beneath. */
export function PracticeProgress({ progress, cutScorePercent }: PracticeProgressProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const names = sectionNames[language];
  const percent = (value: number) => formatExactPercent(value, language);
  if (progress.length === 0) {
    return (
      <Section title={words.progress}>
        <p className="text-muted">{words.noProgress}</p>
      </Section>
    );
  }
  return (
    <Section title={words.progress}>
      <p className="mb-4 text-muted">{words.progressText(percent(cutScorePercent))}</p>
      <ul className="grid gap-x-6 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
        {sections.map((section) => (
          <li key={section} className="min-w-0">
            <OneSection
              section={section}
              days={progress.filter((day) => day.section === section).slice(-daysShown)}
              cutScorePercent={cutScorePercent}
            />
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <Disclosure label={words.inFigures}>
          <DataTable
            caption={words.progress}
            rows={progress.toReversed()}
            rowKey={({ section, practisedOn }) => `${section}/${practisedOn}`}
            empty={<EmptyState title={words.nothingYet} />}
            columns={[
              { key: "day", header: words.day, cell: (row) => formatDay(row.practisedOn, language), noWrap: true },
              { key: "section", header: words.section, cell: (row) => names[row.section], rowHeader: true },
              {
                key: "answered",
                header: words.answered,
                cell: (row) => formatNumber(row.answered, language),
                align: "end",
              },
              { key: "share", header: words.share, cell: (row) => percent(percentOf(row)), align: "end" },
            ]}
          />
        </Disclosure>
      </div>
    </Section>
  );
}

interface OneSectionProps {
  section: ExamSection;
  days: readonly PracticeDay[];
  cutScorePercent: number;
}

function OneSection({ section, days, cutScorePercent }: OneSectionProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const name = sectionNames[language][section];
  const latest = days.at(-1);
  const percent = latest && formatExactPercent(percentOf(latest), language);
  return (
    <>
      <h3 className="text-sm font-semibold">{name}</h3>
      <p className="mb-1 text-sm text-muted">
        {latest && percent ? words.latest(percent, formatDay(latest.practisedOn, language)) : words.nothingYet}
      </p>
      {percent && (
        <ProgressCurve
          label={words.pictureOf(name, days.length, percent)}
          points={days.map((row) => ({ day: row.practisedOn, percent: percentOf(row) }))}
          cutScorePercent={cutScorePercent}
        />
      )}
    </>
  );
}
