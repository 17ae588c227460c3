import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { formOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { standingMessages } from "~/components/standing-messages";
import { selectOptionalContract } from "~/organisations/contact-queries.server";
import { readContacts } from "~/organisations/read-contacts.server";
import { cancelContactChange, scheduleContactChange } from "~/organisations/schedule-contact-change.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { ContactCard } from "./contact-card";
import { contactSchema, entities } from "./contact-schema.server";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "support_contact.read");
  const contract = await selectOptionalContract(portal.db, actor.personId, now);
  const everything = allows(actor, "support_contact.read_all");
  const own = contract && !contract.distributorName ? [contract.contractingEntity] : [];
  const contacts = [];
  for (const entity of everything ? entities : own) contacts.push(await readContacts(portal.db, entity, now));
  return {
    title: messages[language].title,
    contacts,
    distributorName: contract?.distributorName ?? null,
    maySee: everything,
    mayChange: allows(actor, "support_contact.write"),
    done: new URL(args.request.url).searchParams.get("told"),
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "support_contact.write");
  return submitted(await readForm(args.request), contactSchema, async (value) => {
    const about = {
      actorId: actor.personId,
      contractingEntity: value.entity,
      role: value.role,
      seenId: value.seenId,
    };
    const { told } =
      value.intent === "cancel"
        ? await cancelContactChange(portal.db, about, now)
        : await scheduleContactChange(
            portal.db,
            {
              ...about,
              phone: value.phone ?? null,
              email: value.email ?? null,
              effectiveOn: value.effectiveOn,
            },
            now,
          );
    return redirect(`${paths.supportContacts()}?told=${told}`);
  });
});

export const meta = pageTitle;

export default function SupportContactsPage() {
  const { contacts, distributorName, maySee, mayChange, done } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { entity } = useMessages(standingMessages);
  const told = done !== null && /^\d{1,6}$/.test(done) ? Number(done) : null;
  return (
    <>
      <PageHeader
        title={words.title}
        action={maySee && <LinkButton to={paths.businessDays()}>{words.businessDays}</LinkButton>}
      >
        {words.intro}
      </PageHeader>
      <FlashRegion flash={told === null ? null : { tone: "success", text: words.told(told) }} />
      {contacts.length === 0 && (
        <EmptyState title={distributorName ? words.reseller(distributorName) : words.nowhere}>
          {distributorName ? words.resellerHint : words.nowhereHint}
        </EmptyState>
      )}
      <div className="flex flex-col gap-5">
        {contacts.map(({ contractingEntity, today, earliest, roles }) => (
          <Section key={contractingEntity} title={entity[contractingEntity]}>
            <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
              {roles.map((contact) => (
                <ContactCard
                  key={contact.role}
                  entity={contractingEntity}
                  {...contact}
                  today={today}
                  earliest={earliest}
                  mayChange={mayChange}
                  outcome={
                    outcome?.initialValue.entity === contractingEntity && outcome.initialValue.role === contact.role
                      ? outcome
                      : undefined
                  }
                />
              ))}
            </div>
          </Section>
        ))}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
