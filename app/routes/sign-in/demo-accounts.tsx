import { Form } from "@remix-run/react";
import { useLanguage, useMessages } from "~/components/language";
import { messages } from "./messages";

interface Demo {
  readonly password: string;
  readonly accounts: readonly { readonly email: string; readonly en: string; readonly de: string }[];
}

/** One press signs in as somebody of the demo world. */
export function DemoAccounts({ demo }: { demo: Demo }) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <section className="mt-10 border-t border-line pt-6" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="text-base">
        {words.demoTitle}
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">{words.demoHint(demo.password)}</p>
      <ul className="-mx-2 flex flex-col gap-0.5">
        {demo.accounts.map((account) => (
          <li key={account.email}>
            <Form method="post" reloadDocument>
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={demo.password} />
              <button
                type="submit"
                className="tap flex w-full flex-col gap-x-4 coarse:items-start! sm:flex-row sm:items-baseline sm:justify-between rounded px-2 py-1 text-left hover:bg-sunken"
              >
                <span className="font-medium">
                  <span className="sr-only">{words.use} </span>
                  {account[language]}
                </span>
                <span className="text-sm text-muted">{account.email}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
