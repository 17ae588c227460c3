import { Disclosure } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { InlineCode } from "~/components/item/inline-code";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { messages } from "./messages";
import type { FaultGroup, ShownFaults } from "./shown-faults.server";

/** So many are read from top to bottom, in the order of the file; of more, each fault once, with its places folded beneath it. */
const mostRows = 100;

export function FaultReport({ faults: { count, groups, more, isSyntax } }: { faults: ShownFaults }) {
  const words = useMessages(messages);
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="danger" title={words.faults(count)} urgent>
        {isSyntax && words.moreLater}
      </Notice>
      {count > mostRows ? <Groups groups={groups} /> : <Rows groups={groups} />}
      {more > 0 && <p className="text-muted">{words.more(more)}</p>}
    </div>
  );
}

/** In the order of the places that each of them has in the file. */
function Rows({ groups }: { groups: readonly FaultGroup[] }) {
  const words = useMessages(messages);
  const rows = groups
    .flatMap(({ told, places }) => places.map((place) => ({ ...place, told })))
    .sort((one, other) => one.at - other.at);
  return (
    <DataTable
      caption={words.faults(rows.length)}
      rows={rows}
      rowKey={({ at }) => String(at)}
      empty={null}
      columns={[
        { key: "line", header: words.line, align: "end", cell: ({ line }) => line ?? "–" },
        { key: "place", header: words.place, rowHeader: true, cell: ({ place }) => place || "–" },
        { key: "problem", header: words.problem, cell: ({ told }) => <InlineCode text={told} /> },
      ]}
    />
  );
}

function Groups({ groups }: { groups: readonly FaultGroup[] }) {
  const words = useMessages(messages);
  return (
    <ol className="divide-y divide-line">
      {groups.map(({ told, places }) => (
        <li key={places[0]?.at} className="py-2">
          <p className="wrap-anywhere">
            <InlineCode text={told} />
          </p>
          <Disclosure label={words.places(places.length)}>
            <ul className="text-sm wrap-anywhere sm:columns-2">
              {places.map(({ line, place, at }) => (
                <li key={at}>{words.placed(line, place)}</li>
              ))}
            </ul>
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}
