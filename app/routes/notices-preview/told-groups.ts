import type { foreseeNotices } from "~/eligibility/foresee-notices.server";
import { waitsForMorning } from "~/notices/sending-window";

export type Told = Awaited<ReturnType<typeof foreseeNotices>>[number];

export interface ToldGroup extends Pick<Told, "kind" | "stage" | "facts" | "organisationName"> {
  readonly key: string;
  readonly recipients: readonly string[];
  /** The mail leaves in the recipient's morning, not at once. */
  readonly waits: boolean;
}

/** One row for what is told of one subject, with everybody who is told it. */
export function toldGroups(notices: readonly Told[]): ToldGroup[] {
  const groups = new Map<string, ToldGroup & { recipients: string[] }>();
  for (const { kind, subjectId, cycle, stage, facts, organisationName, recipientName } of notices) {
    const key = `${kind} ${subjectId} ${cycle} ${stage}`;
    const group = groups.get(key);
    if (group) group.recipients.push(recipientName);
    else
      groups.set(key, {
        key,
        kind,
        stage,
        facts,
        organisationName,
        recipients: [recipientName],
        waits: waitsForMorning(kind, stage),
      });
  }
  return [...groups.values()];
}
