import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import { Confirm, Disclosure } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface View {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly opensFirst: boolean;
}

interface ViewsProps {
  views: readonly View[];
  /** The question the page shows, in the spelling of the views. */
  query: string;
  outcome: FormOutcome | undefined;
}

/** The person's saved views; below them the one that is shown can be changed, or what is shown be saved. */
export function Views({ views, query, outcome }: ViewsProps) {
  const words = useMessages(messages);
  const shown = views.find((view) => view.query === query);
  return (
    <section aria-label={words.views} className="no-print mb-4 flex flex-col gap-1">
      {views.length > 0 && (
        <nav aria-label={words.views}>
          <ul className="flex flex-wrap gap-2 text-sm">
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  to={paths.organisations(`?${view.query || "view=all"}`)}
                  aria-current={view === shown ? "page" : undefined}
                  className="button button-quiet aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent"
                >
                  {view.opensFirst ? words.opensFirstMark(view.name) : view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown ? <ChangeView view={shown} outcome={outcome} /> : <SaveView query={query} outcome={outcome} />}
    </section>
  );
}

function SaveView({ query, outcome }: Pick<ViewsProps, "query" | "outcome">) {
  const words = useMessages(messages);
  return (
    <Disclosure label={words.saveView} open={outcome !== undefined}>
      <Form method="post" className="measure flex flex-col gap-3" noValidate>
        <input type="hidden" name="query" value={query} />
        <ViewFields outcome={outcome} />
        <div>
          <SubmitButton look="quiet" name="intent" value="save_view">
            {words.save}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function ChangeView({ view, outcome }: { view: View; outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  return (
    <Disclosure key={view.id} label={words.changeView(view.name)} open={outcome !== undefined}>
      <Form method="post" className="measure flex flex-col gap-3" noValidate>
        <input type="hidden" name="viewId" value={view.id} />
        <input type="hidden" name="openedFirst" value={view.opensFirst ? "on" : ""} />
        <ViewFields outcome={outcome} view={view} />
        <div>
          <SubmitButton look="quiet" name="intent" value="change_view">
            {words.change}
          </SubmitButton>
        </div>
      </Form>
      <div className="mt-3">
        <Confirm label={words.deleteView} title={words.deleteTitle(view.name)}>
          <p>{words.deleteText}</p>
          <Form method="post">
            <input type="hidden" name="viewId" value={view.id} />
            <SubmitButton look="final" name="intent" value="delete_view">
              {words.delete}
            </SubmitButton>
          </Form>
        </Confirm>
      </div>
    </Disclosure>
  );
}

function ViewFields({ outcome, view }: { outcome: FormOutcome | undefined; view?: View }) {
  const words = useMessages(messages);
  const { name, opensFirst } = formFields(outcome, "name", "opensFirst?");
  return (
    <>
      <FormProblem outcome={outcome} fields={[{ field: name, label: words.viewName }]} />
      <InputField field={name} label={words.viewName} defaultValue={view?.name} autoComplete="off" size={40} />
      <CheckboxField field={opensFirst} label={words.opensFirst} defaultChecked={view?.opensFirst ?? false} />
    </>
  );
}
