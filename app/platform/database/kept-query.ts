import type { CompiledQuery } from "kysely";
import type { Reader } from "./handle";

/** Stands in a query for a value that comes with each asking. */
class Blank {
  constructor(readonly name: PropertyKey) {}
}

const blanks = new Proxy({}, { get: (_values, name) => new Blank(name) });

export interface Question<Row> {
  compile(provider: Reader): CompiledQuery<Row>;
}

/**
 * A query that is put together once a process and then asked with other values: Kysely's building and compiling cost as much CPU as a look-up by key.
 * For what pages ask again and again. `build` hands each value to the query as it is and looks at none: they are not there yet.
 */
export function keptQuery<Values extends object, Row>(
  build: (db: Reader, values: Values) => Question<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  let kept: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    kept ??= build(db, blanks as Values).compile(db);
    const parameters = kept.parameters.map((parameter) =>
      parameter instanceof Blank ? values[parameter.name as keyof Values] : parameter,
    );
    return (await db.executeQuery<Row>({ ...kept, parameters })).rows;
  };
}
