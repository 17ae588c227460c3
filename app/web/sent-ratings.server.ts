import { z } from "zod";
import { itemOfField, keptField } from "~/examination/cut-score/rating-field";
import { isId } from "./params.server";

const percent = z.coerce.number().int().min(0).max(100).optional();
const mostItems = 300;

/**
 * The estimates in a judge's form; a field left empty says nothing, nor does one that still says what was kept when the page was made: another tab may have
 * changed it since.
 */
export function ratingsSchema(form: FormData) {
  const named = [...new Set(form.keys())].filter((name) => isId(itemOfField(name) ?? ""));
  return z.object(Object.fromEntries(named.slice(0, mostItems).map((name) => [name, percent]))).transform((given) =>
    Object.entries(given).flatMap(([name, percent]) => {
      const itemVersionId = itemOfField(name) ?? "";
      const isUntouched = form.get(keptField(itemVersionId)) === String(percent);
      return percent === undefined || isUntouched ? [] : [{ itemVersionId, percent }];
    }),
  );
}
