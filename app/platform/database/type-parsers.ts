import pg from "pg";
import { parseDayRange, parseInstantRange } from "./ranges";

const { builtins } = pg.types;
/** Types that pg names no constant for; PostgreSQL's `pg_type.dat` fixes these numbers. */
const oids = { dateRange: 3912, instantRange: 3910, dates: 1182, bigIntegers: 1016, numerics: 1231 };

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The bigint ${text} does not fit a JavaScript number exactly.`);
  return value;
}

function parseNumeric(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`The numeric ${text} is not a finite number.`);
  return value;
}

/** For elements that PostgreSQL never quotes inside an array: dates and numbers. */
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    text === "{}"
      ? []
      : text
          .slice(1, -1)
          .split(",")
          .map((element) => (element === "NULL" ? null : parse(element)));

const sameText = (text: string): string => text;

/**
 * How this project reads columns: `date` as a Day (never a Date: that moves it by a day east or west of UTC), `bigint`
 * and `numeric` as numbers (throws where that would lose digits of an integer), ranges as objects. Given to the pool,
 * so nothing else in the process that uses pg is touched.
 */
export function columnTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(builtins.DATE, sameText);
  types.setTypeParser(builtins.INT8, parseInteger);
  types.setTypeParser(builtins.NUMERIC, parseNumeric);
  types.setTypeParser(oids.dateRange, parseDayRange);
  types.setTypeParser(oids.instantRange, parseInstantRange);
  types.setTypeParser(oids.dates, arrayOf(sameText));
  types.setTypeParser(oids.bigIntegers, arrayOf(parseInteger));
  types.setTypeParser(oids.numerics, arrayOf(parseNumeric));
  return types;
}
