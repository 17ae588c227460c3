import { type ChangeEvent, useState } from "react";
import { controlAttributes, FieldFrame } from "~/components/form-field";
import { useMessages } from "~/components/language";
import { type ExhibitRow, rowField } from "~/examination/authoring/item-form";
import { paths } from "~/web/paths";
import { bindRow, useBinding } from "./form-binding";
import { messages } from "./messages";

/** How the upload answered: the name of the picture that is kept, or why it is none. */
type Uploaded = { readonly sha256: string } | { readonly fault: string };

async function upload(file: File): Promise<Uploaded> {
  const body = new FormData();
  body.set("file", file);
  try {
    const response = await fetch(paths.imageUpload(), { method: "POST", body });
    if (response.status === 413) return { fault: "image_too_large" };
    return response.ok || response.status === 400 ? await response.json() : { fault: "image_not_sent" };
  } catch {
    return { fault: "image_not_sent" };
  }
}

/** The picture of an exhibit: sent as soon as it is chosen, so that the preview can show it; without JavaScript it goes with the form. */
export function ImageField({ row, index }: { row: ExhibitRow; index: number }) {
  const words = useMessages(messages);
  const bound = bindRow(useBinding(), "exhibits", index, "file");
  const [image, setImage] = useState(row.image);
  // Until something else is chosen, what the form came back with.
  const [fault, setFault] = useState(bound.errors?.[0]);
  const field = { ...bound, errors: fault === undefined ? undefined : [fault] };
  const choose = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const kept = await upload(file);
    if (input.files?.[0] !== file) return;
    if ("fault" in kept) return setFault(kept.fault);
    setFault(undefined);
    setImage(kept.sha256);
    input.value = "";
    // The preview follows what the form says from the next moment on.
    requestAnimationFrame(() => input.dispatchEvent(new Event("input", { bubbles: true })));
  };
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="min-w-0 flex-1 basis-60">
        <FieldFrame field={field} label={words.picture} hint={words.pictureHint} hideOptional>
          <input
            {...controlAttributes({ field, hint: words.pictureHint })}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="control"
            onChange={(event) => void choose(event)}
          />
        </FieldFrame>
      </div>
      <input type="hidden" name={rowField("exhibits", index, "image")} value={image} />
      {image !== "" && (
        <img
          src={paths.exhibitImage(image)}
          alt={words.pictureKept}
          className="max-h-32 max-w-48 rounded border border-line"
        />
      )}
    </div>
  );
}
