import type { TextSurroundings } from '@/utils/domain/phone-number/number-finder';

/** A longer text is no label. */
const LONGEST = 60;
/** Nor is what holds more elements. */
const ELEMENTS = 12;

/** What the cells of a table have in common. */
interface Table {
  /** Of its columns. */
  readonly headers: readonly string[];
  /** It has header cells. */
  readonly headed: boolean;
  /** Some of its cells are several columns wide. */
  readonly wide: boolean;
}

/**
 * What labels a text on its page, looked up when somebody asks: the column's header, the cell or term before, the name
 * a script gave it. Headers are kept until `forget`: use it within one slice of work.
 */
export class Labels {
  private readonly headers = new Map<Element, readonly string[]>();
  /** By the parts their rows are in. */
  private readonly tables = new Map<Element, Table | null>();

  of(node: Text): TextSurroundings {
    return new Surroundings(this, node);
  }

  forget(): void {
    this.headers.clear();
    this.tables.clear();
  }

  find(node: Text): string {
    const parent = node.parentElement;
    if (parent === null) return '';
    const place = parent.localName === 'td' ? parent : parent.closest('td,th,dd,[role="gridcell"],[role="cell"],label,[aria-label],li,p,div');
    const named = (place ?? parent).getAttribute('aria-label');
    if (named !== null && named.length <= LONGEST && named !== node.data) return named;
    if (place === null) return '';
    if (place.localName === 'td' || place.localName === 'th') return this.ofCell(place as HTMLTableCellElement);
    if (place.localName === 'dd') return termOf(place);
    if (place.hasAttribute('role')) return this.ofGridCell(place);
    return pairOf(place);
  }

  private ofCell(cell: HTMLTableCellElement): string {
    const listed = !cell.hasAttributes() || cell.headers === '' ? null : cell.ownerDocument.getElementById(cell.headers.split(' ')[0] ?? '');
    if (listed !== null) return short(listed);
    const row = cell.parentElement;
    const table = row?.parentElement == null ? null : this.tableOf(row.parentElement);
    if (row === null || table === null) return before(cell, false);
    const { headers, headed, wide } = table;
    // Only a header, or the first of two cells, labels what stands beside it.
    if (headers.length === 0 && !headed && row.childElementCount !== 2) return '';
    const header = headers[wide ? column(cell) : cell.cellIndex];
    return cell.cellIndex !== 1 && !headed ? join(header) : join(header, before(cell, header !== undefined));
  }

  private tableOf(part: Element): Table | null {
    let known = this.tables.get(part);
    if (known === undefined) {
      const element = part.closest('table');
      known = element === null ? null : this.readTable(element);
      this.tables.set(part, known);
    }
    return known;
  }

  private readTable(element: HTMLTableElement): Table {
    const headers = this.headersOf(element, () => headerRow(element));
    const wide = headers.length > 0 && element.querySelector('[colspan]') !== null;
    return { headers, headed: element.querySelector('th') !== null, wide };
  }

  private ofGridCell(cell: Element): string {
    const grid = cell.closest('[role="grid"],[role="table"],[role="treegrid"]');
    const row = cell.parentElement;
    if (grid === null || row === null) return '';
    const headers = this.headersOf(grid, () => [...grid.querySelectorAll('[role="columnheader"]')]);
    return headers[[...row.children].indexOf(cell)] ?? '';
  }

  private headersOf(table: Element, find: () => Iterable<Element>): readonly string[] {
    let known = this.headers.get(table);
    if (known === undefined) {
      known = [...find()].flatMap((one) => Array.from({ length: (one as HTMLTableCellElement).colSpan ?? 1 }, () => short(one)));
      this.headers.set(table, known);
    }
    return known;
  }
}

/** A class, since an object with a getter of its own is slow to make. */
class Surroundings implements TextSurroundings {
  constructor(
    private readonly labels: Labels,
    private readonly node: Text,
  ) {}

  get label(): string {
    return this.labels.find(this.node);
  }
}

/** Cells of the row of headers: the head's last row, or the first of all if it holds nothing else. */
function headerRow(table: HTMLTableElement): Element[] {
  const head = table.querySelector('thead');
  const row = head === null ? table.querySelector('tr') : [...head.querySelectorAll('tr')].at(-1);
  const cells = [...(row?.children ?? [])];
  return head !== null || (cells.length > 1 && cells.every(({ localName }) => localName === 'th')) ? cells : [];
}

/** Column a cell starts in, cells before it counted with their width; a cell that reaches down from a row above is not. */
function column(cell: HTMLTableCellElement): number {
  let at = 0;
  for (let one = cell.previousElementSibling; one !== null; one = one.previousElementSibling) at += (one as HTMLTableCellElement).colSpan ?? 1;
  return at;
}

/** The cell before, where it is a label: a header of the row, or the first of two where the columns have no headers. */
function before(cell: HTMLTableCellElement, headed: boolean): string {
  const previous = cell.previousElementSibling;
  if (previous === null) return '';
  const labels = previous.localName === 'th' || (!headed && cell.nextElementSibling === null && previous.previousElementSibling === null);
  return labels ? short(previous) : '';
}

function termOf(definition: Element): string {
  let at = definition.previousElementSibling;
  while (at?.localName === 'dd') at = at.previousElementSibling;
  return at?.localName === 'dt' ? short(at) : '';
}

/** A label and its value as two blocks beside each other, as in cards and forms. */
function pairOf(block: Element): string {
  const previous = block.previousElementSibling;
  return previous !== null && block.nextElementSibling === null && previous.previousElementSibling === null ? short(previous) : '';
}

function short(element: Element): string {
  // Else the text of a whole table would be put together to see that it is too long.
  if (element.getElementsByTagName('*').item(ELEMENTS) !== null) return '';
  const text = (element.textContent ?? '').trim();
  return text.length <= LONGEST ? text : '';
}

const join = (...labels: readonly (string | undefined)[]) => labels.filter((one) => one !== undefined && one !== '').join(' ');
