import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { FormAnswer } from "./answer-form.server";

/** How long the author must pause before the preview is asked for. */
const pauseMs = 700;

/** The last preview of the item as it stands in the form; what cannot be shown yet leaves the one before. */
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
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const latest = fetcher.data?.preview ? fetcher.data : answer?.preview ? answer : null;
    if (latest) setShown(latest as Pick<FormAnswer, "preview" | "at">);
  }, [fetcher.data, answer]);
  return { ...shown, ask };
}
