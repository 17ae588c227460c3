import { Form, useLocation } from "@remix-run/react";
import { useLanguage, useMessages } from "./language";
import { languages } from "./messages";
import { shellMessages } from "./shell-messages";

/** Each language in its own words; posts `language` and `returnTo` (the address of this page), so it works without JavaScript. */
export function LanguageSwitch({ action = "/language" }: { action?: string }) {
  const words = useMessages(shellMessages);
  const current = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={action} reloadDocument className="no-print flex text-sm">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <fieldset className="flex">
        <legend className="sr-only">{words.language}</legend>
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            title={words.languages[language]}
            aria-pressed={language === current}
            className="tap min-h-7 justify-center rounded px-2 text-muted uppercase hover:bg-sunken hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
          >
            {language}
            <span className="sr-only"> {words.languages[language]}</span>
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
