import { DataTable } from "~/components/data-table";
import { formatDuration } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

interface WindowsProps {
  takeOvers: readonly {
    readonly turn: number;
    readonly from: number;
    readonly to: number;
    readonly takenAt: string;
  }[];
  delayed: readonly Arrival[];
  late: readonly Arrival[];
  zone: string;
}

interface Arrival {
  readonly ordinal: number;
  readonly givenAt: string;
  readonly arrivedAt: string;
  readonly seconds: number;
}

/** Which windows or browsers went on with the attempt, which answers had been kept without a connection, and which of them came too late. */
export function Windows({ takeOvers, delayed, late, zone }: WindowsProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const time = (at: string) => formatInstant(at, language, zone, "timeWithSeconds");
  return (
    <Section title={words.windows}>
      <p className="mb-3">{words.takenOver(takeOvers.length)}</p>
      <DataTable
        caption={words.takeOverList}
        rows={takeOvers}
        rowKey={({ turn }) => turn}
        empty={null}
        columns={[
          { key: "when", header: words.when, rowHeader: true, cell: ({ takenAt }) => time(takenAt) },
          { key: "what", header: words.event, cell: ({ from, to }) => words.tookOver(to, from) },
        ]}
      />
      {takeOvers.length > 0 && <p className="mt-3 text-sm text-muted">{words.windowsHint}</p>}
      {takeOvers.length >= policy.integrityEventsPerAttempt && (
        <p className="mt-3 text-sm text-muted">{words.atMostTakeOvers(policy.integrityEventsPerAttempt)}</p>
      )}
      <p className="mt-5 mb-3">{words.delayed(delayed.length, policy.noteworthyDelaySeconds)}</p>
      <Arrivals caption={words.delayedList} arrivals={delayed} zone={zone} />
      {delayed.length > 0 && <p className="mt-3 text-sm text-muted">{words.delayedHint}</p>}
      <p className="mt-5 mb-3">{words.late(late.map(({ ordinal }) => ordinal))}</p>
      <Arrivals caption={words.lateList} arrivals={late} zone={zone} />
      {late.length > 0 && <p className="mt-3 text-sm text-muted">{words.lateHint(policy.lateAnswerSeconds)}</p>}
    </Section>
  );
}

/** When answers were given, and when they arrived. */
function Arrivals({ caption, arrivals, zone }: { caption: string; arrivals: readonly Arrival[]; zone: string }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const time = (at: string) => formatInstant(at, language, zone, "timeWithSeconds");
  return (
    <DataTable
      caption={caption}
      rows={arrivals}
      rowKey={({ ordinal }) => ordinal}
      empty={null}
      columns={[
        { key: "question", header: words.question, rowHeader: true, noWrap: true, cell: ({ ordinal }) => ordinal },
        { key: "given", header: words.given, cell: ({ givenAt }) => time(givenAt) },
        { key: "arrived", header: words.arrived, cell: ({ arrivedAt }) => time(arrivedAt) },
        { key: "late", header: words.delay, align: "end", cell: ({ seconds }) => formatDuration(seconds, language) },
      ]}
    />
  );
}
