/** Style of the review beyond that of the plan. Marks have a word beside their colour. */
export const reviewStyle = `
.verdict { border: 1px solid var(--line); border-left: 6px solid var(--muted); background: var(--panel); padding: .75rem 1rem; border-radius: 6px; margin: 1rem 0; }
.verdict strong { font-size: 1.25rem; } .verdict.blocked { border-left-color: var(--bad); } .verdict.attention, .verdict.inconclusive { border-left-color: var(--warn); }
.verdict.pass { border-left-color: var(--good); } .verdict code, .where, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .85em; }
.verdict code, .where { overflow-wrap: anywhere; } ul.rows { list-style: none; padding: 0; margin: .5rem 0 1rem; }
ul.rows > li { border-left: 3px solid var(--line); padding: .1rem .75rem; margin: .75rem 0; overflow-wrap: anywhere; color: var(--ink); } ul.rows > li.bad { border-left-color: var(--bad); }
ul.rows > li.warn { border-left-color: var(--warn); } ul.rows > li.good { border-left-color: var(--good); } ul.rows ul { margin: .25rem 0; padding-left: 1.1rem; color: var(--quiet); }
.tag { font-weight: 600; } .tag.bad { color: var(--bad); } .tag.warn { color: var(--warn); }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .75rem; overflow-x: auto; margin: .5rem 0; } pre:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); }
pre .del { color: var(--bad); } pre .ins { color: var(--good); } details { margin: 1.5rem 0; } summary { cursor: pointer; font-size: 1.1rem; font-weight: 600; }
.place figcaption { font-weight: 600; color: var(--ink); margin: .75rem 0 .5rem; } .stacks { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); }
.stack { border: 1px solid var(--line); border-radius: 6px; padding: .6rem .75rem; background: var(--panel); } .stack.changed { border: 2px solid var(--accent); }
.stack .name { font-weight: 600; overflow-wrap: anywhere; } .stack ul { list-style: none; padding: 0; margin: .35rem 0 0; } .stack li { margin: .2rem 0; overflow-wrap: anywhere; }
.mark { font-weight: 600; white-space: nowrap; } .mark.destroy, .mark.replace { color: var(--bad); } .mark.create, .mark.import { color: var(--good); } .mark.update, .mark.rename { color: var(--accent); }
@media (prefers-color-scheme: dark) { .mark.destroy, .mark.replace { color: #ff8d86; } }
`;
