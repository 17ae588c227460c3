import type { ReactNode } from "react";

export interface Definition {
  readonly term: string;
  readonly value: ReactNode;
}

/** Facts of one thing, term beside value; one below the other where there is no room. */
export function DefinitionList({ entries }: { entries: readonly Definition[] }) {
  return (
    <dl className="divide-y divide-line">
      {entries.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 py-2 sm:items-baseline sm:grid-cols-[minmax(9rem,1fr)_2fr]">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
