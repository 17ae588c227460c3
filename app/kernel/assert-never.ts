/** Ends an exhaustive switch: the compiler refuses a case that nobody wrote. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
