import type { readProgramme } from "~/examination/read-programme.server";

type Recorded = Awaited<ReturnType<typeof readProgramme>>["versions"][number];

/** A version as the page shows it: instants as ISO strings. */
export const pageVersion = ({ activeFrom, standing, recordedBy, signed, ...version }: Recorded) => ({
  ...version,
  state: standing.state,
  from: activeFrom.toISOString(),
  until: standing.until?.toISOString() ?? null,
  signed: signed && { ...signed, signedAt: signed.signedAt?.toISOString() ?? null },
  publishedBy: recordedBy?.fullName ?? null,
});

export type PageVersion = ReturnType<typeof pageVersion>;
