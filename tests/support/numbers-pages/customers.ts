/** What both frameworks' pages show: a list that changes in every way a list does. */
export interface Customer {
  readonly id: number;
  readonly phone: string;
}

const phoneOf = (id: number) => `08-465 ${String(10 + (id % 90))} ${String(10 + ((id * 7) % 90))}`;

/** The list after so many steps: others come, some go, the order turns. The same every time. */
export function customersAt(step: number): Customer[] {
  const ids = Array.from({ length: 12 }, (_, at) => (at * 3 + step) % 40).filter((id) => (id + step) % 3 !== 0);
  if (step % 2 === 1) ids.reverse();
  return ids.map((id) => ({ id, phone: step % 5 === 4 && id % 2 === 0 ? 'saknas' : phoneOf(id + (step % 7)) }));
}

export interface FrameworkPage {
  /** Errors the framework or the page has thrown. */
  readonly errors: string[];
  /** Shows these steps one after the other, with a moment for others between. */
  run(from: number, to: number): Promise<void>;
  /** Numbers it shows now. */
  shown(): string[];
}

const idle = () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 20 }));
/** A turn of the event loop, too short for a frame. */
const turn = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });

/** Makes a page of a framework's way to show a list. */
export function frameworkPage(show: (step: number, customers: readonly Customer[]) => Promise<void> | void): void {
  const errors: string[] = [];
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  let last: readonly Customer[] = [];
  const page: FrameworkPage = {
    errors,
    async run(from, to) {
      for (let step = from; step < to; step++) {
        last = customersAt(step);
        await show(step, last);
        await (step % 4 === 0 ? idle() : turn());
      }
    },
    shown: () => last.map(({ phone }) => phone).filter((phone) => phone !== 'saknas'),
  };
  Object.assign(window, { page });
}
