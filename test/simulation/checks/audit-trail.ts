import { createHash } from "node:crypto";
import type { Simulation } from "../simulation";

export interface AuditRow {
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, inOrder((value as Record<string, unknown>)[key])]));
};

/** The link as docs of the audit chain describe it, computed here anew. */
function linkOf(previousHash: string, row: AuditRow): string {
  const { sequence, at, actorId, action, subjectType, subjectId, organisationId, before, after, reason } = row;
  const event = [
    sequence,
    at.toISOString(),
    actorId,
    action,
    subjectType,
    subjectId,
    organisationId,
    before,
    after,
    reason,
  ];
  return createHash("sha256")
    .update(`${previousHash}\n${JSON.stringify(inOrder(event))}`)
    .digest("hex");
}

/** Reads the audit chain on from where it stopped, and holds that each event follows the one before. */
export class AuditTrail {
  sequence = 0;
  private hash = "0".repeat(64);

  constructor(private readonly simulation: Simulation) {}

  /** What has been added. */
  async readOn(): Promise<AuditRow[]> {
    const { db } = this.simulation.database;
    const rows = await db
      .selectFrom("auditEvent")
      .selectAll()
      .where("sequence", ">", this.sequence)
      .orderBy("sequence")
      .execute();
    for (const row of rows) {
      const whole =
        row.sequence === this.sequence + 1 && row.previousHash === this.hash && row.hash === linkOf(this.hash, row);
      if (!whole)
        this.simulation.violated("audit_chain_broken", `at event ${row.sequence} (${row.action})`, [row.subjectId]);
      this.sequence = row.sequence;
      this.hash = row.hash;
    }
    return rows;
  }
}
