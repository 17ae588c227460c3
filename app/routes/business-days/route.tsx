import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { standingMessages } from "~/components/standing-messages";
import { InputField } from "~/components/text-field";
import { dayIn } from "~/kernel/calendar";
import { lastHolidayIfNear } from "~/organisations/business-days";
import { selectEntityCalendar, selectHolidays } from "~/organisations/contact-queries.server";
import { addHoliday, removeHoliday } from "~/organisations/keep-holidays.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { dayField } from "~/web/day-field.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const entities = ["ionos_se", "ionos_inc", "ionos_ltd"] as const;
const entity = z.enum(entities);

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), entity, day: dayField, name: z.string().trim().min(1).max(80) }),
  z.object({ intent: z.literal("remove"), entity, day: dayField }),
]);

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "support_contact.read_all");
  const asked = entity.catch("ionos_se").parse(new URL(args.request.url).searchParams.get("entity"));
  const { timeZone, freeWeekdays } = await selectEntityCalendar(portal.db, asked);
  const today = dayIn(timeZone, now);
  const from = `${today.slice(0, 4)}-01-01`;
  const holidays = await selectHolidays(portal.db, asked);
  return {
    title: messages[language].title,
    entity: asked,
    timeZone,
    freeWeekdays,
    holidays: holidays.filter(({ day }) => day >= from),
    knownThrough: lastHolidayIfNear(
      holidays.map(({ day }) => day),
      today,
    ),
    mayChange: allows(actor, "support_contact.write"),
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "support_contact.write");
  return submitted(await readForm(args.request), schema, async (value) => {
    const key = { actorId: actor.personId, contractingEntity: value.entity, day: value.day };
    if (value.intent === "add") await addHoliday(portal.db, { ...key, name: value.name }, now);
    else await removeHoliday(portal.db, key, now);
    return redirect(paths.businessDays(value.entity));
  });
});

export const meta = pageTitle;

export default function BusinessDaysPage() {
  const { entity: shown, timeZone, freeWeekdays, holidays, knownThrough, mayChange } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { entity: names } = useMessages(standingMessages);
  const language = useLanguage();
  const { day, name } = formFields(outcome, "day", "name");
  const free = freeWeekdays.map((weekday) => words.weekdays[`d${weekday}` as keyof typeof words.weekdays]);
  return (
    <>
      <PageHeader title={words.title} breadcrumb={[{ label: words.contacts, to: paths.supportContacts() }]}>
        {words.intro}
      </PageHeader>
      <nav aria-label={words.entities} className="mb-5">
        <ul className="flex flex-wrap gap-2">
          {entities.map((one) => (
            <li key={one}>
              <Link
                to={paths.businessDays(one)}
                aria-current={one === shown ? "page" : undefined}
                className="button button-quiet aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent"
              >
                {names[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-5">
        <p>{words.rule(free.join(", "), timeZone)}</p>
        {knownThrough && <Notice tone="warning">{words.knownThrough(formatDay(knownThrough, language))}</Notice>}
        {mayChange && (
          <Section title={words.add}>
            <Disclosure label={words.open} open={outcome !== undefined}>
              <Form method="post" className="measure flex flex-col gap-4" noValidate key={`${shown}${holidays.length}`}>
                <FormProblem
                  outcome={outcome}
                  fields={[
                    { field: day, label: words.day },
                    { field: name, label: words.name },
                  ]}
                />
                <input type="hidden" name="entity" value={shown} />
                <InputField field={day} label={words.day} type="date" size={14} />
                <InputField field={name} label={words.name} autoComplete="off" size={40} />
                <div>
                  <SubmitButton look="quiet" name="intent" value="add">
                    {words.submit}
                  </SubmitButton>
                </div>
              </Form>
            </Disclosure>
          </Section>
        )}
        <DataTable
          caption={words.list(names[shown])}
          showCaption
          rows={holidays}
          rowKey={(holiday) => holiday.day}
          empty={<p className="text-muted">{words.none}</p>}
          columns={[
            {
              key: "day",
              header: words.day,
              rowHeader: true,
              cell: (holiday) => formatDay(holiday.day, language, "full"),
            },
            { key: "name", header: words.name, cell: (holiday) => holiday.name },
            ...(mayChange
              ? [
                  {
                    key: "remove",
                    header: words.change,
                    cell: (holiday: (typeof holidays)[number]) => (
                      <Form method="post">
                        <input type="hidden" name="entity" value={shown} />
                        <input type="hidden" name="day" value={holiday.day} />
                        <SubmitButton
                          look="quiet"
                          name="intent"
                          value="remove"
                          aria-label={words.removeNamed(holiday.name, formatDay(holiday.day, language))}
                        >
                          {words.remove}
                        </SubmitButton>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
