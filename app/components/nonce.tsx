import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** The Content-Security-Policy nonce of this response. Browsers hide it from scripts, so it is empty there, and that is right. */
export const NonceProvider = NonceContext.Provider;
export const useNonce = (): string | undefined => useContext(NonceContext);
