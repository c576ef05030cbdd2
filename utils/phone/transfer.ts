import type { Clock } from '@/utils/contract/clock';
import type { RemoteParty, TransferView } from '@/utils/contract/phone-state';
import type { TransferKind } from '@/utils/domain/call/put-through';
import { isTransferOver, nextTransfer, TRANSFER_ASKED, type TransferEvent, type TransferFailure } from '@/utils/domain/call/transfer-progress';
import type { ReferTarget, SipLeg } from './sip-user';

/** A side that took the order tells of the first answer at once (RFC 3515 section 2.4.4); one that says nothing so long never will. Milliseconds. */
const FIRST_NEWS = 30_000;
/** It said that it tells no more, and may still be calling: longer than the edges let a phone ring. */
const AFTER_LAST_NEWS = 60_000;
/** Longer than any phone rings. */
const RINGS_AT_MOST = 180_000;

/** How long it is said that a call was not taken where it was to go. */
const FAILURE_SHOWN = 20_000;

export interface TransferOptions {
  readonly leg: SipLeg;
  readonly to: RemoteParty;
  readonly kind: TransferKind;
  readonly target: ReferTarget;
  readonly clock: Clock;
  readonly changed: (view: TransferView | null) => void;
  readonly done: () => void;
  readonly failed: (reason: TransferFailure) => void;
}

/** One REFER, what is heard of it, and what a surface says of it. */
export class Transfer {
  readonly #options: TransferOptions;
  #progress = TRANSFER_ASKED;
  #cancelWait: (() => void) | null = null;
  #closed = false;

  constructor(options: TransferOptions) {
    this.#options = options;
  }

  start(): void {
    const { leg, target } = this.#options;
    this.#show('trying');
    leg.refer(target, {
      accepted: () => {
        if (this.#progress.state === 'asked') this.#wait(FIRST_NEWS);
        this.handle({ kind: 'accepted' });
      },
      refused: (status) => this.handle({ kind: 'refused', status }),
      notified: (status, last) => {
        this.#wait(last ? AFTER_LAST_NEWS : RINGS_AT_MOST);
        if (status !== null) this.handle({ kind: 'notified', status });
      },
    });
  }

  handle(event: TransferEvent): void {
    if (this.#closed) return;
    const next = nextTransfer(this.#progress, event);
    if (next === this.#progress) return;
    this.#progress = next;
    if (!isTransferOver(next)) return this.#show(next.state === 'ringing' ? 'ringing' : 'trying');
    this.#stopWaiting();
    if (next.reason === null) return this.#options.done();
    this.#show('failed', next.reason);
    this.#cancelWait = this.#options.clock.after(FAILURE_SHOWN, () => this.forget());
    this.#options.failed(next.reason);
  }

  /** The call is over; what is still to be heard is of no interest. */
  close(): void {
    this.#closed = true;
    this.forget();
  }

  /** Its failure has been told. */
  forget(): void {
    if (isTransferOver(this.#progress) || this.#closed) this.#stopWaiting();
    if (this.#progress.state === 'failed') this.#options.changed(null);
  }

  #show(state: TransferView['state'], reason: TransferFailure | null = null): void {
    const { to, kind, changed } = this.#options;
    changed(reason === 'taken-back' ? null : Object.freeze({ to, kind, state, reason }));
  }

  #wait(ms: number): void {
    if (this.#closed || isTransferOver(this.#progress)) return;
    this.#stopWaiting();
    this.#cancelWait = this.#options.clock.after(ms, () => this.handle({ kind: 'timeout' }));
  }

  #stopWaiting(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
  }
}
