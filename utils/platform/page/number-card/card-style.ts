/**
 * Rules marked important inside a shadow root win over whatever the page says of the host, its style attribute
 * included: the page can take the card away, but not hide it, move it under a pointer or see through it.
 * Colours are those of components/ui/tokens.css. The first rule is the one that is moved.
 */
export const CARD_STYLE = `:host{
all:initial!important;display:block!important;position:fixed!important;inset:0 auto auto 0!important;
width:auto!important;height:auto!important;margin:0!important;padding:0!important;border:0!important;overflow:visible!important;
z-index:2147483647!important;background:0 0!important;color-scheme:light dark!important}
*{box-sizing:border-box}
.card{
--surface:light-dark(#fff,#161a21);--surface-2:light-dark(#f1f3f6,#1e232c);--line:light-dark(#e3e6eb,#2a303b);
--ink:light-dark(#12161d,#eef1f5);--ink-2:light-dark(#4b5563,#b3bcc9);--ink-3:light-dark(#626c7b,#929cab);
--accent:light-dark(#0b6b5f,#3fc4ae);--accent-soft:light-dark(#dff3ef,#12332f);
--call:light-dark(#137a41,#3ccf7c);--call-ink:light-dark(#fff,#04210f);
width:296px;max-width:calc(100vw - 16px);border:1px solid var(--line);border-radius:10px;background:var(--surface);color:var(--ink);
box-shadow:0 1px 2px light-dark(rgb(16 24 40/.06),rgb(0 0 0/.4)),0 12px 32px -8px light-dark(rgb(16 24 40/.24),rgb(0 0 0/.6));
font:13.5px/1.35 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-align:start;cursor:default;user-select:none;
animation:in 130ms ease-out}
@keyframes in{from{opacity:0}}
header{padding:12px 14px 10px}
.number{font-size:16px;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;user-select:text}
.line{margin-top:2px;min-height:17px;font-size:12.5px;color:var(--ink-2)}
.row{display:flex;gap:6px;padding:0 12px 12px}
.row>:first-child{flex:1.25}
.row>*{flex:1}
.quiet{display:flex;justify-content:space-between;gap:4px;padding:3px 6px;border-top:1px solid var(--line)}
.quiet>:only-child{margin-inline-start:auto}
.done{display:flex;align-items:center;gap:8px;padding:8px 8px 8px 14px}
.done p{flex:1;margin:0}
button{all:unset;box-sizing:border-box;display:flex;align-items:center;justify-content:center;gap:3px;
min-height:32px;padding:0 8px;border-radius:6px;cursor:pointer;transition:background-color 140ms}
button:hover{background:var(--surface-2)}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.row button{flex-direction:column;min-width:0;min-height:52px;padding:0 2px;border:1px solid var(--line);border-radius:10px;font-size:11px;line-height:14px;color:var(--ink-2);text-align:center}
.row button svg{color:var(--ink)}
.row .call,.row .call svg{background:var(--call);border-color:transparent;color:var(--call-ink)}
.row .call{font-size:12.5px;font-weight:600;transition:filter 140ms}
.row .call:hover{filter:brightness(1.08)}
.row .ok,.row .ok svg{color:var(--accent)}
.row .ok{background:var(--accent-soft);border-color:transparent}
.quiet button{min-height:32px;font-size:12.5px;color:var(--ink-3)}
.quiet button:hover{color:var(--ink)}
.undo{color:var(--accent);font-weight:600}
.undo:hover{background:var(--accent-soft)}
svg{flex:none;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.ring{position:fixed;border-radius:4px;outline:2px solid light-dark(#0b6b5f,#3fc4ae);outline-offset:2px;pointer-events:none}
@media (forced-colors:active){.card,.row button{border-color:CanvasText}.row .call{forced-color-adjust:none;background:Highlight;color:HighlightText}.row .call svg{background:0 0;color:HighlightText}.ring{outline-color:Highlight}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}`;
