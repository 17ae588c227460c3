/**
 * The canonical text of an audit event, over which the chain's SHA-256 is taken: `hash = sha256(previousHash + "\n" + canonical)`.
 * Keys are sorted, so that the text does not depend on how the database keeps JSON.
 */
export interface AuditEvent {
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly reason: string | null;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** JSON with sorted keys; the same event always gives the same text. */
const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

export const canonicalEvent = (event: AuditEvent): string =>
  canonicalJson([
    event.sequence,
    event.at.toISOString(),
    event.actorId,
    event.action,
    event.subjectType,
    event.subjectId,
    event.organisationId,
    event.before,
    event.after,
    event.reason,
  ]);

export const chainStart = "0".repeat(64);
