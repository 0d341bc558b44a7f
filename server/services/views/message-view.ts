/** A row of `GET /api/messages`. */
export interface VainMessageView {
  readonly id: string;
  readonly workflow: string;
  /** The business key of the case that it is for. */
  readonly key: string | null;
  readonly type: string;
  readonly state: 'waiting' | 'delivered' | 'expired';
  readonly createdAt: string;
  /** When it had waited its time. */
  readonly untilAt: string;
}
