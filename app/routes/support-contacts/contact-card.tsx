import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { Confirm, Disclosure } from "~/components/confirm";
import { DefinitionList } from "~/components/definition-list";
import type { FormOutcome } from "~/components/form-outcome";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { Day } from "~/kernel/calendar";
import type { ContactDetails } from "~/organisations/support-contact";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import type { ContactRole } from "~/platform/schema/staff-tables";
import { ChangeForm } from "./change-form";
import { messages } from "./messages";

interface ContactCardProps {
  entity: ContractingEntity;
  role: ContactRole;
  present: ContactDetails | null;
  upcoming: (ContactDetails & { id: string; effectiveOn: Day }) | null;
  today: Day;
  /** From when a change could hold that is scheduled now. */
  earliest: Day;
  mayChange: boolean;
  outcome: FormOutcome | undefined;
}

/** One way to reach IONOS: what holds, what is announced, and for portal admins the form to change it. */
export function ContactCard(props: ContactCardProps) {
  const { entity, role, present, upcoming, mayChange, outcome } = props;
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div>
        <h3 className="font-semibold">{words.roles[role]}</h3>
        <p className="text-sm text-muted">{words.roleHints[role]}</p>
      </div>
      <Details contact={present} missing={words.missing} />
      {upcoming && (
        <Notice tone="info" title={words.from(formatDay(upcoming.effectiveOn, language, "full"))}>
          <Details contact={upcoming} missing="–" />
        </Notice>
      )}
      {mayChange && (
        <>
          <Disclosure label={upcoming ? words.correct : words.change} open={outcome !== undefined}>
            <ChangeForm {...props} />
          </Disclosure>
          {upcoming && (
            <Confirm label={words.cancel} title={words.cancelTitle}>
              <p>{words.cancelText}</p>
              <Form method="post">
                <input type="hidden" name="entity" value={entity} />
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="seenId" value={upcoming.id} />
                <SubmitButton look="final" name="intent" value="cancel">
                  {words.cancelSubmit}
                </SubmitButton>
              </Form>
            </Confirm>
          )}
        </>
      )}
    </div>
  );
}

function Details({ contact, missing }: { contact: ContactDetails | null; missing: string }) {
  const words = useMessages(messages);
  const link = (scheme: "tel" | "mailto", value: string | null | undefined): ReactNode =>
    value ? (
      <a href={`${scheme}:${scheme === "tel" ? value.replace(/[^\d+]/g, "") : value}`} className="link wrap-anywhere">
        {value}
      </a>
    ) : (
      <span className="text-muted">{missing}</span>
    );
  return (
    <DefinitionList
      entries={[
        { term: words.phone, value: link("tel", contact?.phone) },
        { term: words.email, value: link("mailto", contact?.email) },
      ]}
    />
  );
}
