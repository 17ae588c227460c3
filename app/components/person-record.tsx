import type { PersonRecord } from "~/eligibility/read-person-record.server";
import { DataTable } from "./data-table";
import { EmptyState } from "./empty-state";
import { formatDay, formatExactPercent } from "./format";
import { formatInstant } from "./format-instant";
import { useLanguage, useMessages } from "./language";
import { personRecordMessages } from "./person-record-messages";
import { Section } from "./section";
import { CertificateBadge } from "./status-badge";

interface PersonRecordProps {
  record: PersonRecord;
  certificatePath: (id: string) => string;
  trainingPath: (trainingSessionId: string) => string;
  /** Left out where the reader may not open results. */
  resultPath?: (attemptId: string) => string;
}

/** What a person has earned and done: certificates, training, examinations. */
export function PersonRecordSections({ record, certificatePath, trainingPath, resultPath }: PersonRecordProps) {
  const words = useMessages(personRecordMessages);
  const language = useLanguage();
  return (
    <>
      <Section title={words.certificates}>
        <DataTable
          caption={words.certificates}
          rows={record.certificates}
          rowKey={({ id }) => id}
          rowLink={({ id }) => certificatePath(id)}
          empty={<EmptyState title={words.noCertificates}>{words.noCertificatesHint}</EmptyState>}
          columns={[
            { key: "number", header: words.number, cell: ({ number }) => number, rowHeader: true, noWrap: true },
            { key: "state", header: words.state, cell: ({ state }) => <CertificateBadge state={state} /> },
            {
              key: "from",
              header: words.from,
              cell: ({ start }) => formatDay(start, language),
              noWrap: true,
              wideOnly: true,
            },
            {
              key: "through",
              header: words.through,
              cell: ({ validThrough }) => formatDay(validThrough, language),
              noWrap: true,
            },
          ]}
        />
      </Section>
      <Section title={words.trainings}>
        <DataTable
          caption={words.trainings}
          rows={record.trainings}
          rowKey={({ enrolmentId }) => enrolmentId}
          rowLink={({ trainingSessionId }) => trainingPath(trainingSessionId)}
          empty={<p className="text-muted">{words.noTrainings}</p>}
          columns={[
            {
              key: "training",
              header: words.training,
              cell: ({ titleEn, titleDe }) => (language === "de" ? titleDe : titleEn),
              rowHeader: true,
            },
            { key: "state", header: words.state, cell: ({ state }) => words.enrolment[state] },
            {
              key: "begins",
              header: words.begins,
              cell: ({ startsAt, timeZone }) => formatInstant(startsAt, language, timeZone),
              wideOnly: true,
            },
          ]}
        />
      </Section>
      <Section title={words.examinations}>
        <DataTable
          caption={words.examinations}
          rows={record.attempts}
          rowKey={({ id }) => id}
          rowLink={({ id, outcome }) => (outcome === "under_way" ? "" : (resultPath?.(id) ?? ""))}
          empty={<p className="text-muted">{words.noExaminations}</p>}
          columns={[
            {
              key: "day",
              header: words.day,
              cell: ({ satOn }) => formatDay(satOn, language),
              rowHeader: true,
              noWrap: true,
            },
            { key: "outcome", header: words.outcome, cell: ({ outcome }) => words.outcomes[outcome] },
            {
              key: "score",
              header: words.score,
              align: "end",
              noWrap: true,
              cell: ({ scorePercent }) => (scorePercent === null ? "–" : formatExactPercent(scorePercent, language)),
            },
          ]}
        />
      </Section>
    </>
  );
}
