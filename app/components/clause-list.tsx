import { Section } from "./section";

/** Clauses that need an author's attention; nothing when there are none. */
export function ClauseList({ title, clauses }: { title: string; clauses: readonly string[] }) {
  if (clauses.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="list-disc pl-5">
        {clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
    </Section>
  );
}
