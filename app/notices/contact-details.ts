import type { ContactChangeFacts } from "./mail-facts";

/** Names are the same in every language. */
export const entityNames: Readonly<Record<ContactChangeFacts["contractingEntity"], string>> = {
  ionos_se: "IONOS SE",
  ionos_inc: "IONOS Inc.",
  ionos_ltd: "IONOS Ltd.",
};

interface Terms {
  readonly phone: string;
  readonly email: string;
  readonly phoneUntil: string;
  readonly emailUntil: string;
}

/** What is announced, and what holds until then; of a change that does not take place only the latter, which goes on to hold. */
export function contactDetails(facts: ContactChangeFacts, terms: Terms): [string, string][] {
  const { event, phone, email } = facts;
  const announced: [string, string | null][] = [
    [terms.phone, phone],
    [terms.email, email],
  ];
  const gone = event === "cancelled";
  // What only fills in replaces nothing.
  const present = event === "completed" ? null : facts.present;
  const kept: [string, string | null][] = [
    [gone ? terms.phone : terms.phoneUntil, present?.phone ?? null],
    [gone ? terms.email : terms.emailUntil, present?.email ?? null],
  ];
  return [...(gone ? [] : announced), ...kept].filter((entry): entry is [string, string] => entry[1] !== null);
}
