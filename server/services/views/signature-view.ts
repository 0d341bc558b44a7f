/** A signature as pages print it: name, meaning and time stand in every form of it (21 CFR 11.50(b)). */
export interface SignatureView {
  readonly id: string;
  /** The printed name, as it was then. */
  readonly name: string;
  /** Whom the signer stood in for, by name. */
  readonly onBehalfOf: string | null;
  readonly meaning: string;
  readonly meaningTitle: string;
  readonly at: string;
  readonly reason: string;
  /** The step that was signed. */
  readonly step: string;
  readonly outcomeTitle: string;
  readonly hash: string;
  /** Since when it counts no more, and the titles of what was changed. */
  readonly voided: { readonly at: string; readonly changed: readonly string[] } | null;
}

/** What is signed with an answer: the meaning in words; `depends` where only the answers tell. */
export interface SignView {
  readonly meaning: string;
  readonly title: string | null;
  readonly reasonNeeded: boolean;
}
