/** The words of a question, or in the size of the text around them. `html` is made by render-item.server.ts, which lets no HTML through. */
export function ItemStem({ html, size = "text-lg" }: { html: string; size?: "text-lg" | "text-base" }) {
  return (
    <div
      className={`${size} max-w-[70ch] [&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:text-[0.88em] [&_li]:ml-6 [&_ol>li]:list-decimal [&_ul>li]:list-disc [&_p+p]:mt-3 [&_pre]:my-3 [&_pre]:overflow-x-auto [&_pre]:rounded [&_pre]:border [&_pre]:border-line [&_pre]:bg-sunken [&_pre]:px-3 [&_pre]:py-2 [&_pre]:text-base [&_pre_code]:p-0 [&_table]:my-3 [&_td]:border [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:border-line [&_th]:bg-sunken [&_th]:px-2 [&_th]:py-1 [&_th]:text-left`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by render-item.server.ts, which lets no HTML through
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
