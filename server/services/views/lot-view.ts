import type { InstanceRowView } from './instance-view.ts';
import type { FieldView } from './shared-views.ts';

/** `GET /api/lots/:id`: what a lot is, who holds it and why, what it was made from and what became of it. */
export interface LotView {
  readonly lot: {
    readonly id: string;
    readonly product: { readonly id: string; readonly name: string } | null;
    readonly qty: number | null;
    readonly status: LotStatusView;
    /** True where it may be issued, packed and shipped. */
    readonly usable: boolean;
    readonly facts: readonly FieldView[];
  };
  readonly holds: readonly LotHoldView[];
  readonly parents: readonly LotNodeView[];
  readonly children: readonly LotNodeView[];
  /** Something of the two trees is not told: too deep, or too many. */
  readonly cut: boolean;
  /** Cases about it that the reader may see, newest first. */
  readonly cases: readonly InstanceRowView[];
}

export interface LotStatusView {
  readonly value: string;
  readonly title: string;
}

export interface LotHoldView {
  readonly number: string;
  /** The case that holds it, if the reader may see it. */
  readonly case: { readonly id: string; readonly number: string } | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  /** What the case is about; null where it may not be seen. */
  readonly why: string | null;
  /** Null where the lot was held before anybody kept count. */
  readonly at: string | null;
}

/** A lot or a shipment in a tree, with what lies behind it in the same direction. */
export interface LotNodeView {
  readonly kind: 'lot' | 'shipment';
  readonly id: string;
  /** The name of its product or material. */
  readonly product: string | null;
  readonly status: LotStatusView | null;
  /** How much of it went into the other; null where nobody wrote it down. */
  readonly qty: number | null;
  readonly next: readonly LotNodeView[];
  /** There is more behind it that is not told. */
  readonly cut: boolean;
}
