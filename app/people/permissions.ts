/**
 * Who may do what, as data. A permission is granted by a role within a reach; everything else is refused.
 * Clause 2.4.1: a distributor answers for its resellers, so its admins reach them too.
 */
import type { Role } from "~/platform/schema/people-tables";

/** `everyone_with_account` and `member` are not assigned: the first is any signed-in person, the second anyone with an open membership. */
type Holder = Role | "everyone_with_account" | "member";

/** `any`: every tenant. `administered`: the organisations one administers and their resellers. `own`: the organisation of one's membership. `self`: oneself. */
type Reach = "any" | "administered" | "own" | "self";

type Grants = Partial<Record<Holder, Reach>>;

const staff = { auditor: "any", training_manager: "any", exam_manager: "any", portal_admin: "any" } satisfies Grants;

export const permissions = {
  "account.own": { everyone_with_account: "self" },
  "organisation.list": staff,
  "organisation.read": { ...staff, partner_admin: "administered" },
  "organisation.write": { portal_admin: "any" },
  "organisation.opt_out": { portal_admin: "any", partner_admin: "administered" },
  "second_level.apply": { partner_admin: "administered" },
  "second_level.decide": { portal_admin: "any" },
  "absence.write": { partner_admin: "administered", member: "self" },
  "support_access.export": staff,
  "support_access.attest": { partner_admin: "administered" },
  "organisation.decide": { portal_admin: "any" },
  "membership.read": { ...staff, partner_admin: "administered" },
  "membership.write": { portal_admin: "any", partner_admin: "administered" },
  "person.read": { ...staff, partner_admin: "administered", everyone_with_account: "self" },
  "training.read": { everyone_with_account: "any" },
  "training.schedule": { training_manager: "any" },
  "training.roster": { ...staff },
  "training.enrol_others": { partner_admin: "administered", training_manager: "any" },
  "training.enrol_self": { member: "self" },
  "enrolment.write": { training_manager: "any", partner_admin: "administered", everyone_with_account: "self" },
  "attendance.write": { training_manager: "any" },
  "exam.sit": { member: "self" },
  "practice.use": { everyone_with_account: "self" },
  "exam.read_result": { ...staff, partner_admin: "administered", everyone_with_account: "self" },
  "exam_window.read": { exam_manager: "any", auditor: "any" },
  "exam_window.write": { exam_manager: "any" },
  "programme.read": { exam_manager: "any", auditor: "any" },
  "programme.write": { exam_manager: "any" },
  "exam.read_integrity": { exam_manager: "any", auditor: "any" },
  "exam.grant_exception": { exam_manager: "any" },
  "item_bank.read": { exam_manager: "any", auditor: "any" },
  "item.write": { exam_manager: "any" },
  "item.review": { exam_manager: "any" },
  "exam_statistics.read": { exam_manager: "any", auditor: "any" },
  "report.read_marking": { exam_manager: "any", auditor: "any", portal_admin: "any" },
  "report.mark": { exam_manager: "any" },
  "regrade.read": { exam_manager: "any", auditor: "any" },
  "regrade.write": { exam_manager: "any" },
  "cut_score.read": { exam_manager: "any", auditor: "any" },
  "cut_score.write": { exam_manager: "any" },
  "support_contact.read": { everyone_with_account: "any" },
  "support_contact.read_all": staff,
  "support_contact.write": { portal_admin: "any" },
  "certificate.read": { ...staff, partner_admin: "administered", everyone_with_account: "self" },
  "certificate.decide": { exam_manager: "any" },
  "notice.read": { auditor: "any", portal_admin: "any" },
  "notice.retry": { portal_admin: "any" },
  "job.read": { auditor: "any", portal_admin: "any" },
  "job.run": { portal_admin: "any" },
  "audit.read": { auditor: "any", portal_admin: "any" },
  "mailbox.read": { everyone_with_account: "any" },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof permissions;

/** Whoever is signed in, with all that decides what they may do. */
export interface Actor {
  readonly personId: string;
  readonly fullName: string;
  readonly roles: readonly Role[];
  /** The organisations where the person is partner admin, and the resellers of these. */
  readonly administered: readonly string[];
  /** The organisation of the open membership. */
  readonly memberOf: string | null;
}

/** What the permission is asked for. Leave out what the page does not depend on. */
export interface Tenant {
  readonly organisationId?: string | null;
  readonly personId?: string | null;
}

export type Verdict = "granted" | "foreign_tenant" | "forbidden";

function holds(actor: Actor, holder: Holder): boolean {
  if (holder === "everyone_with_account") return true;
  if (holder === "member") return actor.memberOf !== null;
  return actor.roles.includes(holder);
}

function reaches(actor: Actor, reach: Reach, tenant: Tenant): boolean {
  switch (reach) {
    case "any":
      return true;
    case "administered":
      return tenant.organisationId == null
        ? tenant.personId == null
        : actor.administered.includes(tenant.organisationId);
    case "own":
      return tenant.organisationId == null || tenant.organisationId === actor.memberOf;
    case "self":
      return tenant.personId == null ? tenant.organisationId == null : tenant.personId === actor.personId;
  }
}

/**
 * The one resolver. `foreign_tenant` means that the person holds the permission, but not here: it is answered as "not found",
 * so that nobody learns what other tenants have.
 */
export function resolve(actor: Actor, permission: Permission, tenant: Tenant = {}): Verdict {
  const grants = Object.entries(permissions[permission]) as [Holder, Reach][];
  const held = grants.filter(([holder]) => holds(actor, holder));
  if (held.some(([, reach]) => reaches(actor, reach, tenant))) return "granted";
  return held.length > 0 ? "foreign_tenant" : "forbidden";
}

export const allows = (actor: Actor, permission: Permission, tenant?: Tenant): boolean =>
  resolve(actor, permission, tenant) === "granted";
