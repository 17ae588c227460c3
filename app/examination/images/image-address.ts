/** Where the portal answers with the picture of this hash, to those who may see it. */
export const imageAddress = (sha256: string): string => `/exhibit-images/${sha256}`;
