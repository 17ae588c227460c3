import { Form, Link } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const entry = "tap w-full rounded px-2 py-1.5 text-left text-sm hover:bg-sunken";

/** Who is signed in, and which mails they get, and the two ways out; opens without JavaScript. */
export function AccountMenu({ name }: { name: string }) {
  const words = useMessages(messages);
  return (
    <details className="relative">
      <summary className="tap rounded px-2 py-1 text-sm font-semibold hover:bg-sunken">{name}</summary>
      <Form
        method="post"
        action={paths.signOut()}
        reloadDocument
        className="card absolute right-0 z-30 mt-1 flex w-56 flex-col gap-1 p-2 shadow-raised"
      >
        <Link to={paths.myMails()} className={entry}>
          {words.myMails}
        </Link>
        <button type="submit" className={entry}>
          {words.signOut}
        </button>
        <button type="submit" name="everywhere" value="yes" className={entry}>
          {words.everywhere}
        </button>
      </Form>
    </details>
  );
}
