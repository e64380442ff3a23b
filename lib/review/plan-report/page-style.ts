/** Style of the page: system fonts, light and dark. No meaning depends on a colour alone. */
export const pageStyle = `
:root { color-scheme: light dark; --ground: #ffffff; --panel: #f6f8fa; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de;
  --accent: #0b57d0; --good: #1a7f37; --warn: #8a5a00; --bad: #c6202b; --muted: #7d8590; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --panel: #161b22; --ink: #e6edf3; --quiet: #9aa4af;
  --line: #30363d; --accent: #7ab0ff; --good: #4ac26b; --warn: #e0a83a; --bad: #ff7b72; --muted: #7d8590; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; max-width: 72rem; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.35rem; margin: 3rem 0 .25rem; border-top: 2px solid var(--line); padding-top: 1.25rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; } p { margin: .25rem 0 1rem; } .quiet { color: var(--quiet); }
a { color: var(--accent); } a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: .5rem 0 1rem; } .scroll:focus-visible { outline: 2px solid var(--accent); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); white-space: nowrap; font-weight: 600; } tbody th { font-weight: 600; } tr.frontier th, tr.dominated th, tr.impossible th, tr.unknown th, tr.service th { font-weight: 400; } td.why { min-width: 13rem; } 
.number { text-align: right; white-space: nowrap; } td > div + div { margin-top: .15rem; }
.refs { white-space: nowrap; } .good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--line); } tfoot .number { font-weight: 600; } tr.chosen { background: var(--panel); } tr.chosen th, tr.chosen td { font-weight: 600; }
tr.impossible, tr.unknown { color: var(--quiet); }
figure { margin: .5rem 0 1rem; } figcaption { color: var(--quiet); }
.plot { display: block; width: 100%; min-width: 36rem; height: auto; background: var(--panel); border-radius: 6px; }
.plot text { font-size: 12px; fill: var(--quiet); } .plot .axis line { stroke: var(--line); stroke-width: 1; }
.plot .frontier { stroke: var(--accent); fill: var(--accent); } .plot path.frontier { fill: none; stroke-width: 1.5; }
.plot path.chosen { fill: var(--ink); stroke: var(--panel); stroke-width: 1.5; } .plot circle.frontier { stroke: var(--panel); stroke-width: 1.5; }
.plot circle.dominated { fill: var(--muted); stroke: var(--panel); } .plot .impossible { fill: var(--panel); stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 2 1.5; }
.plot line.error { stroke: var(--muted); stroke-width: 1; opacity: .45; stroke-dasharray: none; } .plot line.error.chosen { stroke: var(--ink); opacity: 1; stroke-width: 1.5; }
.plot line.error.frontier { stroke: var(--accent); opacity: .7; } .plot .objective { stroke: var(--bad); stroke-dasharray: 6 4; }
.plot .objective-label { fill: var(--bad); } .plot text.label { font-size: 11px; fill: var(--quiet); stroke: var(--panel); stroke-width: 3px; stroke-dasharray: none; paint-order: stroke; }
.plot text.label.chosen { fill: var(--ink); font-weight: 700; } .plot text.label.frontier { fill: var(--accent); font-weight: 600; }
ol.reasons li { margin: .3rem 0; overflow-wrap: anywhere; } ol.reasons li:target { background: var(--panel); outline: 2px solid var(--line); }
.issue { border-left: 3px solid var(--warn); padding: .1rem .75rem; margin: .6rem 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { body { padding: 1rem .75rem 3rem; font-size: 14px; } th, td { padding: .3rem .35rem; } td > div { min-width: 9rem; } }
@media print { .scroll { overflow: visible; } h2 { break-before: page; } }
`;
