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

/** What follows the opening bracket and the sequence in `canonicalEvent`: the event before the chain gives it its number. */
export const unnumberedEvent = (event: Omit<AuditEvent, "sequence">): string => {
  const { at, actorId, action, subjectType, subjectId, organisationId, before, after, reason } = event;
  const rest = [at.toISOString(), actorId, action, subjectType, subjectId, organisationId, before, after, reason];
  return `,${canonicalJson(rest).slice(1)}`;
};

export const canonicalEvent = (event: AuditEvent): string => `[${event.sequence}${unnumberedEvent(event)}`;

export const chainStart = "0".repeat(64);
