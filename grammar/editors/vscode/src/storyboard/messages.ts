/** What the page of a storyboard and the extension say to each other. */

/** Said by the page. */
export type Asked =
  | { readonly kind: "listen"; readonly revision: string }
  | { readonly kind: "hush" }
  | { readonly kind: "fetch"; readonly path: string }
  | { readonly kind: "open"; readonly link: string };

/** Said to the page. */
export type Told =
  | { readonly kind: "listening" }
  | { readonly kind: "heard"; readonly news: string }
  | { readonly kind: "deaf" }
  | { readonly kind: "content"; readonly path: string; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "reveal"; readonly id: string };
