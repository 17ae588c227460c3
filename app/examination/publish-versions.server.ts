import type { Trx } from "~/platform/database/handle";
import { insertProgrammeVersion, type NewVersion, type RecordedProgramme } from "./programme-queries.server";

type Decided = Omit<NewVersion, "code" | "version">;
type Published = { readonly version: number; readonly versionId: string };

/** Writes the versions that follow those of a locked programme, in their order; the number and id of each. */
export async function publishVersions(
  trx: Trx,
  [latest]: readonly RecordedProgramme[],
  [first, ...rest]: readonly [Decided, ...Decided[]],
): Promise<[Published, ...Published[]]> {
  if (!latest) throw new Error("the programme has no version yet");
  const { code } = latest;
  const publish = async (decided: Decided, version: number) => ({
    version,
    versionId: await insertProgrammeVersion(trx, { ...decided, code, version }),
  });
  const published: [Published, ...Published[]] = [await publish(first, latest.version + 1)];
  for (const decided of rest) published.push(await publish(decided, latest.version + published.length + 1));
  return published;
}
