/**
 * The nonce that the server wrote into the page, or undefined where none was written.
 *
 * Style elements that scripts add are refused by the content security policy without it.
 */
export function readStyleNonce(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  return content && !content.startsWith('__') ? content : undefined;
}

/** Tells the scroll lock of dialogs, which asks for the nonce under this name, what the nonce is. */
export function shareStyleNonce(nonce: string | undefined): void {
  if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
