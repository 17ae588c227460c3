import { type ActionFunctionArgs, json } from "@remix-run/node";

/** The least that saving an answer through Remix can be: reads JSON, stores it, answers JSON. */
export async function upsertAction({ request, context }: ActionFunctionArgs) {
  const { index } = await request.json();
  await (context as unknown as { upsert: (index: number) => Promise<void> }).upsert(index);
  return json({ outcome: "saved" });
}
