import { type RawBuilder, sql } from "kysely";
import type { Reader } from "./handle";
import { keptQuery, type Question } from "./kept-query";

/**
 * A kept query about what is named by ids, with a text of its own where one is named, as in most requests. For a list a server's kept plan supposes ten ids;
 * as one id alone is found more cheaply, the server would plan a list of one anew each time it is asked. `build` gets what to compare a uuid with: `= named`.
 */
export function keptByIds<Values extends object, Row>(
  build: (db: Reader, named: RawBuilder<string>, values: Values) => Question<Row>,
): (db: Reader, ids: readonly string[], values: Values) => Promise<Row[]> {
  const ofOne = keptQuery((db, values: Values & { readonly id: string }) =>
    build(db, sql<string>`${values.id}::uuid`, values),
  );
  const ofSeveral = keptQuery((db, values: Values & { readonly ids: readonly string[] }) =>
    build(db, sql<string>`any(${values.ids}::uuid[])`, values),
  );
  return (db, ids, values) => {
    const [id, ...others] = ids;
    return id !== undefined && others.length === 0
      ? ofOne(db, { ...values, id })
      : ofSeveral(db, { ...values, ids: [...ids] });
  };
}
