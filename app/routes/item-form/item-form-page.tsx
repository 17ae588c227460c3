import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "~/components/button";
import { CheckboxGroup, RadioGroup } from "~/components/choice-field";
import { InlineCode } from "~/components/item/inline-code";
import { useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField } from "~/components/text-field";
import { type ItemForm, parameterField } from "~/examination/authoring/item-form";
import { AnswerFields } from "./answer-fields";
import type { FormAnswer } from "./answer-form.server";
import { BothLanguages } from "./both-languages";
import { ExhibitFields } from "./exhibit-fields";
import { BindingProvider, bind, type FormBinding } from "./form-binding";
import { FormNotices } from "./form-notices";
import type { GeneratorText } from "./generator-text.server";
import { HeadFields } from "./head-fields";
import { messages } from "./messages";
import { PreviewPane } from "./preview-pane";
import { useFocusInList } from "./use-focus-in-list";
import { useLeaveWarning } from "./use-leave-warning";
import { useLivePreview } from "./use-live-preview";

interface ItemFormPageProps {
  form: ItemForm;
  /** Of the item as it was opened; null for a new one. */
  preview: FormAnswer["preview"];
  answer: FormAnswer | undefined;
  /** The version that is changed; null for a new item. */
  basedOn: number | null;
  placeFixed: boolean;
  /** Asked of whoever changes an item. */
  agreement?: ReactNode;
  /** Of an item that a generator makes. */
  generator?: GeneratorText | null;
}

/** The form of an item with its preview; it starts anew from what the server sends back. */
export function ItemFormPage({
  form: start,
  preview,
  answer,
  basedOn,
  placeFixed,
  agreement,
  generator,
}: ItemFormPageProps) {
  const words = useMessages(messages);
  const live = useLivePreview(answer, preview);
  const entered = useLeaveWarning(answer !== undefined, words.leave);
  const notePressed = useFocusInList(answer?.at);
  const form = answer?.form ?? start;
  const binding: FormBinding = {
    form,
    faults: answer?.faults ?? {},
    spareRows: answer?.spareRows ?? (basedOn === null ? 4 : 2),
  };
  return (
    <BindingProvider value={binding}>
      <FormNotices answer={answer} />
      <p className="mb-3 xl:hidden">
        <a href="#preview" className="link tap">
          {words.toPreview}
        </a>
      </p>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Form
          key={answer?.at ?? "start"}
          method="post"
          encType="multipart/form-data"
          noValidate
          onInput={(event) => {
            entered.current = true;
            live.ask(event.currentTarget);
          }}
          onSubmit={notePressed}
          className="flex min-w-0 flex-col gap-5"
        >
          {/* Enter in a field presses the first button: it shows the preview, and neither saves nor adds rows. */}
          <button type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden="true" className="hidden" />
          {basedOn !== null && <input type="hidden" name="basedOn" value={basedOn} />}
          <HeadFields isNew={basedOn === null} placeFixed={placeFixed} />
          {generator ? <GeneratorFields binding={binding} text={generator} /> : <WrittenFields binding={binding} />}
          <div className="card flex flex-col items-start gap-3 p-4 sm:p-5">
            {agreement}
            <p className="text-sm text-muted">{words.versions}</p>
            <div className="flex flex-wrap gap-3">
              <SubmitButton look="primary" name="intent" value="save">
                {answer?.conflict ? words.saveOnTop : words.save}
              </SubmitButton>
              <SubmitButton look="quiet" name="intent" value="preview">
                {words.preview}
              </SubmitButton>
            </div>
          </div>
        </Form>
        <div className="min-w-0 xl:sticky xl:top-4 xl:max-h-[95vh] xl:overflow-y-auto">
          <PreviewPane preview={live.preview} at={live.at} waitingFor={live.waitingFor} />
        </div>
      </div>
    </BindingProvider>
  );
}

function WrittenFields({ binding }: { binding: FormBinding }) {
  const words = useMessages(messages);
  const { form } = binding;
  return (
    <>
      <Section title={words.question}>
        <BothLanguages
          label={words.stem}
          hint={words.stemHint}
          en={bind(binding, "stemEn")}
          de={bind(binding, "stemDe")}
          values={[form.stemEn, form.stemDe]}
          rows={6}
        />
      </Section>
      <ExhibitFields />
      <AnswerFields />
      <Section title={words.rationale}>
        <BothLanguages
          label={words.rationale}
          hint={words.rationaleHint}
          en={bind(binding, "rationaleEn")}
          de={bind(binding, "rationaleDe")}
          values={[form.rationaleEn, form.rationaleDe]}
          rows={4}
        />
      </Section>
    </>
  );
}

/** A generated item has no words of its own. */
function GeneratorFields({ binding, text }: { binding: FormBinding; text: GeneratorText }) {
  const words = useMessages(messages);
  const { form } = binding;
  return (
    <Section title={words.parameters}>
      <p className="mb-3 max-w-[70ch]">
        <InlineCode text={text.intro} />
      </p>
      <input type="hidden" name="generator" value={form.generator} />
      <div className="flex flex-col gap-4">
        {text.parameters.map(({ isList, name, ...shown }) => {
          const given = form.parameters[name] ?? [];
          const Group = isList ? CheckboxGroup : RadioGroup;
          const field = { ...bind(binding, parameterField(name)), initialValue: isList ? given : given[0] };
          return <Group key={name} field={field} {...shown} />;
        })}
        <InputField
          field={bind(binding, "example", false)}
          label={text.example}
          hint={text.exampleHint}
          defaultValue={form.example}
          inputMode="numeric"
          size={6}
          hideOptional
        />
      </div>
    </Section>
  );
}
