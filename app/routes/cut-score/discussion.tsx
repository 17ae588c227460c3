import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { formFields } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { TextAreaField } from "~/components/text-field";
import type { ItemView } from "~/examination/cut-score/read-study.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** Where the page is to go on after a remark on the item. */
export const remarksOf = (itemVersionId: string): string => `remarks-${itemVersionId}`;

/** What the judges say of the items; with a field each while there is something to say. */
export function Discussion({
  studyId,
  items,
  ownId,
  mayRemark,
}: {
  studyId: string;
  /** Who reads. */
  ownId: string;
  items: readonly ItemView[];
  mayRemark: boolean;
}) {
  const words = useMessages(messages);
  const shown = mayRemark ? items : items.filter(({ remarks }) => remarks.length > 0);
  return (
    <ul className="mt-4 divide-y divide-line">
      {shown.map(({ itemVersionId, code, remarks }) => (
        <li key={itemVersionId} id={remarksOf(itemVersionId)} className="scroll-mt-4 py-2">
          <Disclosure label={`${code}${remarks.length > 0 ? ` (${remarks.length})` : ""}`} open={remarks.length > 0}>
            {remarks.map(({ id, fullName, remark }) => (
              <p key={id} className="mb-1 max-w-prose whitespace-pre-line">
                <span className="font-semibold">{fullName}:</span> {remark}
              </p>
            ))}
            {mayRemark && (
              // Empty again once one's own remark is there; another's leaves what is being written.
              <Form
                key={remarks.filter(({ personId }) => personId === ownId).length}
                method="post"
                className="mt-2 flex max-w-2xl flex-col items-start gap-2"
              >
                <Link to={paths.ratedItem(studyId, itemVersionId)} className="link">
                  {words.readItem(code)}
                </Link>
                <input type="hidden" name="step" value="remark" />
                <input type="hidden" name="itemVersionId" value={itemVersionId} />
                <TextAreaField
                  field={{ ...formFields(undefined, "remark").remark, id: `remark-${itemVersionId}` }}
                  label={words.remark}
                  rows={2}
                />
                <SubmitButton look="quiet">{words.addRemark}</SubmitButton>
              </Form>
            )}
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
