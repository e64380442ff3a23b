/** Style of the review beyond that of the plan. Marks have a word beside their colour. */
export const reviewStyle = `
h1 { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; } h2 { font-size: 1.1rem; margin: 1.25rem 0 .25rem; padding-top: .75rem; border-top-width: 1px; }
header p { margin: 0 0 .75rem; overflow-wrap: anywhere; } footer { margin-top: 2rem; } code, .where, .pair, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .85rem; }
code, .where, .pair, footer { overflow-wrap: anywhere; }
.pill { display: inline-block; border: 1.5px solid currentColor; border-radius: 1rem; padding: .05rem .65rem; font-size: .85rem; font-weight: 600; white-space: nowrap; } h1 .pill { font-size: 1rem; }
.pill.blocked { color: var(--bad); } .pill.attention, .pill.inconclusive { color: var(--warn); } .pill.pass { color: var(--good); }
ul.cards, ul.parts, ul.rows { list-style: none; padding: 0; margin: .5rem 0; } ul.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.card { border: 1px solid var(--line); border-left: 5px solid var(--muted); border-radius: 6px; background: var(--panel); padding: .6rem .9rem; overflow-wrap: anywhere; }
.card.blocked { border-left-color: var(--bad); } .card.attention, .card.inconclusive { border-left-color: var(--warn); } .card.pass { border-left-color: var(--good); } .card .money { font-weight: 600; }
ul.parts { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; border-top: 1px solid var(--line); padding-top: .75rem; margin-top: 1.25rem; }
ul.rows > li { border-left: 3px solid var(--line); padding: 0 .75rem; margin: .6rem 0; overflow-wrap: anywhere; color: var(--ink); } ul.rows > li.bad { border-left-color: var(--bad); } ul.rows > li.warn { border-left-color: var(--warn); } ul.rows > li.good { border-left-color: var(--good); }
ul.rows ul { margin: .1rem 0 .25rem; padding-left: 1.1rem; color: var(--quiet); }
.tag { font-weight: 600; } .tag.bad, del, pre .del { color: var(--bad); } .tag.warn { color: var(--warn); } ins, pre .ins { color: var(--good); } del, ins { text-decoration: none; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; margin: .35rem 0; } summary:focus-visible { outline: 2px solid var(--accent); }
summary { cursor: pointer; width: fit-content; } ul.rows summary, .stack summary { color: var(--quiet); } .stack summary { font-size: .85rem; } details.part { margin: 1rem 0; border-top: 1px solid var(--line); padding-top: .75rem; } .part > summary { font-size: 1.1rem; font-weight: 600; }
.place figcaption { font-weight: 600; color: var(--ink); margin: .9rem 0 .4rem; } ol.layers { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .75rem 2rem; }
.layer { position: relative; flex: 1 1 11rem; min-width: 0; display: grid; gap: .75rem; align-content: start; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); } .layer + .layer::before { content: "→" / ""; position: absolute; left: -1.5rem; top: .5rem; color: var(--quiet); }
.stack { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .7rem; background: var(--panel); overflow-wrap: anywhere; } .stack.changed { border: 2px solid var(--accent); } .stack.harmed { border-color: var(--bad); }
.stack .name { font-weight: 600; } .stack ul { list-style: none; padding: 0; margin: .25rem 0; } .stack li { margin: .15rem 0; }
.mark { font-weight: 600; white-space: nowrap; } .mark.destroy, .mark.replace { color: var(--bad); } .mark.create, .mark.import { color: var(--good); } .mark.update, .mark.rename { color: var(--accent); }
@media (max-width: 40rem) { ol.layers { display: block; } .layer { grid-template-columns: 1fr; } .layer + .layer { margin-top: 1.75rem; } .layer + .layer::before { content: "↓" / ""; left: 1rem; top: -1.6rem; } }
`;
