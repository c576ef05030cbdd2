/**
 * Rules marked important inside a shadow root win over whatever the page says of the host, its style attribute
 * included: the page can take the card away, but not hide it, move it under a pointer or see through it.
 * Colours are those of components/ui/tokens.css. The first rule is the one that is moved.
 */
export const CARD_STYLE = `:host{
all:initial!important;display:block!important;position:fixed!important;inset:0 auto auto 0!important;
width:auto!important;height:auto!important;margin:0!important;padding:0!important;border:0!important;overflow:visible!important;
z-index:2147483647!important;background:0 0!important;color-scheme:light dark!important}
*{box-sizing:border-box;margin:0}
.card,.ring{--accent:light-dark(#0b6b5f,#3fc4ae)}
.card{
--line:light-dark(#e3e6eb,#2a303b);--ink-2:light-dark(#4b5563,#b3bcc9);--hover:light-dark(#f1f3f6,#1e232c);
--soft:light-dark(#dff3ef,#12332f);
width:296px;max-width:calc(100vw - 16px);border:1px solid var(--line);border-radius:10px;
background:light-dark(#fff,#161a21);color:light-dark(#12161d,#eef1f5);
box-shadow:0 1px 2px light-dark(#1018280f,#0006),0 12px 32px -8px light-dark(#1018283d,#0009);
font:13.5px/1.35 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-align:start;cursor:default;user-select:none;
animation:in 130ms}
@keyframes in{from{opacity:0}}
header{padding:12px 14px 10px}
.number{font-size:16px;font-weight:600;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;user-select:text}
.line{margin-top:2px;min-height:17px;font-size:12.5px;color:var(--ink-2)}
.row{display:flex;gap:6px;padding:0 12px 12px}
.quiet{display:flex;justify-content:space-between;padding:3px 6px;border-top:1px solid var(--line)}
.quiet>:only-child{margin-inline-start:auto}
.done{display:flex;align-items:center;padding:8px 8px 8px 14px}
p{flex:1}
button{all:unset;box-sizing:border-box;display:flex;align-items:center;justify-content:center;gap:3px;
min-height:32px;padding:0 8px;border-radius:6px;font-size:12.5px;cursor:pointer;transition:background-color 140ms}
button:hover{background:var(--hover)}
button:focus-visible,.keys button:focus,.ring{outline:2px solid var(--accent);outline-offset:2px}
.row button{flex:1;flex-direction:column;min-width:0;min-height:52px;padding:0 2px;border:1px solid var(--line);border-radius:10px;font-size:11px;line-height:14px;text-align:center}
.row .call{flex:1.25;background:light-dark(#137a41,#3ccf7c);border-color:transparent;color:light-dark(#fff,#04210f);font-size:12.5px;font-weight:600}
.row .call:hover{background:light-dark(#168a4a,#52dc8e)}
.row .ok{background:var(--soft);border-color:transparent;color:var(--accent)}
.quiet button{color:light-dark(#626c7b,#929cab)}
.quiet button:hover{color:inherit}
.undo{color:var(--accent);font-weight:600}
svg{flex:none;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round}
.said{position:absolute;height:1px;overflow:hidden;clip-path:inset(50%)}
.ring{position:fixed;border-radius:4px;pointer-events:none}
@media (forced-colors:active){.row .call{border:2px solid Highlight}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}`;
