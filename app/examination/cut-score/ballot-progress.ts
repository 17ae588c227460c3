import { type Section, sections } from "../section-names";

/** How far a judge is, over all and by section. */
interface BallotProgress {
  readonly rated: number;
  readonly items: number;
  readonly sections: readonly { readonly section: Section; readonly items: number; readonly rated: number }[];
}

export function progressOf(
  items: readonly { readonly section: Section; readonly percent: number | null }[],
): BallotProgress {
  const counted = (among: typeof items) => ({
    items: among.length,
    rated: among.filter(({ percent }) => percent !== null).length,
  });
  const offered = sections.filter((section) => items.some((item) => item.section === section));
  return {
    ...counted(items),
    sections: offered.map((section) => ({ section, ...counted(items.filter((item) => item.section === section)) })),
  };
}
