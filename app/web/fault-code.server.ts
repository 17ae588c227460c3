import type { z } from "zod";

/**
 * A zod issue as a code that the page puts into words in the person's language (`components/field-fault.ts`): `too_long:200`.
 * A schema's own message is taken as such a code.
 */
export const faultCode: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null || issue.input === "") return "required";
      return issue.expected === "number" || issue.expected === "int"
        ? "not_a_number"
        : issue.expected === "date"
          ? "not_a_date"
          : "invalid";
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "required";
      return issue.origin === "string" || issue.origin === "array"
        ? `too_short:${issue.minimum}`
        : `too_small:${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" || issue.origin === "array"
        ? `too_long:${issue.maximum}`
        : `too_big:${issue.maximum}`;
    case "invalid_format":
      return issue.format === "email" ? "not_an_email" : issue.format === "date" ? "not_a_date" : "invalid";
    case "invalid_value":
      return issue.input === undefined || issue.input === "" ? "required" : "not_one_of";
    default:
      return "invalid";
  }
};
