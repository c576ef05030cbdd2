const SVG = 'http://www.w3.org/2000/svg';

/** An icon that is drawn by one path on a field of 24 by 24. */
export function cardIcon(document: Document, shape: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  for (const [key, value] of [['viewBox', '0 0 24 24'], ['width', '17'], ['height', '17'], ['aria-hidden', 'true']] as const) svg.setAttribute(key, value);
  path.setAttribute('d', shape);
  svg.append(path);
  return svg;
}
