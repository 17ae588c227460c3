import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { FormAnswer } from "./answer-form.server";

/** How long the author must pause before the preview is asked for. */
const pauseMs = 700;

function later(one: FormAnswer | undefined, other: FormAnswer | undefined): FormAnswer | undefined {
  return !one || (other && other.at > one.at) ? other : one;
}

/**
 * The last preview of the item as it stands in the form. What cannot be shown yet leaves the one before; `waitingFor` names the fields that
 * keep it from following.
 */
export function useLivePreview(answer: FormAnswer | undefined, start: FormAnswer["preview"]) {
  const fetcher = useFetcher<FormAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState<Pick<FormAnswer, "preview" | "at">>({
    preview: answer?.preview ?? start,
    at: answer?.at ?? "",
  });
  const ask = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const fields = new FormData(form);
      fields.set("intent", "preview");
      fetcher.submit(fields, { method: "post" });
    }, pauseMs);
  };
  const latest = later(fetcher.data as FormAnswer | undefined, answer);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (latest?.preview) setShown({ preview: latest.preview, at: latest.at });
  }, [latest]);
  return { ...shown, waitingFor: latest && !latest.preview ? Object.values(latest.places) : [], ask };
}
