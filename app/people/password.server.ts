import { hash, verify } from "@node-rs/argon2";

/** OWASP's parameters for Argon2id (algorithm 2) at 19 MiB. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const longestInput = 1_024;

/** The password as the hash sees it: whole, in normal form C (SP 800-63B-4, 3.1.1.2), so that two keyboards agree on an ä. */
const normalised = (password: string): string => password.slice(0, longestInput).normalize("NFC");

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

let stranger: Promise<string> | undefined;

/** Takes the same time whether or not there is a hash to compare with, so that no account is revealed. */
export async function passwordMatches(storedHash: string | null | undefined, password: string): Promise<boolean> {
  stranger ??= hashPassword("nobody has this password");
  const matches = await verify(storedHash ?? (await stranger), normalised(password));
  return matches && storedHash != null;
}
