import type { Actor } from "~/people/permissions";
import type { Portal } from "~/platform/portal";
import type { Language } from "~/platform/schema/people-tables";

/** What `may` learned about the request's sign-in, asked for once a request. */
export interface SignedIn {
  readonly actor: Actor;
  readonly language: Language;
}

type BothLanguages<Name extends string> = Readonly<Record<Name, Readonly<Record<Language, string>>>>;

declare module "@remix-run/node" {
  /** What Express hands to every loader and action. */
  interface AppLoadContext {
    readonly portal: Portal;
    readonly requestId: string;
    readonly cspNonce: string;
    /** The client's address as far as the configured proxies are believed. */
    readonly address: string;
    /** Kept for the length of one request. */
    readonly memory: {
      signedIn?: Promise<SignedIn | null>;
      /** Why the database could not be asked the first thing of this request: nothing waits for it a second time. */
      failed?: unknown;
      /** The body was over the limit and has been left: no action runs, and the page says so. */
      tooLarge?: BothLanguages<"title" | "sentence">;
      /** What an action has answered that was run before Remix's router, to which the request is left: it is not run again. */
      acted?: {
        readonly action: unknown;
        readonly outcome: { readonly returned: unknown } | { readonly thrown: unknown };
      };
      /** The rendered page, which reaches Express this way and not as the body of an answer. */
      page?: string;
    };
  }
}
