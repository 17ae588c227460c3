import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

type TransactionScope = typeof import("./transaction-scope");

/** A process of its own, as far as the scope can tell. */
async function startedAs(mode: string): Promise<TransactionScope> {
  vi.stubEnv("NODE_ENV", mode);
  vi.resetModules();
  return import("./transaction-scope");
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe("a query beside the transaction", () => {
  test.each(["development", "test"])("is refused in %s, across everything that is waited for", async (mode) => {
    const { insideTransaction, refuseInsideTransaction } = await startedAs(mode);
    await insideTransaction(async () => {
      await Promise.resolve();
      expect(refuseInsideTransaction).toThrow("outside the transaction");
    });
    expect(refuseInsideTransaction).not.toThrow();
  });

  test("is not looked for in production, where following every promise would cost every request", async () => {
    const { insideTransaction, refuseInsideTransaction } = await startedAs("production");
    await insideTransaction(async () => {
      await Promise.resolve();
      expect(refuseInsideTransaction).not.toThrow();
    });
    await expect(insideTransaction(() => Promise.reject(new Error("second thoughts")))).rejects.toThrow(
      "second thoughts",
    );
  });
});
