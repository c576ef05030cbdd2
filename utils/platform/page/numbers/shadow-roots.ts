/** What most elements of a page are; none of these, or never with a child, holds a shadow root. The commonest first. */
const COMMON =
  'td,div,span,a,p,li,em,tr,b,i,strong,ul,option,path,img,th,svg,g,button,input,label,script,style,br,h1,h2,h3,h4,section,article,main,code,tbody,table,small,link,use,rect';
/** Those of them that may host one. With content of their own they hardly ever do, and are looked at when pointed at. */
const EMPTY_HOSTS = ['div:empty', 'span:empty', 'section:empty', 'article:empty', 'main:empty'];
const HOSTS = [`:not(${COMMON})`, ...EMPTY_HOSTS];
const ANY_HOST = HOSTS.join();
/** In a tree of more elements they are looked for one by one: all together take a browser three times as long. */
const FEW = 200;

/** A larger tree is looked at child by child. */
const WHOLE = 60_000;

/** Elements that may host an open shadow root, now or, for a custom element, later. */
function candidates(tree: ParentNode): Element[] {
  const all = (tree as Partial<Element>).getElementsByTagName?.('*');
  if (all !== undefined && all[FEW] === undefined) return [...tree.querySelectorAll(ANY_HOST)];
  if (all !== undefined && all.length > WHOLE) return [...tree.children].flatMap((child) => [child, ...candidates(child)]);
  return HOSTS.flatMap((hosts) => [...tree.querySelectorAll(hosts)]);
}

/** So many custom elements without a root are remembered: their class may be defined later. */
const REMEMBERED = 500;

/**
 * Open shadow roots. The browser tells nobody when one is attached: it is found with its host, or a while later by
 * `foundLater`, or by `of` when somebody points at it. A closed one is its component's own.
 */
export class ShadowRoots {
  private waiting: WeakRef<Element>[] = [];

  /** Roots in a tree, outermost only: the tree of each is another tree. */
  in(tree: Node & ParentNode): ShadowRoot[] {
    const roots: ShadowRoot[] = [];
    const look = (element: Element) => {
      const root = element.shadowRoot;
      if (root !== null) roots.push(root);
      else if (element.localName.includes('-') && this.waiting.length < REMEMBERED) this.waiting.push(new WeakRef(element));
    };
    if (tree.nodeType === 1) look(tree as unknown as Element);
    if (tree.firstElementChild !== null) candidates(tree).forEach(look);
    return roots;
  }

  /** Roots of custom elements that had none when they were seen. */
  foundLater(): ShadowRoot[] {
    const roots: ShadowRoot[] = [];
    this.waiting = this.waiting.filter((reference) => {
      const element = reference.deref();
      if (element === undefined || !element.isConnected) return false;
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      return element.shadowRoot === null;
    });
    return roots;
  }
}
