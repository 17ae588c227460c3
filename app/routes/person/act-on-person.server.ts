import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { changeAdministrator, leaveOrganisation } from "~/eligibility/change-membership.server";
import { grantException } from "~/examination/grant-exception.server";
import { withdrawException } from "~/examination/withdraw-exception.server";
import { policy } from "~/kernel/policy";
import { attestReadiness } from "~/organisations/attest-readiness.server";
import { readinessPoints } from "~/organisations/support-access";
import { dayField } from "~/web/day-field.server";
import { submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";

const membershipSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("set_administrator"), administrator: z.enum(["yes", "no"]) }),
  z.object({ intent: z.literal("end"), endsOn: dayField }),
]);

const exceptionSchema = z
  .object({
    kind: z.enum(["release", "outside_window", "extra_time"]),
    extraMinutes: z.int().min(1).max(policy.longestExtraMinutes).optional(),
    reason: z.string().trim().min(3).max(2_000),
  })
  .refine(({ kind, extraMinutes }) => kind !== "extra_time" || extraMinutes, {
    path: ["extraMinutes"],
    message: "required",
    // Said together with what else is missing, not only after it.
    when: () => true,
  });

interface Member {
  readonly organisationId: string;
  readonly personId: string;
}

/** Administrator or not, and the end of the membership: for whoever keeps the organisation's people. */
export async function changeMembership(args: ActionFunctionArgs, form: FormData, member: Member) {
  const { portal, actor, now } = await may(args, "membership.write", { organisationId: member.organisationId });
  return submitted(form, membershipSchema, async (value) => {
    const command = { actorId: actor.personId, ...member };
    if (value.intent === "end") await leaveOrganisation(portal.db, { ...command, endsOn: value.endsOn }, now);
    else await changeAdministrator(portal.db, { ...command, administrator: value.administrator === "yes" }, now);
    return redirect(paths.member(member.organisationId, member.personId));
  });
}

const attestationSchema = z.object({ points: z.array(z.enum(readinessPoints)).default([]) });

/** Clause 2.5, by the organisation's own admins alone: they set up the access. */
export async function attest(args: ActionFunctionArgs, form: FormData, member: Member) {
  const { portal, actor, now } = await may(args, "support_access.attest", { organisationId: member.organisationId });
  return submitted(form, attestationSchema, async ({ points }) => {
    await attestReadiness(portal.db, { actorId: actor.personId, ...member, points }, now);
    return redirect(paths.member(member.organisationId, member.personId));
  });
}

/** Beyond the rules of the examination, by the exam manager alone. */
export async function grant(args: ActionFunctionArgs, form: FormData, { organisationId, personId }: Member) {
  const { portal, actor, now } = await may(args, "exam.grant_exception");
  return submitted(form, exceptionSchema, async ({ kind, extraMinutes = 0, reason }) => {
    const command = { actorId: actor.personId, personId, kind, extraMinutes, reason };
    const { appliedTo } = await grantException(portal.db, command, now);
    return redirect(`${paths.member(organisationId, personId)}?granted=${appliedTo ? "running" : "next"}`);
  });
}

const withdrawalSchema = z.object({ exceptionId: z.uuid(), withdrawReason: z.string().trim().min(3).max(2_000) });

/** Takes an exception back that no attempt has used, by the exam manager alone. */
export async function withdraw(args: ActionFunctionArgs, form: FormData, { organisationId, personId }: Member) {
  const { portal, actor, now } = await may(args, "exam.grant_exception");
  return submitted(form, withdrawalSchema, async ({ exceptionId, withdrawReason: reason }) => {
    await withdrawException(portal.db, { actorId: actor.personId, personId, exceptionId, reason }, now);
    return redirect(`${paths.member(organisationId, personId)}?granted=withdrawn`);
  });
}
