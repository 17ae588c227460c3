/** An address that names one mailbox and nothing else: no quotes, comments, lists or spaces (RFC 5321 allows more than mail needs). */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[^\s"(),:;<>@[\\\]\p{Cc}]{1,64}@[^\s"(),:;<>@[\\\]\p{Cc}]+$/u.test(address);
