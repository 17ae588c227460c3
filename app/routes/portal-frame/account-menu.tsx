import { Form, Link } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { Menu, MenuMark } from "~/components/menu";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const entry = "tap w-full rounded px-2 py-1.5 text-left text-sm hover:bg-sunken";

/** Where there is little room the name stands in the panel, and its first letters on the button. */
const initials = (name: string): string =>
  name
    .split(" ")
    .map((word) => word.slice(0, 1))
    .filter((letter) => /\p{L}/u.test(letter))
    .slice(0, 2)
    .join("");

/** Who is signed in, which mails they get and what their calendar shows, and the two ways out. */
export function AccountMenu({ name }: { name: string }) {
  const words = useMessages(messages);
  return (
    <Menu
      className="tap flex items-center gap-1.5 rounded px-2 py-1 text-sm font-semibold hover:bg-sunken"
      label={
        <>
          <span aria-hidden="true" className="sm:hidden">
            {initials(name)}
          </span>
          <span className="sr-only sm:not-sr-only">{name}</span>
          <MenuMark />
        </>
      }
    >
      <Form
        method="post"
        action={paths.signOut()}
        reloadDocument
        className="card absolute right-0 z-30 mt-1 flex w-56 flex-col gap-1 p-2 shadow-raised"
      >
        <p className="px-2 py-1 text-sm font-semibold sm:hidden">{name}</p>
        <Link to={paths.myMails()} className={entry}>
          {words.myMails}
        </Link>
        <Link to={paths.myCalendar()} className={entry}>
          {words.myCalendar}
        </Link>
        <button type="submit" className={entry}>
          {words.signOut}
        </button>
        <button type="submit" name="everywhere" value="yes" className={entry}>
          {words.everywhere}
        </button>
      </Form>
    </Menu>
  );
}
