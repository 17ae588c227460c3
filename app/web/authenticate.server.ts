import { Authenticator } from "remix-auth";
import { Strategy } from "remix-auth/strategy";
import { conflict } from "~/kernel/rejection";
import { passwordMatches } from "~/people/password.server";
import { selectOptionalAccountByEmail } from "~/people/person-queries.server";
import { signInLimits } from "~/people/sign-in-limits.server";
import type { Portal } from "~/platform/portal";

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}

/** remix-auth's strategy over our own accounts: Argon2id, limits by account and by address, one answer for every failure. */
class PasswordStrategy extends Strategy<string, Credentials> {
  override name = "password";

  constructor(
    private readonly credentials: Credentials,
    verify: Strategy.VerifyFunction<string, Credentials>,
  ) {
    super(verify);
  }

  override authenticate(): Promise<string> {
    return this.verify(this.credentials);
  }
}

/** The person's id. Throws `sign_in_failed`, the same for a wrong password and an unknown address, or `too_many_sign_ins`. */
export function authenticate(portal: Portal, request: Request, credentials: Credentials): Promise<string> {
  const limits = signInLimits(portal.database.pool);
  const authenticator = new Authenticator<string>().use(
    new PasswordStrategy(credentials, async ({ email, password, address }) => {
      await limits.assertAllowed(email, address);
      const account = await selectOptionalAccountByEmail(portal.db, email);
      const matches = await passwordMatches(account?.passwordHash, password);
      if (!account || !matches || account.deactivatedAt) {
        await limits.recordFailure(email, address);
        throw conflict("sign_in_failed");
      }
      await limits.recordSuccess(email);
      return account.id;
    }),
  );
  // The form has been read already, and remix-auth copies what it is given: hand it the request without the body.
  return authenticator.authenticate("password", new Request(request.url, { headers: request.headers }));
}
