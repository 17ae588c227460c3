import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { BelowAheadFacts, FallCause, PlannedNotice } from "~/notices/mail-facts";
import { type Organisation, selectOrganisations } from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import { dueForStanding, type StandingDue, type TellableStanding, type ToldFall } from "./due-notices";
import { type OrganisationFacts, selectStandingFacts } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { selectToldOfStandings } from "./notice-queries.server";
import { type Recipients, recipientsOf, selectRecipients } from "./people-to-tell.server";
import { assessStanding, type Cause, type Fall, type Standing } from "./standing";
import { type StandingRow, selectStandings } from "./standing-queries.server";
import { selectUnrestoredIds } from "./sweep-queries.server";

export interface StandingNotices {
  readonly organisationId: string;
  readonly standing: Standing;
  /** Falls that the ledger knows, the latest last. */
  readonly told: readonly ToldFall[];
  /** All that is due today, to everybody who is to be told. */
  readonly due: readonly PlannedNotice[];
  /** Of these, what the ledger does not hold yet. */
  readonly missing: readonly PlannedNotice[];
}

/**
 * Counts the organisations today, each in its own zone, and decides what is to be told to whom: partner admins always, IONOS staff once the
 * fall is near or there. Three statements, however many organisations, and three more where anything is due. In their order of name.
 */
export async function decideStandingNotices(
  db: Reader,
  organisationIds: readonly string[],
  now: Date,
): Promise<StandingNotices[]> {
  const [organisations, facts, told] = await together(
    selectOrganisations(db, organisationIds),
    selectStandingFacts(db, organisationIds),
    selectToldOfStandings(db, organisationIds),
  );
  const ledgers = ledgersOf(organisations, told);
  const decided = organisations.flatMap((organisation) => {
    const own = facts.get(organisation.id);
    const ledger = ledgers.get(organisation.id);
    if (!own || !ledger) return [];
    const standing = assessStanding(own, dayIn(organisation.timeZone, now), policy);
    return [{ organisation, own, ledger, standing, toTell: dueForStanding(standing, ledger.told, policy) }];
  });
  const recipients = await selectRecipients(db, withAnything(decided), now);
  return decided.map(({ organisation, own, ledger: { told, known }, standing, toTell }) => {
    const people = recipients.get(organisation.id);
    const due = toTell.flatMap((one) => addressed(one, organisation, standing, own, people));
    const missing = due.filter((notice) => !known.has(ledgerKey(notice)));
    return { organisationId: organisation.id, standing, told, due, missing };
  });
}

/** The organisations of which anything is to be told. */
const withAnything = (
  decided: readonly { readonly organisation: Organisation; readonly toTell: readonly StandingDue[] }[],
) => decided.flatMap(({ organisation, toTell }) => (toTell.length > 0 ? [organisation.id] : []));

/** Of everybody, the organisations with something due today that the ledger does not hold: the same decision, from the one statement about all. */
export async function selectOrganisationsToTell(db: Reader, now: Date): Promise<string[]> {
  const horizonDays = Math.max(...policy.runwayStages);
  const falling = await selectStandings(db, { now, horizonDays, falling: true }, policy);
  const seen = new Set(falling.map(({ organisationId }) => organisationId));
  const unrestored = (await selectUnrestoredIds(db)).filter((id) => !seen.has(id));
  const rows = [
    ...falling,
    ...(unrestored.length > 0
      ? await selectStandings(db, { now, horizonDays, organisationIds: unrestored }, policy)
      : []),
  ];
  const organisations = await selectOrganisations(
    db,
    rows.map(({ organisationId }) => organisationId),
  );
  const ledgers = ledgersOf(
    organisations,
    await selectToldOfStandings(
      db,
      organisations.map(({ id }) => id),
    ),
  );
  const recipients = await selectRecipients(
    db,
    organisations.map(({ id }) => id),
    now,
  );
  return rows.flatMap((row) => {
    const ledger = ledgers.get(row.organisationId);
    const due = ledger ? dueForStanding(tellable(row), ledger.told, policy) : [];
    const missing = due.some((one) =>
      recipientsOf(one, recipients.get(row.organisationId)).some(
        ({ recipientId }) => !ledger?.known.has(ledgerKey({ ...one, recipientId })),
      ),
    );
    return missing ? [row.organisationId] : [];
  });
}

function tellable({ day, status, obligedSince, fallsOn, countThen, causes }: StandingRow): TellableStanding {
  const met = status === "met" || status === "at_risk";
  const fall = fallsOn === null || countThen === null ? null : { day: fallsOn, count: countThen, causes };
  return { day, obligedSince, metSince: met ? day : null, runway: met ? fall : null, fallen: met ? null : fall };
}

