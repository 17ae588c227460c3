/** The state of a list lives in the address; these change one part of it and keep the rest. */

/** `search` with `changes` made; an empty or missing value takes the name out. Ready for `<Link to>`. */
export function withQuery(
  search: string,
  changes: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "") query.delete(name);
    else query.set(name, String(value));
  }
  return `?${query}`;
}

export interface Sort {
  readonly key: string;
  readonly direction: "asc" | "desc";
}

/** Where the head of column `key` leads: sort by it upwards, the second time downwards; back to the first page. */
export function sortLink(search: string, key: string, current: Sort | undefined): string {
  const direction = current?.key === key && current.direction === "asc" ? "desc" : "asc";
  return withQuery(search, { sort: key, direction, page: null });
}
