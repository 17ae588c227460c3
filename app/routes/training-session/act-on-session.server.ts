import { type ActionFunctionArgs, json, redirect } from "@remix-run/node";
import { z } from "zod";
import { forbidden } from "~/kernel/rejection";
import { acceptOffer } from "~/training/accept-offer.server";
import { cancelTrainingSession } from "~/training/cancel-training-session.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { selectEnrolment } from "~/training/enrolment-queries.server";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";

const purchaseOrder = z.string().trim().max(100).optional();
const enrolSchema = z.object({
  organisationId: z.uuid(),
  personIds: z.array(z.uuid()).min(1, "too_few:1").max(200),
  purchaseOrder,
  acceptCharge: z.boolean().optional(),
});
const selfSchema = z.object({ purchaseOrder, acceptCharge: z.boolean().optional() });
const enrolmentSchema = z.object({ enrolmentId: z.uuid() });
const cancelSchema = z.object({ reason: z.string().trim().max(1_000).optional() });

type Args = ActionFunctionArgs;

/** The reference under which a charge is ordered, only with the tick that accepts it. */
const ordered = (value: { purchaseOrder?: string | undefined; acceptCharge?: boolean | undefined }) =>
  value.acceptCharge ? value.purchaseOrder || null : null;

/** A partner admin enrols members, staff anybody: the answer lists what became of each. */
export const enrol = (args: Args, form: FormData, trainingSessionId: string) =>
  submitted(form, enrolSchema, async (value) => {
    const { organisationId, personIds } = value;
    const { portal, actor, now } = await may(args, "training.enrol_others", { organisationId });
    const command = {
      actorId: actor.personId,
      trainingSessionId,
      organisationId,
      personIds,
      purchaseOrder: ordered(value),
      oneself: false,
    };
    return json({ results: await enrolPeople(portal.db, command, now) });
  });

export const enrolSelf = (args: Args, form: FormData, trainingSessionId: string) =>
  submitted(form, selfSchema, async (value) => {
    const admitted = await may(args, "account.own");
    const { portal, actor, now } = await may(args, "training.enrol_self", { personId: admitted.actor.personId });
    if (actor.memberOf === null) throw forbidden();
    const command = {
      actorId: actor.personId,
      trainingSessionId,
      organisationId: actor.memberOf,
      personIds: [actor.personId],
      purchaseOrder: ordered(value),
      oneself: true,
    };
    return json({ results: await enrolPeople(portal.db, command, now) });
  });

/** Accepting, declining and withdrawing: for oneself, for one's people, and for staff. */
export const decideOnEnrolment = (
  args: Args,
  form: FormData,
  trainingSessionId: string,
  decision: "accept" | "withdraw",
) =>
  submitted(form, enrolmentSchema, async ({ enrolmentId }) => {
    const enrolment = await selectEnrolment(args.context.portal.db, enrolmentId);
    const { portal, actor, now } = await may(args, "enrolment.write", enrolment);
    const command = { actorId: actor.personId, enrolmentId };
    if (decision === "accept") await acceptOffer(portal.db, command, now);
    else await withdrawEnrolment(portal.db, command, now);
    return redirect(paths.trainingSession(trainingSessionId, decision === "accept" ? "accepted" : "withdrawn"));
  });

export const cancel = (args: Args, form: FormData, trainingSessionId: string) =>
  submitted(form, cancelSchema, async ({ reason }) => {
    const { portal, actor, now } = await may(args, "training.schedule");
    await cancelTrainingSession(portal.db, { actorId: actor.personId, trainingSessionId, reason: reason || null }, now);
    return redirect(paths.trainingSession(trainingSessionId, "cancelled"));
  });
