import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { approveSecondLevel, optOutOfSecondLevel } from "~/eligibility/change-membership.server";
import { dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import {
  applyForSecondLevel,
  declineApplication,
  withdrawApplication,
} from "~/organisations/apply-for-second-level.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { dayField } from "~/web/day-field.server";
import { submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { isId } from "~/web/params.server";
import { paths } from "~/web/paths";

const text = z.string().trim().min(3).max(2_000);
const applicationId = z.string().refine(isId, "invalid");

/** What can be done about second-level support, each by whoever may. */
export async function act(args: ActionFunctionArgs, form: FormData, organisationId: string) {
  switch (form.get("intent")) {
    case "apply":
      return apply(args, form, organisationId);
    case "withdraw":
      return withdraw(args, form, organisationId);
    case "approve":
      return approve(args, form, organisationId);
    case "decline":
      return decline(args, form, organisationId);
    case "opt_out":
      return optOut(args, form, organisationId);
    default:
      throw notFound();
  }
}

async function apply(args: ActionFunctionArgs, form: FormData, organisationId: string) {
  const { portal, actor, now } = await may(args, "second_level.apply", { organisationId });
  return submitted(form, z.object({ reason: text, plan: text }), async (value) => {
    await applyForSecondLevel(portal.db, { actorId: actor.personId, organisationId, ...value }, now);
    return redirect(paths.secondLevel(organisationId, "applied"));
  });
}

async function withdraw(args: ActionFunctionArgs, form: FormData, organisationId: string) {
  const { portal, actor, now } = await may(args, "second_level.apply", { organisationId });
  return submitted(form, z.object({ applicationId }), async (value) => {
    await withdrawApplication(portal.db, { actorId: actor.personId, organisationId, ...value }, now);
    return redirect(paths.secondLevel(organisationId, "withdrawn"));
  });
}

async function approve(args: ActionFunctionArgs, form: FormData, organisationId: string) {
  const { portal, actor, now } = await may(args, "second_level.decide", { organisationId });
  const today = dayIn((await selectOrganisation(portal.db, organisationId)).timeZone, now);
  const from = dayField.refine((day) => day >= today, "in_the_past");
  const schema = z.object({ applicationId, from, remark: z.string().trim().max(2_000).optional() });
  return submitted(form, schema, async ({ remark, ...value }) => {
    const command = { actorId: actor.personId, organisationId, ...value, reason: remark || null };
    await approveSecondLevel(portal.db, command, now);
    return redirect(paths.secondLevel(organisationId, "approved"));
  });
}

async function decline(args: ActionFunctionArgs, form: FormData, organisationId: string) {
  const { portal, actor, now } = await may(args, "second_level.decide", { organisationId });
  return submitted(form, z.object({ applicationId, declineReason: text }), async (value) => {
    const command = { actorId: actor.personId, organisationId, applicationId: value.applicationId };
    await declineApplication(portal.db, { ...command, reason: value.declineReason }, now);
    return redirect(paths.secondLevel(organisationId, "declined"));
  });
}

async function optOut(args: ActionFunctionArgs, form: FormData, organisationId: string) {
  const { portal, actor, now } = await may(args, "organisation.opt_out", { organisationId });
  return submitted(form, z.object({ sure: z.literal("yes") }), async () => {
    const from = dayIn((await selectOrganisation(portal.db, organisationId)).timeZone, now);
    await optOutOfSecondLevel(portal.db, { actorId: actor.personId, organisationId, from }, now);
    return redirect(paths.secondLevel(organisationId, "given_up"));
  });
}
