import type { z } from "zod";

const smallFault = (origin: string): string =>
  origin === "string" ? "too_short" : origin === "array" ? "too_few" : "too_small";
const bigFault = (origin: string): string =>
  origin === "string" ? "too_long" : origin === "array" ? "too_many" : "too_big";

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
      return `${smallFault(issue.origin)}:${issue.minimum}`;
    case "too_big":
      return `${bigFault(issue.origin)}:${issue.maximum}`;
    case "invalid_format":
      return issue.format === "email" ? "not_an_email" : issue.format === "date" ? "not_a_date" : "invalid";
    case "invalid_value":
      return issue.input === undefined || issue.input === "" ? "required" : "not_one_of";
    default:
      return "invalid";
  }
};