/** What the ledger holds of one organisation. */
interface Ledger {
  readonly told: readonly ToldFall[];
  readonly known: ReadonlySet<string>;
}

function ledgersOf(
  organisations: readonly Pick<Organisation, "id" | "timeZone">[],
  told: readonly LedgerEntry[],
): Map<string, Ledger> {
  const ledgers = groupedBy(told, ({ subjectId }) => subjectId);
  return new Map(
    organisations.map(({ id, timeZone }) => {
      const entries = ledgers.get(id) ?? [];
      return [id, { told: toldFalls(entries, timeZone), known: new Set(entries.map(ledgerKey)) }];
    }),
  );
}

type LedgerEntry = Awaited<ReturnType<typeof selectToldOfStandings>>[number];

const ledgerKey = ({
  kind,
  cycle,
  stage,
  recipientId,
}: Pick<LedgerEntry, "kind" | "cycle" | "stage" | "recipientId">) => [kind, cycle, stage, recipientId].join(" ");

function toldFalls(entries: readonly LedgerEntry[], zone: string): ToldFall[] {
  const falls = groupedBy(
    entries.filter(({ kind }) => kind === "below_three_now"),
    ({ cycle }) => cycle,
  );
  const restored = new Set(entries.filter(({ kind }) => kind === "restored").map(({ cycle }) => cycle));
  return inOrder(falls).map(([cycle, [first]]) => ({
    cycle,
    firstToldOn: dayIn(zone, (first as LedgerEntry).decidedAt),
    restored: restored.has(cycle),
  }));
}

/** As they came. The instants at which they were told say so, except for falls of one day: the clock may have been put back between two, and they are numbered. */
function inOrder(falls: ReadonlyMap<string, LedgerEntry[]>): [string, LedgerEntry[]][] {
  const ofOneDay = groupedBy([...falls], ([cycle]) => cycle.split("/")[0] ?? cycle);
  const number = (cycle: string) => Number(cycle.split("/")[1] ?? 1);
  const lastTold = (day: readonly [string, LedgerEntry[]][]) =>
    Math.max(...day.map(([, [first]]) => Number(first?.decidedAt)));
  return [...ofOneDay.values()]
    .sort((a, b) => lastTold(a) - lastTold(b))
    .flatMap((day) => day.toSorted(([a], [b]) => number(a) - number(b)));
}

function addressed(
  due: StandingDue,
  organisation: Organisation,
  standing: Standing,
  facts: OrganisationFacts,
  people: Recipients | undefined,
): PlannedNotice[] {
  const { id: organisationId, name: organisationName, timeZone } = organisation;
  const { count, mandatory } = standing;
  return recipientsOf(due, people).map(({ recipientId, audience }) => {
    const key = { subjectId: organisationId, cycle: due.cycle, stage: due.stage, recipientId, organisationId };
    const about = {
      audience,
      organisationId,
      organisationName,
      count,
      minimum: policy.minimumAdministrators,
      mandatory,
    };
    return { ...key, ...kindAndFacts(due, about, facts, timeZone) };
  });
}

type About = Pick<
  BelowAheadFacts,
  "audience" | "organisationId" | "organisationName" | "count" | "minimum" | "mandatory"
>;

function kindAndFacts(due: StandingDue, about: About, facts: OrganisationFacts, timeZone: string) {
  switch (due.kind) {
    case "below_three_ahead": {
      const { day: fallsOn, count: countThen } = due.fall;
      return { kind: due.kind, facts: { ...about, ...causeOf(due.fall, facts), fallsOn, countThen, timeZone } };
    }
    case "below_three_now":
      return { kind: due.kind, facts: { ...about, ...causeOf(due.fall, facts), belowSince: due.fall.day } };
    case "restored":
      return { kind: due.kind, facts: { ...about, restoredOn: due.restoredOn } };
  }
}

const causeKinds = {
  certificate_ends: "certificate_ends",
  suspension_begins: "certificate_suspended",
  revocation: "certificate_revoked",
  membership_ends: "membership_ends",
  administrator_ends: "not_administrator",
} as const satisfies Record<Cause["kind"], FallCause["causeKind"]>;

/** The first of the causes: a mail names one person, the page it leads to names all. */
function causeOf({ causes: [cause] }: Fall, { names }: OrganisationFacts): FallCause {
  if (!cause) return { causeKind: null, causePersonId: null, causePersonName: null };
  return {
    causeKind: causeKinds[cause.kind],
    causePersonId: cause.personId,
    causePersonName: names.get(cause.personId) ?? null,
  };
}
