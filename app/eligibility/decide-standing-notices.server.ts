import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { BelowAheadFacts, FallCause, PlannedNotice } from "~/notices/mail-facts";
import { type Organisation, selectOrganisations } from "~/organisations/organisation-queries.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import { dueForStanding, type StandingDue, type ToldFall } from "./due-notices";
import { type OrganisationFacts, selectStandingFacts } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { selectAdminsByOrganisation, selectTold } from "./notice-queries.server";
import { assessStanding, type Cause, type Fall, type Standing } from "./standing";

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

const kinds = ["below_three_now", "restored", "below_three_ahead"] as const;

/**
 * Counts the organisations today, each in its own zone, and decides what is to be told to whom: partner admins always, IONOS staff once the
 * fall is near or there. Ten statements, however many organisations. In their order of name.
 */
export async function decideStandingNotices(
  db: Reader,
  organisationIds: readonly string[],
  now: Date,
): Promise<StandingNotices[]> {
  const organisations = await selectOrganisations(db, organisationIds);
  const facts = await selectStandingFacts(db, organisationIds);
  const ledger = groupedBy(await selectTold(db, kinds, organisationIds), ({ subjectId }) => subjectId);
  const admins = groupedBy(
    await selectAdminsByOrganisation(db, organisationIds, now),
    ({ organisationId }) => organisationId,
  );
  const staff = await selectPeopleWithRole(db, ["portal_admin"]);
  return organisations.flatMap((organisation) => {
    const own = facts.get(organisation.id);
    if (!own) return [];
    const entries = ledger.get(organisation.id) ?? [];
    const told = toldFalls(entries, organisation.timeZone);
    const standing = assessStanding(own, dayIn(organisation.timeZone, now), policy);
    const partnerAdmins = (admins.get(organisation.id) ?? []).map(({ personId }) => personId);
    const people = {
      partnerAdmins,
      staff: staff.map(({ personId }) => personId).filter((id) => !partnerAdmins.includes(id)),
    };
    const due = dueForStanding(standing, told, policy).flatMap((one) =>
      addressed(one, organisation, standing, own, people),
    );
    const known = new Set(entries.map(ledgerKey));
    return [
      {
        organisationId: organisation.id,
        standing,
        told,
        due,
        missing: due.filter((notice) => !known.has(ledgerKey(notice))),
      },
    ];
  });
}

type LedgerEntry = Awaited<ReturnType<typeof selectTold>>[number];

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
  return [...falls].map(([cycle, [first]]) => ({
    cycle,
    firstToldOn: dayIn(zone, (first as LedgerEntry).decidedAt),
    restored: restored.has(cycle),
  }));
}

interface Recipients {
  readonly partnerAdmins: readonly string[];
  readonly staff: readonly string[];
}

function addressed(
  due: StandingDue,
  organisation: Organisation,
  standing: Standing,
  facts: OrganisationFacts,
  people: Recipients,
): PlannedNotice[] {
  const { id: organisationId, name: organisationName } = organisation;
  const { count, mandatory } = standing;
  const to = [
    ...people.partnerAdmins.map((recipientId) => ({ recipientId, audience: "partner_admin" as const })),
    ...(due.toStaff ? people.staff.map((recipientId) => ({ recipientId, audience: "staff" as const })) : []),
  ];
  return to.map(({ recipientId, audience }) => {
    const key = { subjectId: organisationId, cycle: due.cycle, stage: due.stage, recipientId, organisationId };
    const about = {
      audience,
      organisationId,
      organisationName,
      count,
      minimum: policy.minimumAdministrators,
      mandatory,
    };
    return { ...key, ...kindAndFacts(due, about, facts) };
  });
}

type About = Pick<
  BelowAheadFacts,
  "audience" | "organisationId" | "organisationName" | "count" | "minimum" | "mandatory"
>;

function kindAndFacts(due: StandingDue, about: About, facts: OrganisationFacts) {
  switch (due.kind) {
    case "below_three_ahead": {
      const { day: fallsOn, count: countThen } = due.fall;
      return { kind: due.kind, facts: { ...about, ...causeOf(due.fall, facts), fallsOn, countThen } };
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
